"""A statistics form filled in, as a section of a report: the two-row heading and merged notes of the official form."""

import re
from collections.abc import Mapping
from decimal import Decimal

from app.documents.column_widths import ColumnText, column_widths
from app.documents.layout import layout
from app.documents.model import Paragraph, Section, Style, Table, TableCell
from app.domain.dates import date_text
from app.domain.figures_entry import figure_text
from app.domain.report_span import Span
from app.domain.statistics_compute import filled
from app.domain.statistics_form import Figure, Form, FormRow, Shape, ValueKind
from app.texts import text

_NARROW = 14.0
_VALUE = 26.0
_UNIT = 32.0
_BETWEEN_ANSWERS = re.compile(r"(?<=\d) (?=\S)")


def figures_of(form: Form, figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """The figures of ``form`` by row code, computed ones included, from all ``figures`` by "form/row"."""
    prefix = f"{form.key}/"
    own = {code.removeprefix(prefix): one for code, one in figures.items() if code.startswith(prefix)}
    return filled(form, own)


def form_label(form: Form) -> str:
    """What a form is called in a report: "Biểu số 1"."""
    return text("form_table.label", form=form.key)


def form_section(form: Form, figures: Mapping[str, Figure], span: Span) -> Section:
    """``form`` (one of rows) with the ``figures`` by "form/row" of a period."""
    name = span.period.name
    name = name[:1].lower() + name[1:]
    period = text("form_table.period", period=name, start=date_text(span.start), end=date_text(span.end))
    label = form_label(form)
    head = (
        Paragraph(label, Style.APPENDIX_LABEL),
        Paragraph(form.title, Style.APPENDIX_TITLE),
        Paragraph(period, Style.ATTACHED_TO),
    )
    return Section(label, (*head, form_table(form, figures_of(form, figures))))


def form_table(form: Form, figures: Mapping[str, Figure]) -> Table:
    """The table of ``form`` with ``figures`` by row code. Raises ValueError for a form of columns."""
    if form.shape is not Shape.ROWS:
        raise ValueError(form.key)
    noted = _notes(form)
    rows = tuple(_row(row, figures.get(row.code), noted[place]) for place, row in enumerate(form.rows))
    first = (
        _heading("ordinal", rows=2),
        _heading("indicator", rows=2),
        _heading("result", columns=2),
        None,
        _heading("note", rows=2),
    )
    second = (None, None, _heading("unit"), _heading("value"), None)
    return Table(_widths(form), first, rows, (second,))


def _heading(name: str, rows: int = 1, columns: int = 1) -> TableCell:
    return TableCell(text(f"form_table.{name}"), Style.TABLE_HEADING, rows, columns, centered=True)


def _notes(form: Form) -> list[TableCell | None]:
    """The note beside each row; None where the one above reaches down to it."""
    cells: list[TableCell | None] = []
    covered = 0
    for row in form.rows:
        cells.append(None if covered else TableCell(row.note, rows=max(row.note_rows, 1)))
        covered = covered - 1 if covered else max(row.note_rows, 1) - 1
    return cells


def _row(row: FormRow, figure: Figure | None, note: TableCell | None) -> tuple[TableCell | None, ...]:
    style = Style.TABLE_SECTION if row.kind is ValueKind.HEADING else Style.TABLE_CELL
    return (
        TableCell(row.code, style, centered=True),
        TableCell(row.label, style),
        TableCell(_unit(row), centered=True),
        TableCell(value_text(row, figure), centered=True),
        note,
    )


def _unit(row: FormRow) -> str:
    """The unit, each answer of a coded row on a line of its own: "Có = 1"."""
    return _BETWEEN_ANSWERS.sub("\n", row.unit) if row.kind is ValueKind.CODED else row.unit


def value_text(row: FormRow, figure: Figure | None) -> str:
    """A figure as it stands in its cell; a coded one with what it means."""
    words = figure_text(figure, row.kind)
    if row.kind is not ValueKind.CODED or figure is None or figure.value is None:
        return words
    meaning = next((one.meaning for one in row.answers if Decimal(one.number) == figure.value), "")
    return text("form_table.answer", number=words, meaning=meaning) if meaning else words


def _widths(form: Form) -> tuple[float, ...]:
    measures = layout()
    total = measures.page("A4", landscape=True).printable_width
    columns = (
        ColumnText(text("form_table.ordinal"), [row.code for row in form.rows], _NARROW),
        ColumnText(text("form_table.indicator"), [row.label for row in form.rows]),
        ColumnText(text("form_table.unit"), [_unit(row) for row in form.rows], _UNIT),
        ColumnText(text("form_table.value"), [], _VALUE),
        ColumnText(text("form_table.note"), [row.note for row in form.rows]),
    )
    return column_widths(columns, total, measures.styles[Style.TABLE_CELL].size, measures.cell_padding)
