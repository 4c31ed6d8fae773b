"""Blocks of cells from and to the clipboard of Excel and Word.

A block has one list per row; a cell is text, "" where empty or covered by a cell to its left, None where it is
merged with the cell above.
"""

import html
import re
from collections.abc import Sequence

from app.domain.plan import Cell
from app.domain.text import clean_cell
from app.exchange.clipboard_html import filled, parse_html

Block = list[list[Cell]]

__all__ = ["Block", "format_block", "parse_clipboard", "parse_html", "parse_tsv"]

_QUOTED_END = re.compile(r'"(?=[\t\r\n]|\Z)')
_UNQUOTED_END = re.compile(r"[\t\r\n]|\Z")
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|\A"')
_BREAK = '<br style="mso-data-placement:same-cell">'
_TABLE = '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse">'
# A text format keeps Excel from taking "- ..." or "=..." for a formula and 1.10 for a number.
_CELL_STYLE = "mso-number-format:'\\@';vertical-align:top;white-space:normal"


def parse_clipboard(markup: str | None, text: str | None) -> Block:
    """The block on the clipboard: from its HTML where that holds a table, else from its plain text."""
    block = parse_html(markup) if markup else []
    return block or parse_tsv(text or "")


def parse_tsv(text: str) -> Block:
    """Cells parted by tabs and line ends, as Excel writes them: a cell with line breaks stands in quotes, quotes in
    it doubled. Rows are filled up to the same length."""
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    place = 0
    while place < len(text):
        cell, place = _take(text, place)
        row.append(clean_cell(cell))
        if text[place : place + 1] == "\t":
            place += 1
            if place == len(text):
                row.append("")
            continue
        place += 2 if text.startswith("\r\n", place) else 1
        rows.append(row)
        row = []
    return filled([*rows, row] if row else rows)


def format_block(block: Sequence[Sequence[Cell]]) -> tuple[str, str]:
    """``block`` as tab-separated text and as an HTML table, the two forms that Excel and Word take."""
    text = "".join("\t".join(_quoted(cell or "") for cell in row) + "\r\n" for row in block)
    rows = "".join(f"<tr>{_row_html(block, place)}</tr>" for place in range(len(block)))
    head = '<html><head><meta charset="utf-8"></head><body>'
    return text, f"{head}<!--StartFragment-->{_TABLE}{rows}</table><!--EndFragment--></body></html>"


def _take(text: str, place: int) -> tuple[str, int]:
    """The cell that begins at ``place``, and where it ends."""
    if text.startswith('"', place):
        end = _closing_quote(text, place + 1)
        if end is not None:
            return text[place + 1 : end].replace('""', '"'), end + 1
    match = _UNQUOTED_END.search(text, place)
    end = match.start() if match else len(text)
    return text[place:end], end


def _closing_quote(text: str, place: int) -> int | None:
    """Position of the quote that closes a cell, or None where the opening one was only a character."""
    while True:
        found = text.find('"', place)
        if found < 0:
            return None
        if text.startswith('"', found + 1):
            place = found + 2
            continue
        return found if _QUOTED_END.match(text, found) else None


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


def _row_html(block: Sequence[Sequence[Cell]], place: int) -> str:
    cells = []
    for column, cell in enumerate(block[place]):
        if cell is None and place > 0:
            continue
        down = _rows_covered(block, place, column)
        span = f' rowspan="{down}"' if down > 1 else ""
        content = html.escape(cell or "", quote=False).replace("\n", _BREAK)
        cells.append(f'<td{span} style="{_CELL_STYLE}">{content}</td>')
    return "".join(cells)


def _rows_covered(block: Sequence[Sequence[Cell]], place: int, column: int) -> int:
    end = place + 1
    while end < len(block) and column < len(block[end]) and block[end][column] is None:
        end += 1
    return end - place
