"""Tables in the HTML that Word, Excel and browsers put on the clipboard."""

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from app.domain.plan import Cell
from app.domain.text import clean_cell
from app.exchange.legacy_text import convert

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*['\"]?([^;,'\"]+)", re.IGNORECASE)
_CLASS_FONT = re.compile(r"\.(\w+)\s*\{[^}]*?font-family\s*:\s*['\"]?([^;,'\"}]+)", re.IGNORECASE)
_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBERED = re.compile(r"[0-9]|^\W*[A-Za-zđĐ]+[.)]")
_BLOCKS = frozenset(
    ("address", "blockquote", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p")
    + ("pre", "table", "tr", "ul")
)
_LEFT_OUT = frozenset(("script", "style", "head", "title", "template", "del", "strike", "noscript", "object", "svg"))
_MOST_SPAN = 1_000
_MOST_CELLS = 1_000_000
_DEEPEST = 200


def parse_html(markup: str) -> list[list[Cell]]:
    """All tables of ``markup`` one below the other as one block; [] where it holds none.

    A cell over several rows is None below its first, one over several columns "" beside its first. Text in TCVN3 or
    VNI fonts becomes Unicode.
    """
    if "<table" not in markup.lower():
        return []
    try:
        root = lxml.html.document_fromstring(_without_controls(markup))
    except (etree.LxmlError, ValueError, AssertionError):
        return []
    reader = _Reader(dict(_CLASS_FONT.findall(markup)))
    tables = [table for table in root.iter("table") if not any(True for _ in table.iterancestors("table"))]
    return filled([row for table in tables for row in reader.grid(table)])


def filled(rows: list[list[Cell]]) -> list[list[Cell]]:
    """``rows`` filled up to the same length; the last ones are left out where that makes more cells than any table
    holds."""
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows[: _MOST_CELLS // max(width, 1)]]


def _without_controls(markup: str) -> str:
    markup = re.sub(r"<\?xml[^>]*>", "", markup)
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", markup[markup.find("<") :])


class Lines:
    """Lines of text as they are found: a paragraph's edge begins a new one only where something stands already."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = [[]]

    def add(self, text: str) -> None:
        """Add to the last line; blanks alone do not begin one."""
        if text and (self._lines[-1] or text != " "):
            self._lines[-1].append(text)

    def end(self) -> None:
        """A line break."""
        self._lines.append([])

    def edge(self) -> None:
        """A paragraph begins or ends."""
        if self._lines[-1]:
            self._lines.append([])

    def text(self) -> str:
        """All lines."""
        return "\n".join("".join(line) for line in self._lines)


class _Reader:
    """Reads tables; ``fonts`` are those of the style classes."""

    def __init__(self, fonts: dict[str, str]) -> None:
        self._fonts = fonts
        self._cells = 0
        self._numbers: dict[etree._Element, int] = {}

    def grid(self, table: etree._Element) -> list[list[Cell]]:
        """The rows of ``table`` with one entry per grid column."""
        rows = [row for row in _own(table, "tr") if not _is_hidden(row)]
        grid: list[dict[int, Cell]] = [{} for _ in rows]
        for place, row in enumerate(rows):
            column = 0
            for cell in row:
                if cell.tag not in ("td", "th") or _is_hidden(cell):
                    continue
                while column in grid[place]:
                    column += 1
                column = self._put(cell, grid, place, column)
        return filled([[row.get(column, "") for column in range(max(row, default=-1) + 1)] for row in grid])

    def _put(self, cell: etree._Element, grid: list[dict[int, Cell]], place: int, column: int) -> int:
        """Lay ``cell`` into the grid; the column after it."""
        across = _span(cell, "colspan", _MOST_SPAN)
        down = _span(cell, "rowspan", len(grid) - place)
        self._cells += across * down
        if self._cells > _MOST_CELLS:
            return column
        end = column + 1
        while end < column + across and end not in grid[place]:
            end += 1
        for below in range(place, place + down):
            for beside in range(column, end):
                grid[below].setdefault(beside, "" if below == place else None)
        grid[place][column] = self.text(cell)
        return end

    def text(self, cell: etree._Element) -> str:
        """What a cell shows, one line per paragraph and line break."""
        lines = Lines()
        self._collect(cell, self._font(cell, ""), lines, 0)
        return clean_cell(lines.text())

    def _collect(self, element: etree._Element, font: str, lines: Lines, depth: int) -> None:
        lines.add(_shown(element.text, font))
        for child in element:
            if isinstance(child.tag, str) and depth < _DEEPEST:
                self._collect_child(child, font, lines, depth + 1)
            lines.add(_shown(child.tail, font))

    def _collect_child(self, child: etree._Element, font: str, lines: Lines, depth: int) -> None:
        if child.tag in _LEFT_OUT or _is_hidden(child):
            return
        if child.tag == "br":
            lines.end()
            return
        own_font = self._font(child, font)
        if _MARKER.search(child.get("style", "")):
            marker = Lines()
            self._collect(child, own_font, marker, depth)
            lines.add(_list_mark(marker.text()))
            return
        is_block = child.tag in _BLOCKS
        if is_block:
            lines.edge()
            lines.add(self._item_mark(child))
        self._collect(child, own_font, lines, depth)
        if is_block:
            lines.edge()

    def _item_mark(self, element: etree._Element) -> str:
        if element.tag != "li":
            return ""
        parent = element.getparent()
        if parent is None or parent.tag != "ol":
            return "- "
        # counted on the way: to look back from every item would take hours in a list of thousands
        self._numbers[parent] = self._numbers.get(parent, 0) + 1
        return f"{self._numbers[parent]}. "

    def _font(self, element: etree._Element, inherited: str) -> str:
        own = _FONT.search(element.get("style", ""))
        if own:
            return own[1].strip()
        return element.get("face") or self._fonts.get(element.get("class", ""), inherited)


def _own(table: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of ``table`` itself, not of a table within one of its cells."""
    for child in table:
        if child.tag == name:
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == name)


def _is_hidden(element: etree._Element) -> bool:
    return bool(_HIDDEN.search(element.get("style", "")))


def _span(cell: etree._Element, name: str, most: int) -> int:
    value = cell.get(name, "1").strip()[:6]
    if not value.isascii() or not value.isdigit():
        return 1
    # rowspan="0" means: down to the last row.
    return min(int(value) or most, most) if name == "rowspan" else min(max(1, int(value)), most)


def _shown(text: str | None, font: str) -> str:
    return convert(_BLANKS.sub(" ", text), font)[0] if text else ""


def _list_mark(drawn: str) -> str:
    """How a list item begins, from what Word draws before it: a number stays, any bullet becomes "- "."""
    drawn = clean_cell(drawn)
    return f"{drawn} " if _NUMBERED.search(drawn) else "- " if drawn else ""
