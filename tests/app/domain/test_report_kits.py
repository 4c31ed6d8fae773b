"""Which outline and forms count in a year, and what becomes of an outline under other forms."""

from dataclasses import replace

import pytest

from app.domain.report_kits import NO_FORMS, KitFile, KitKind, fitted, kit_in
from app.exchange.outlines import report_kit

KIT = report_kit()
OUTLINE = replace(KIT.outline, key="tinh", title="Đề cương tỉnh")
FORMS = replace(KIT.forms, key="bo-moi", title="Bộ biểu mới", year=2027)
EXTRA = replace(KIT.extras[0], key="ii-06a-moi", year=2027)
FILES = [
    KitFile(1, KitKind.OUTLINE, 2027, OUTLINE),
    KitFile(2, KitKind.FORMS, 2027, FORMS),
    KitFile(3, KitKind.EXTRA, 2028, EXTRA),
]


@pytest.mark.parametrize(
    ("year", "outline", "forms", "extra"),
    [
        (2026, KIT.outline.key, KIT.forms.key, KIT.extras[0].key),
        (2027, "tinh", "bo-moi", KIT.extras[0].key),
        (2029, "tinh", "bo-moi", "ii-06a-moi"),
    ],
)
def test_what_was_loaded_counts_from_its_year_on(year: int, outline: str, forms: str, extra: str) -> None:
    kit = kit_in(year, KIT, FILES)
    assert (kit.outline.key, kit.forms.key, [one.key for one in kit.extras]) == (outline, forms, [extra])


def test_a_report_keeps_what_it_was_begun_with() -> None:
    kit = kit_in(2027, KIT, FILES, KIT.outline.key, KIT.forms.key)
    assert (kit.outline, kit.forms) == (KIT.outline, KIT.forms)
    gone = [replace(one, from_year=None) for one in FILES]
    assert kit_in(2027, KIT, gone).forms == KIT.forms
    assert kit_in(2026, KIT, gone, "tinh", "bo-moi").forms == FORMS


def test_the_one_loaded_last_counts_and_a_kit_may_be_resolved_again() -> None:
    again = [*FILES, KitFile(4, KitKind.FORMS, 2027, replace(FORMS, key="bo-moi-2"))]
    kit = kit_in(2027, KIT, again)
    assert kit.forms.key == "bo-moi-2"
    assert kit_in(2027, kit, again, kit.outline.key, kit.forms.key) == kit


def test_an_outline_without_forms_has_none() -> None:
    ad_hoc = next(one for one in KIT.outlines if one.ad_hoc)
    assert kit_in(2026, KIT, FILES, ad_hoc.key).forms == NO_FORMS


def test_under_other_forms_an_outline_finds_its_rows_by_their_label() -> None:
    first, *others = KIT.forms.forms
    moved = replace(
        first, key="9", rows=tuple(replace(row, code=f"A{row.code}", calculation=None) for row in first.rows)
    )
    outline = fitted(KIT.outline, replace(FORMS, forms=(moved, *others)), KIT.forms)
    assert outline.register_figures == {"9/A2.1": "tasks", "9/A2.2": "tasks_done"}
    part = next(one for one in outline.parts if one.key == "I.5")
    assert part.figures == ("9/A4.1", "9/A4.1.1", "9/A4.1.2", "9/A4.1.3")
    strange = fitted(KIT.outline, replace(FORMS, forms=tuple(others)), KIT.forms)
    assert strange.register_figures == {} and strange.forms == "bo-moi"
    assert fitted(KIT.outline, FORMS, None).register_figures == {}
