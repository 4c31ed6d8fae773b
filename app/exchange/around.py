"""What stands around the appendices of a document, line by line."""

from dataclasses import dataclass, field

from app.domain.body import BodyTable
from app.exchange.captions import Caption, is_furniture
from app.exchange.continuation import says_layout
from app.exchange.plan_paragraphs import Line
from app.exchange.source import SourceParagraph, SourceTable


@dataclass(slots=True)
class Around:
    """The text outside the appendices, in lines ``above`` the first of them and ``below`` it.

    ``texts`` are the lines that may say something of the plan, captions among them; what a table or a box says is not.
    """

    above: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    started: bool = False

    def add(self, line: Line) -> None:
        """Take over the next line of the document; page numbers are none."""
        if not isinstance(line, SourceParagraph) or line.boxed or not is_furniture(line.text):
            self._keep(line)

    def add_table(self, table: SourceTable) -> list[SourceParagraph]:
        """Take over a table that is no appendix: as it stands where it shows something, else line by line. Gives its
        lines, which may say something of the plan or of the table below."""
        lines = layout_lines(table)
        if _shows_rows(table):
            self._now.append(body_table(table))
            self.texts += [line.shown for line in lines if _is_said(line)]
        else:
            for line in lines:
                self._keep(line)
        return lines

    @property
    def _now(self) -> list[Line]:
        return self.below if self.started else self.above

    def _keep(self, line: Line) -> None:
        self._now.append(line)
        if isinstance(line, SourceParagraph) and _is_said(line):
            self.texts.append(line.shown)

    def leave_out(self, caption: Caption) -> None:
        """An appendix begins whose ``caption`` took the last lines."""
        lines = self._now
        said = [place for place, line in enumerate(lines) if isinstance(line, SourceParagraph) and _is_said(line)]
        for place in reversed(said[len(said) - caption.lines :] if caption.lines else []):
            del lines[place]
        self.started = True
        self.below += [SourceParagraph(text) for text in caption.loose]


def _is_said(line: SourceParagraph) -> bool:
    return not line.boxed and not is_furniture(line.text)


def _shows_rows(table: SourceTable) -> bool:
    """Whether a table has rows to be read across rather than blocks of text side by side."""
    across = sum(sum(bool(cell.text) for cell in row.cells) > 1 for row in table.rows)
    return across > 1 and not says_layout(table)


def layout_lines(table: SourceTable) -> list[SourceParagraph]:
    """The lines of a table that only lays out text (heading block, signatures), column after column."""
    columns = sorted({cell.column for row in table.rows for cell in row.cells})
    cells = (cell for column in columns for row in table.rows for cell in row.cells if cell.column == column)
    return [
        SourceParagraph(line, capitals=line in cell.capitals)
        for cell in cells
        for line in cell.text.split("\n")
        if line
    ]


def body_table(table: SourceTable) -> BodyTable:
    """``table`` as one of the text: a cell's words stand in its first column, what it covers besides is empty."""
    width = max((cell.column + cell.span for row in table.rows for cell in row.cells), default=0)
    rows: list[tuple[str, ...]] = []
    headings = 0
    for row in table.rows:
        said = {cell.column: cell.text for cell in row.cells}
        rows.append(tuple(said.get(column, "") for column in range(width)))
        headings += row.repeated_heading and headings == len(rows) - 1
    return BodyTable(tuple(rows), headings)
