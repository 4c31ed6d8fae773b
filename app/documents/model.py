"""One content model for everything that is printed; each writer (PDF, Word, Excel) draws the same document."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.domain.plan import PlanInfo


class Style(StrEnum):
    """Names of the paragraph styles; sizes, weights and slants stand in ``resources/layout``."""

    SUPERIOR_BODY = "superior_body"
    ISSUING_BODY = "issuing_body"
    COUNTRY = "country"
    MOTTO = "motto"
    SYMBOL = "symbol"
    PLACE_DATE = "place_date"
    DOCUMENT_TYPE = "document_type"
    DOCUMENT_TITLE = "document_title"
    APPENDIX_LABEL = "appendix_label"
    APPENDIX_TITLE = "appendix_title"
    ATTACHED_TO = "attached_to"
    TABLE_HEADING = "table_heading"
    TABLE_SECTION = "table_section"
    TABLE_CELL = "table_cell"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in one style; "\\n" breaks a line."""

    text: str
    style: Style


class TableCell(NamedTuple):
    """A drawn cell: covers ``rows`` x ``columns`` of the grid. Lines are separated by "\\n"."""

    text: str
    style: Style = Style.TABLE_CELL
    rows: int = 1
    columns: int = 1
    centered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A grid with a repeated heading. ``widths`` are in millimetres. In a row, None is a place that a cell above or
    to the left covers; every row has one entry per column."""

    widths: tuple[float, ...]
    heading: tuple[TableCell | None, ...]
    rows: tuple[tuple[TableCell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """The two-column head of a document: bodies on the left; country, motto, place and date on the right.
    Empty strings are left out."""

    superior_body: str
    issuing_body: str
    symbol: str
    place_date: str


Block = Paragraph | Table | HeadingBlock


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation with a page numbering of their own. ``name`` is the bookmark or sheet name."""

    name: str
    blocks: tuple[Block, ...]
    landscape: bool = True
    paper: str = "A4"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole printed document. ``info`` is what is known of the plan it was made from, for formats that can carry it
    beside the text."""

    title: str
    sections: tuple[Section, ...]
    info: PlanInfo | None = None
