"""What becomes of values typed, pasted or imported into a form: figures to write, and what was not taken and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.figures_entry import Doubt, FigureReading, read_figure
from app.domain.statistics_form import Figure, Figures, Form, rows_by_code
from app.services.figure_origins import follows

_NOTHING: Figures = {}


@dataclass(slots=True)
class Entry:
    """``figures`` are to be written by row code (None takes one away); ``doubts`` are to be shown beside their rows,
    ``unread`` are the rows whose value stays as it was; ``refused`` names rows that are not typed, by the key of the
    sentence that says why."""

    figures: dict[str, Figure | None] = field(default_factory=dict)
    doubts: dict[str, tuple[Doubt, ...]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)


def entry_of(form: Form, entered: Figures, typed: Mapping[str, str], known: Figures = _NOTHING) -> Entry:
    """What ``typed`` values, by row code, become; "" takes a figure away. See ``entry_of_readings``."""
    rows = rows_by_code(form)
    readings = {code: read_figure(words, rows[code]) for code, words in typed.items()}
    return entry_of_readings(form, entered, readings, known)


def entry_of_readings(
    form: Form, entered: Figures, readings: Mapping[str, FigureReading], known: Figures = _NOTHING
) -> Entry:
    """What values that were read become where ``entered`` stands already and the register says ``known``.

    The register's figures are kept. A calculated figure that comes to the same as its parts is not stored, and one
    that was stored is taken away, so that it goes on following them.
    """
    entry = Entry()
    rows = rows_by_code(form)
    for code, reading in readings.items():
        if not rows[code].kind.is_figure or code in known:
            entry.refused[code] = "figures_page.no_register" if code in known else "figures_page.no_heading"
        else:
            _take(entry, code, reading)
    after = after_entry({**entered, **known}, entry.figures)
    settled = {code: None if follows(form, after, rows[code], one) else one for code, one in entry.figures.items()}
    entry.figures = {code: one for code, one in settled.items() if one != entered.get(code)}
    if entry.figures:
        before = {**entered, **known}
        following = [row.code for row in form.rows if follows(form, before, row, entered.get(row.code))]
        entry.figures = {**dict.fromkeys(following), **entry.figures}
    return entry


def after_entry(before: Figures, new: Mapping[str, Figure | None]) -> Figures:
    """The figures of ``before`` once ``new`` ones are written."""
    every: dict[str, Figure | None] = {**before, **new}
    return {code: one for code, one in every.items() if one is not None}


def _take(entry: Entry, code: str, reading: FigureReading) -> None:
    if reading.doubts:
        entry.doubts[code] = reading.doubts
    if reading.is_unread:
        entry.unread.add(code)
    else:
        entry.figures[code] = reading.figure
