"""What every reader (Word, Excel, the clipboard) makes of a file: paragraphs and grids, before any meaning."""

from dataclasses import dataclass, field

from app.domain.body import Run

MOST_ROWS = 20_000
"""More rows than any plan has: a file with more is refused, so that time and memory stay bounded."""


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell of a source table: its text lines joined by "\\n" (already NFC, each line stripped, blanks collapsed).

    ``column`` is its first grid column, ``span`` the number of grid columns it covers, ``merged_above`` True for a
    cell that continues the one above it. ``capitals`` are those of its lines that are drawn in capitals though typed
    otherwise.
    """

    text: str
    column: int
    span: int = 1
    merged_above: bool = False
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Cells in grid order. ``repeated_heading`` is set where the file itself marks a heading row."""

    cells: tuple[SourceCell, ...]
    repeated_heading: bool = False


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as it stands; ``number`` counts the file's tables from 1. ``widths`` are grid column widths in mm."""

    rows: tuple[SourceRow, ...]
    number: int
    widths: tuple[float, ...] = ()
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A paragraph outside tables, its text already normalised like a cell's. ``centered`` and ``bold`` as drawn.

    ``runs`` is the text with its looks and the marks of its footnotes, empty where the reader knows neither; ``boxed``
    is set for the text of a box that stands beside the page's own, ``capitals`` where all of it is drawn in capitals
    though typed otherwise.
    """

    text: str
    centered: bool = False
    bold: bool = False
    runs: tuple[Run, ...] = ()
    boxed: bool = False
    capitals: bool = False

    @property
    def shown(self) -> str:
        """The text as it is drawn, by which headings and signatures are known."""
        return self.text.upper() if self.capitals else self.text


@dataclass(frozen=True, slots=True)
class SourceRemark:
    """Something left out or changed while reading: the key of a sentence and its values, and the table (from 1) and
    row (from 1) where known. ``unread`` distinguishes a loss from an assumption."""

    key: str
    values: tuple[tuple[str, str], ...] = ()
    table: int | None = None
    row: int | None = None
    unread: bool = False


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A whole file in reading order. ``name`` is the file name without folders; ``footnotes`` each begin with the mark
    that the runs of their paragraph hold."""

    name: str
    blocks: tuple[SourceParagraph | SourceTable, ...]
    remarks: tuple[SourceRemark, ...] = field(default=())
    footnotes: tuple[str, ...] = ()
