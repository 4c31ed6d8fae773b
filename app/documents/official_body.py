"""The text of an official document: numbered levels, articles and tables as paragraphs of the printed one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.documents.column_widths import ColumnText, column_widths
from app.documents.layout import Layout
from app.documents.model import Block, Paragraph, Style, Table, TableCell
from app.documents.official_wording import ended
from app.domain.body import BodyParagraph, BodyPart, BodyTable, Level, Run, words_of
from app.domain.official import is_label, is_point_title

_ARTICLE = re.compile(r"\s*Điều\s+\d+[a-zđ]?\s*\.")
_NUMBER = re.compile(r"[-+]?[\d.,\s]+%?|-")
_STYLES = {
    Level.PART: Style.PART,
    Level.ITEM: Style.ITEM,
    Level.POINT: Style.POINT,
    Level.DASH: Style.BODY,
    Level.ARTICLE: Style.ARTICLE,
    Level.PLAIN: Style.BODY,
    Level.HEADING: Style.BODY_HEADING,
}
_TITLES = {Level.ITEM: Style.ITEM_TITLE, Level.ARTICLE: Style.ARTICLE_TITLE, Level.POINT: Style.POINT_TITLE}


def body_blocks(body: Sequence[BodyPart], rules: Layout) -> Iterator[Block]:
    """``body`` in the styles of its levels, the sign "./." at its end; paragraphs without words are left out."""
    shown = [block for block in body if isinstance(block, BodyTable) or words_of(block).strip()]
    ended_body = _with_end(shown)
    for block, following in zip(ended_body, [*ended_body[1:], None], strict=False):
        yield body_table(block, rules) if isinstance(block, BodyTable) else _paragraph(block, following)


def _with_end(body: list[BodyPart]) -> list[BodyPart]:
    """The body whose last paragraph ends in "./."; one that ends with a table stays."""
    if not body or isinstance(body[-1], BodyTable):
        return body
    last = body[-1]
    words = words_of(last).rstrip()
    kept = len(words) - len(_signs_at_end(words))
    runs = [*_cut(last.runs, kept)]
    tail = runs.pop()
    return [*body[:-1], replace(last, runs=(*runs, replace(tail, text=ended(tail.text))))]


def _signs_at_end(words: str) -> str:
    return words[len(words.rstrip(" ;.,/")) :]


def _cut(runs: Sequence[Run], length: int) -> Iterator[Run]:
    """The first ``length`` letters of ``runs``, one run at least."""
    for number, run in enumerate(runs):
        if length > 0 or not number:
            yield replace(run, text=run.text[: max(length, 0)])
        length -= len(run.text)


def _paragraph(paragraph: BodyParagraph, following: BodyPart | None) -> Paragraph:
    is_title = is_label(paragraph, following) or is_point_title(paragraph, following)
    style = (_TITLES if is_title else _STYLES)[paragraph.level]
    runs = _with_bold_article(paragraph.runs) if style is Style.ARTICLE else paragraph.runs
    return rich_paragraph(runs, style)


def rich_paragraph(runs: Sequence[Run], style: Style) -> Paragraph:
    """A paragraph of ``runs``, kept as plain text where nothing in it is bold or slanted."""
    text = "".join(run.text for run in runs)
    plain = not any(run.bold or run.italic for run in runs)
    return Paragraph(text, style, () if plain else tuple(run for run in runs if run.text))


def _with_bold_article(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """ "Điều 1." in bold where the first run begins with it."""
    found = _ARTICLE.match(runs[0].text)
    if not found:
        return runs
    first, end = runs[0], found.end()
    return (replace(first, text=first.text[:end], bold=True), replace(first, text=first.text[end:]), *runs[1:])


def body_table(table: BodyTable, rules: Layout, landscape: bool = False) -> Table:
    """``table`` as wide as the paper lets it be, columns of ordinals and numbers centred."""
    heading = [_heading_row(row) for row in table.rows[: table.heading_rows]]
    rows = table.rows[table.heading_rows :]
    columns = range(len(table.rows[0]))
    centered = [_holds_numbers([row[i] for row in rows]) for i in columns]
    drawn = tuple(tuple(TableCell(row[i], centered=centered[i]) for i in columns) for row in rows)
    return Table(_widths(table, rules, landscape), heading[0] if heading else (), drawn, tuple(heading[1:]))


def _heading_row(row: tuple[str, ...]) -> tuple[TableCell | None, ...]:
    return tuple(TableCell(words, Style.TABLE_HEADING, centered=True) for words in row)


def _holds_numbers(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(_NUMBER.fullmatch(cell.strip()) for cell in filled)


def _widths(table: BodyTable, rules: Layout, landscape: bool) -> tuple[float, ...]:
    total = rules.page("A4", landscape).printable_width
    columns = [
        ColumnText(" ".join(row[i] for row in table.rows[: table.heading_rows]), cells, narrow=_is_ordinal(i, cells))
        for i, cells in enumerate(zip(*table.rows[table.heading_rows :], strict=True))
    ] or [ColumnText(words, ()) for words in table.rows[0]]
    return column_widths(columns, total, rules.styles[Style.TABLE_CELL].size, rules.cell_padding)


def _is_ordinal(column: int, cells: Sequence[str]) -> bool:
    return column == 0 and all(len(cell) <= 5 for cell in cells)
