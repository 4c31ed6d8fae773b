"""The guide on paper: the pages of the help as chapters one after the other."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from app.documents.layout import Layout, StyleLayout, layout
from app.documents.model import Paragraph, Style, Table, TableCell
from app.domain.body import Run
from app.domain.help_page import Block, Grid, Heading, HelpPage, Item, Note, Picture, Spans, Words, plain_words
from app.paths import RESOURCES
from app.texts import text

_MARKS = {"-": "–"}
_FEW, _SHORT = 3, 40
"""Tables of more rows, none with longer words, are printed in two halves."""


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture of the screen by the name of its file, with its caption."""

    file: str
    caption: Paragraph


GuideBlock = Paragraph | Table | Illustration


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the help on paper."""

    title: str
    blocks: tuple[GuideBlock, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The whole guide: ``head`` stands above the contents."""

    title: str
    head: tuple[Paragraph, ...]
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class PictureMeasures:
    """Millimetres: the size of a printed pixel, the most that a picture takes, the space before and below it."""

    mm_per_pixel: float
    widest: float
    before: float
    below: float


def guide(pages: Iterable[HelpPage], version: str) -> Guide:
    """The guide that ``pages`` make, for ``version`` of the program."""
    title = text("help.guide_title")
    about = text("help.guide_about", version=version)
    head = (
        Paragraph(text("help.guide_program"), Style.DOCUMENT_TITLE),
        Paragraph(title, Style.DOCUMENT_TYPE),
        Paragraph(about, Style.DOCUMENT_TITLE),
        Paragraph(text("help.guide_contents"), Style.APPENDIX_LABEL),
    )
    return Guide(title, head, tuple(_chapter(number, page) for number, page in enumerate(pages, 1)))


@cache
def guide_layout() -> Layout:
    """The sizes and margins of the guide: those of the program's documents where the guide has none of its own."""
    own = _measures()
    styles = {Style(name): StyleLayout(**values) for name, values in own["styles"].items()}
    base = layout()
    margins = base.margins | {"portrait": own["margins"]}
    tables = {name: own[name] for name in ("cell_padding", "after_table")}
    return replace(base, styles=base.styles | styles, margins=margins, **tables)


@cache
def picture_measures() -> PictureMeasures:
    """How large pictures are printed."""
    return PictureMeasures(**_measures()["picture"])


@cache
def _measures() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((RESOURCES / "help" / "guide.json").read_text(encoding="utf-8"))
    return found


def _chapter(number: int, page: HelpPage) -> Chapter:
    return Chapter(f"{number}. {page.title}", tuple(_block(block) for block in page.blocks))


def _block(block: Block) -> GuideBlock:
    match block:
        case Heading(words):
            return Paragraph(words, Style.ITEM_TITLE)
        case Words(spans):
            return _paragraph(spans, Style.BODY)
        case Note(spans):
            return _paragraph(spans, Style.ITEM)
        case Item(mark, spans):
            hanging = float(_measures()["hanging"])
            return _paragraph(spans, Style.POINT, f"{_MARKS.get(mark, mark)} ", hanging)
        case Picture(name, caption):
            return Illustration(f"{name}.png", Paragraph(caption, Style.ATTACHED_TO))
        case Grid(rows, is_headed):
            return _headed(rows) if is_headed else _table(rows)


def _paragraph(spans: Spans, style: Style, mark: str = "", left: float = 0.0) -> Paragraph:
    runs = tuple(Run(span.words, bold=span.is_name or span.is_key) for span in spans)
    first = (Run(mark),) if mark else ()
    return Paragraph(mark + plain_words(spans), style, runs=(*first, *runs), left=left)


def _table(rows: Sequence[tuple[Spans, ...]]) -> Table:
    """Rows of two cells; short ones stand in two halves side by side."""
    words = [[plain_words(cell) for cell in row] for row in rows]
    if len(words) <= _FEW or max(len(row[1]) for row in words) > _SHORT:
        return _grid("table_widths", words)
    half = (len(words) + 1) // 2
    right = [*words[half:], ["", ""]]
    return _grid("half_widths", [[*left, *right[number]] for number, left in enumerate(words[:half])])


def _headed(rows: Sequence[tuple[Spans, ...]]) -> Table:
    first, *rest = ([plain_words(cell) for cell in row] for row in rows)
    heading = tuple(TableCell(words, Style.TABLE_HEADING, centered=True) for words in first)
    return replace(_grid("table_widths", rest), heading=heading)


def _grid(widths: str, rows: Iterable[Sequence[str]]) -> Table:
    cells = tuple(tuple(TableCell(words) for words in row) for row in rows)
    return Table(tuple(float(width) for width in _measures()[widths]), (), cells)
