"""Loaded outlines and forms: taken, counting from a year, dropped; reports keep what they were begun with."""

from dataclasses import replace
from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.report_kits import KitFile, KitKind
from app.domain.reporting_period import parse_period
from app.domain.statistics_form import FormSet
from app.exchange.outlines import report_kit
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services import report_drafts, report_printing
from app.services.figures import figures_board
from app.services.kits import drop_kit, kit_lines, set_first_year, take_kit

KIT = report_kit()
NEW = replace(KIT.forms, title="Bộ biểu mới", forms=KIT.forms.forms[:2])


def take(storage: Storage, content: FormSet = NEW, kind: KitKind = KitKind.FORMS, year: int = 2026) -> KitFile:
    """Load forms."""
    use_case = partial(take_kit, content=content, kind=kind, from_year=year, shipped=KIT)
    kit_file_id = storage.write("nạp", use_case).result
    return next(one for one in storage.read(lambda work: work.kit_files()) if one.id == kit_file_id)


def years(storage: Storage) -> dict[str, tuple[int | None, int | None, bool]]:
    """From and until when each set of report forms counts, by its key."""
    lines = storage.read(partial(kit_lines, shipped=KIT))
    return {one.content.key: (one.first_year, one.last_year, one.counts) for one in lines if one.kind is KitKind.FORMS}


def shown_forms(storage: Storage, period: str) -> list[str]:
    """The keys of the forms on the page of figures."""
    board = storage.read(partial(figures_board, period=parse_period(period), plan_id=None, kit=KIT))
    return [one.form.key for one in board.forms]


def test_a_set_gets_a_key_of_its_own_and_counts_from_its_year(storage: Storage) -> None:
    assert take(storage, year=2027).content.key == "bnv-4625-2025-2"
    assert years(storage) == {"bnv-4625-2025": (None, 2026, True), "bnv-4625-2025-2": (2027, None, True)}
    assert shown_forms(storage, "2027-Q1") == ["1", "2", "II.06a"]
    assert len(shown_forms(storage, "2026-Q1")) == 8
    with pytest.raises(Refused):
        take(storage, KIT.forms)
    with pytest.raises(Refused):
        take(storage, year=26)


def test_a_draft_keeps_the_set_it_was_begun_with(storage: Storage) -> None:
    storage.write("nhập", lambda work: work.add_plan(sample_plan()))
    start = partial(report_drafts.start_report, plan_id=1, kit=KIT)
    storage.write("lập", partial(start, period=parse_period("2026-Q1")))
    loaded = take(storage)
    storage.write("lập", partial(start, period=parse_period("2026-6M")))
    kept = [storage.read(partial(report_printing.printed_report, report_id=number, kit=KIT)) for number in (1, 2)]
    assert [len(one.sections) for one in kept] == [1 + 7 + 2, 1 + 2 + 2]
    assert len(shown_forms(storage, "2026-Q1")) == 8 and len(shown_forms(storage, "2026-6M")) == 3
    assert storage.write("bỏ", partial(drop_kit, kit_file=loaded)).result is False
    assert years(storage)["bnv-4625-2025-2"] == (None, None, False)
    again = storage.read(partial(report_printing.printed_report, report_id=2, kit=KIT))
    assert len(again.sections) == 5 and len(shown_forms(storage, "2026-9M")) == 8


def test_a_set_that_nobody_used_is_gone_and_comes_back(storage: Storage) -> None:
    loaded = take(storage)
    assert storage.write("bỏ", partial(drop_kit, kit_file=loaded)).result
    assert list(years(storage)) == ["bnv-4625-2025"]
    storage.undo()
    storage.write("đặt năm", partial(set_first_year, kit_file=loaded, from_year=2030))
    assert years(storage)["bnv-4625-2025-2"] == (2030, None, True)


def test_an_extra_set_stands_beside_and_takes_over_from_one_with_the_same_form(storage: Storage) -> None:
    take(storage, replace(KIT.extras[0], title="Biểu II.06a mới"), KitKind.EXTRA, 2027)
    take(storage, replace(NEW, key="khac", forms=(replace(NEW.forms[0], key="K1"),)), KitKind.EXTRA, 2027)
    assert shown_forms(storage, "2027-Q1")[7:] == ["K1", "II.06a"]
    assert len(shown_forms(storage, "2026-Q1")) == 8
