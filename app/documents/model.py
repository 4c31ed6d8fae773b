"""One content model for everything that is printed; each writer (PDF, Word, Excel) draws the same document."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.documents.form_report import FormReport
from app.domain.body import Run
from app.domain.official import Urgency
from app.domain.plan import PlanInfo


class Style(StrEnum):
    """Names of the paragraph styles; sizes, weights and slants stand in ``resources/layout``."""

    SUPERIOR_BODY = "superior_body"
    ISSUING_BODY = "issuing_body"
    COUNTRY = "country"
    MOTTO = "motto"
    SYMBOL = "symbol"
    PLACE_DATE = "place_date"
    DISPATCH_TITLE = "dispatch_title"
    URGENCY = "urgency"
    DOCUMENT_TYPE = "document_type"
    DOCUMENT_TITLE = "document_title"
    ISSUING_AUTHORITY = "issuing_authority"
    APPENDIX_LABEL = "appendix_label"
    APPENDIX_TITLE = "appendix_title"
    ATTACHED_TO = "attached_to"
    TABLE_HEADING = "table_heading"
    TABLE_SECTION = "table_section"
    TABLE_CELL = "table_cell"
    ADDRESSEE = "addressee"
    BASIS = "basis"
    BODY = "body"
    BODY_HEADING = "body_heading"
    PART = "part"
    ITEM = "item"
    ITEM_TITLE = "item_title"
    POINT = "point"
    POINT_TITLE = "point_title"
    ARTICLE = "article"
    ARTICLE_TITLE = "article_title"
    RECIPIENTS_LABEL = "recipients_label"
    RECIPIENT = "recipient"
    SIGNING_AUTHORITY = "signing_authority"
    SIGNER_NAME = "signer_name"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in one style; "\\n" breaks a line.

    ``runs``, where given, spell the same text with the bold and slanted stretches that are added to the style's own.
    ``left`` moves the whole paragraph in by so many millimetres. ``rule`` draws a line below, of that share of the last
    line's length.
    """

    text: str
    style: Style
    runs: tuple[Run, ...] = ()
    left: float = 0.0
    rule: float = 0.0


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
    to the left covers; every row has one entry per column. ``heading`` is empty where there is none; ``more_heading``
    holds the further rows of a heading of several."""

    widths: tuple[float, ...]
    heading: tuple[TableCell | None, ...]
    rows: tuple[tuple[TableCell | None, ...], ...]
    more_heading: tuple[tuple[TableCell | None, ...], ...] = ()

    @property
    def headings(self) -> tuple[tuple[TableCell | None, ...], ...]:
        """All rows of the heading, from top to bottom."""
        return (self.heading, *self.more_heading) if self.heading else self.more_heading


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """The two-column head of a document: bodies, number, a dispatch's title and the urgency on the left; country,
    motto, place and date on the right. Empty strings are left out."""

    superior_body: str
    issuing_body: str
    symbol: str
    place_date: str
    dispatch_title: str = ""
    urgency: Urgency = Urgency.NONE


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The end of a document, kept on one page together with some of its text: the recipients on the left, one line
    each and the heading above them; on the right in whose right it is signed, a line each, and the name below."""

    recipients_label: str
    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    name: str


Block = Paragraph | Table | HeadingBlock | SignatureBlock


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
    beside the text; ``forms`` the figures of its statistics forms, for formats that compute."""

    title: str
    sections: tuple[Section, ...]
    info: PlanInfo | None = None
    forms: FormReport | None = None
