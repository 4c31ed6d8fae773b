"""Words for outlines and statistics forms: what they ask for, where they come from, in which years they count."""

from collections.abc import Iterator

from app.domain.dates import date_text
from app.domain.report_outline import Outline
from app.domain.statistics_form import Form, FormSet
from app.domain.statistics_guess import calculation_text
from app.services.kits import KitLine
from app.texts import text


def kit_row(line: KitLine) -> tuple[str, ...]:
    """The cells of an outline or a set in the list: title, purpose, document, years, where it is from."""
    origin = text("kits.shipped" if line.file is None else "kits.loaded")
    return line.content.title, text(f"kits.kind_{line.kind}"), document_words(line.content), years(line), origin


def years(line: KitLine) -> str:
    """The years it counts in."""
    if not line.counts:
        return text("kits.counts_no_longer")
    if line.first_year is None:
        return text("kits.counts_until", last=line.last_year) if line.last_year else text("kits.counts_always")
    if line.last_year is None:
        return text("kits.counts_from", first=line.first_year)
    return text("kits.counts_between", first=line.first_year, last=line.last_year)


def document_words(content: Outline | FormSet) -> str:
    """The document that prescribes it: "Công văn số 4625/BNV-CCHC ngày 02/7/2025"; "" where none is known."""
    document, number, day = (
        (content.source, content.number, content.day)
        if isinstance(content, Outline)
        else (content.source.document, content.source.number, content.source.day)
    )
    if not number:
        return document
    key = "kits.document_of_day" if day else "kits.document"
    return text(key, document=document, number=number, day=date_text(day) if day else "").strip()


def source_words(content: Outline | FormSet) -> str:
    """Where it comes from, in a sentence."""
    document = document_words(content) or text("kits.document_unknown")
    note = content.source.note if isinstance(content, FormSet) else ""
    return " ".join(part for part in (text("kits.source", document=document), f"{note}." if note else "") if part)


def outline_rows(outline: Outline) -> list[tuple[str, str, str]]:
    """The parts and points of an outline: key, title, what the register offers."""
    from app.exchange.outline_files_out import part_cells, point_cells

    cells = (cells for part in outline.parts for cells in (part_cells(part), *point_cells(part)))
    return [(one[0], one[2], "; ".join(one[3].split("\n"))) for one in cells]


def form_rows(form: Form) -> list[tuple[str, ...]]:
    """The rows of a form: code, label, unit, kind, calculation."""
    return list(_rows(form))


def _rows(form: Form) -> Iterator[tuple[str, ...]]:
    # brings the library for Excel files, which a list without a preview has no need of
    from app.exchange.form_files_out import kind_text

    for row in form.rows:
        label = f"{row.group}: {row.label}" if row.group else row.label
        yield row.code, label, row.unit, kind_text(row), calculation_text(row.calculation)
