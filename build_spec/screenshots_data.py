"""What the pictures show: a marked plan, a directory, the figures of a year."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.office import Office
    from app.ports import Storage

TODAY = date(2026, 6, 17)
"""The day of the pictures."""


def mark_some(storage: "Storage", plan_id: int) -> None:
    """Every other milestone of the first half of the year is met, some of them late."""
    from app.exchange.calendars import default_calendar
    from app.services.milestone_lists import milestone_list, note_opened
    from app.services.tracking import Result, cancel, mark_all

    storage.write("", lambda work: note_opened(work, TODAY - timedelta(days=60)))
    found = storage.read(lambda work: milestone_list(work, plan_id, default_calendar(), TODAY))
    past = [line for line in found.lines if line.due is not None and line.due <= TODAY]
    early = [line for line in found.lines if line.due is not None and line.number % 4 == 0]
    for number, line in enumerate([*past[::2], *early]):
        assert line.due is not None
        day = min(line.due + timedelta(days=number % 3 * 4 - 5), TODAY)
        result, places = Result(day, f"{12 + number}/BC-UBND"), [(line.row_id, line.key)]
        use_case = partial(mark_all, plan_id=plan_id, places=places, result=result, calendar=default_calendar())
        storage.write("", use_case)
    gone = [(line.row_id, line.key) for line in past[1:8:6]]
    reason = "Cấp trên không triển khai nội dung này trong năm"
    storage.write("", partial(cancel, plan_id=plan_id, places=gone, day=TODAY, reason=reason))


def fill_directory(storage: "Storage") -> None:
    """A few units and people, so that the directory has something to show."""
    from app.domain.staff import Person
    from app.ports import Work
    from app.services.office import save_office
    from app.services.units import add_unit, link, merge, rename

    def fill(work: Work) -> None:
        spellings = [name for name, _ in work.unit_spellings()]
        ids = [add_unit(work, name) for name in spellings[:4]]
        link(work, "VP HĐND và UBND", ids[0])
        rename(work, ids[1], "Phòng Nội vụ", date(2026, 7, 1))
        merge(work, ids[2], ids[0], date(2026, 7, 1))
        for number in ("thứ nhất", "thứ hai"):
            work.save_person(Person(f"Người {number}", "Chuyên viên", "Văn phòng", date(2026, 1, 1)))
        save_office(work, _office())

    storage.write("", fill)


def fill_figures(storage: "Storage") -> None:
    """The sample's figures of a year."""
    from app.domain.reporting_period import parse_period
    from app.exchange.form_json import builtin_form_sets
    from app.exchange.sample_figures import SAMPLE_PERIODS, sample_figures, sample_lines
    from app.ports import Work
    from app.services.figure_lines import write_lines
    from app.services.stored_figures import enter_figures

    sets = {one.key: one for one in builtin_form_sets()}

    def fill(work: Work) -> None:
        for period in SAMPLE_PERIODS:
            for (key, form), figures in sample_figures(period).items():
                own = {f"{form}/{code}": one for code, one in figures.items()}
                enter_figures(work, parse_period(period), sets[key], own)
            for (key, _), lines in sample_lines(period).items():
                write_lines(work, parse_period(period), sets[key], sets[key].forms[0], lines)

    storage.write("", fill)


def _office() -> "Office":
    """An office with everything that its tab shows; nobody is named."""
    from app.domain.office import Office, usual_signer

    body = ("Ủy ban nhân dân", "xã An Phú")
    signers = (
        usual_signer("Người ký thứ nhất", "Chủ tịch", body),
        usual_signer("Người ký thứ hai", "Phó Chủ tịch", body),
    )
    recipients = {"BC": ("Sở Nội vụ", "Các phòng, đơn vị thuộc UBND xã", "Lưu: VT, VHXH")}
    superior = ("Ủy ban nhân dân tỉnh",)
    return Office(body, superior, "An Phú", signers, recipients, {"TTr": ("Sở Nội vụ",)}, {"BC/2026": 44})
