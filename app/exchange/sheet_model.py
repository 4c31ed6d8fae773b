"""What every spreadsheet format is read into, before any table is seen in it."""

from dataclasses import dataclass, field

from app.domain.errors import Refused
from app.domain.numbers import whole_text
from app.exchange.source import MOST_ROWS

MOST_COLUMNS = 200
MOST_CELLS = 2_000_000
MOST_CHARACTERS = 50_000_000
MOST_MERGED = 1_000_000


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; all four counted from 0, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class CellRemark:
    """Something worth saying about a cell or a sheet: the key and values of a sentence. ``row`` counts from 0."""

    key: str
    values: tuple[tuple[str, str], ...]
    row: int | None = None
    unread: bool = False


@dataclass(slots=True)
class Sheet:
    """One sheet: only cells that hold text, by row and column from 0. ``fractions`` are the places of numbers that
    are not whole, ``hidden_columns`` and ``hidden_rows`` what the sheet does not show."""

    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    fractions: set[tuple[int, int]] = field(default_factory=set)
    remarks: list[CellRemark] = field(default_factory=list)

    def remark(self, key: str, row: int, column: int, unread: bool = False, **values: str) -> None:
        """Note something about one cell; its sheet and address come with the values."""
        where = {"sheet": self.name, "cell": address(row, column), **values}
        self.remarks.append(CellRemark(key, tuple(where.items()), row, unread))


class Workbook:
    """The sheets of a file, gathered within bounds: raises Refused where there is more than any plan holds."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.sheets: list[Sheet] = []
        self.remarks: list[CellRemark] = []
        self.legacy_fonts: dict[str, int] = {}
        self._rows = 0
        self._cells = 0
        self._characters = 0

    def add_sheet(self, name: str) -> Sheet:
        """A new empty sheet."""
        self.sheets.append(Sheet(name))
        return self.sheets[-1]

    def put(self, sheet: Sheet, row: int, column: int, text: str) -> None:
        """Put ``text``, already cleaned, into a cell; empty text is no cell."""
        if not text:
            return
        if row not in sheet.rows:
            self._rows += 1
            sheet.rows[row] = {}
        sheet.rows[row][column] = text
        self._cells += 1
        self._characters += len(text)
        if self._rows > MOST_ROWS:
            raise Refused("sheet.too_many_rows", file=self.file, most=whole_text(MOST_ROWS))
        if self._characters > MOST_CHARACTERS or self._cells > MOST_CELLS:
            raise Refused("sheet.too_big", file=self.file)

    def remark(self, key: str, unread: bool = False, **values: str) -> None:
        """Note something about the whole file."""
        self.remarks.append(CellRemark(key, tuple(values.items()), None, unread))


def address(row: int, column: int) -> str:
    """The name of a cell as the sheet shows it: row 4, column 1 is "B5"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def position(name: str) -> tuple[int, int]:
    """Row and column from 0 of a cell named like "B5" or "$B$5". Raises ValueError for any other text."""
    letters = name.replace("$", "").rstrip("0123456789")
    digits = name.replace("$", "")[len(letters) :]
    if not 1 <= len(letters) <= 3 or not digits or not (letters.isascii() and letters.isalpha()):
        raise ValueError(name)
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return int(digits[:8]) - 1, column - 1
