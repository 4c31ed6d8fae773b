"""Text of spreadsheet cells: cleaned, and made Unicode where its font is from before Unicode."""

from app.domain.text import clean_cell
from app.exchange.legacy_text import convert, is_legacy_font, looks_legacy
from app.exchange.sheet_model import Sheet, Workbook, address

_SHOWN = 60


class SheetText:
    """Cleans the texts of one workbook and counts what it converted."""

    def __init__(self, workbook: Workbook) -> None:
        self._fonts = workbook.legacy_fonts
        self._clean: dict[str, str] = {}

    def of(self, runs: tuple[tuple[str, str | None], ...], font: str, sheet: Sheet, row: int, column: int) -> str:
        """The text of a cell in ``font`` from its runs, each of which may have a font of its own."""
        if len(runs) == 1 and not is_legacy_font(runs[0][1] or font):
            return self.plain(runs[0][0])
        pieces = [self._converted(text, own or font, sheet, row, column) for text, own in runs]
        return self.plain("".join(pieces))

    def plain(self, text: str) -> str:
        """``text`` cleaned. Files repeat their texts a lot, so short ones are remembered."""
        known = self._clean.get(text)
        if known is None:
            known = clean_cell(text)
            if len(text) < 200 and len(self._clean) < 50_000:
                self._clean[text] = known
        return known

    def without_font(self, text: str, sheet: Sheet, row: int, column: int) -> str:
        """``text`` cleaned, from a file that does not tell its font; a remark where that seems to matter."""
        if looks_legacy(text):
            sheet.remark("legacy.unknown_font", row, column, place=place(sheet, row, column))
        return self.plain(text)

    def _converted(self, text: str, font: str, sheet: Sheet, row: int, column: int) -> str:
        converted, lost = convert(text, font)
        if converted != text:
            self._fonts[font] = self._fonts.get(font, 0) + 1
        if lost:
            shown = clean_cell(converted)[:_SHOWN]
            where = place(sheet, row, column)
            sheet.remark("legacy.lost_u", row, column, place=where, font=font, text=shown)
        return converted


def place(sheet: Sheet, row: int, column: int) -> str:
    """Where a cell is, for a sentence."""
    return f"{sheet.name}!{address(row, column)}"
