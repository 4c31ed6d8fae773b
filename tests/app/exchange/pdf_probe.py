"""Reads back where the words and lines of a PDF file stand, for tests."""

import ctypes
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

MM = 25.4 / 72


@dataclass(frozen=True)
class Word:
    """A word on paper; millimetres from the left and upper edge of its page (counted from 0), size in points. ``base``
    is the height that its letters stand on."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    font: str
    base: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Stroke:
    """The bounds of the drawn lines and frames of one path, in millimetres."""

    page: int
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Probe:
    """What a PDF file shows."""

    words: list[Word]
    strokes: list[Stroke]
    pages: int
    bookmarks: list[tuple[str, int]]
    title: str
    embedded: bool
    sizes: list[tuple[float, float]]
    """Width and height of each page in millimetres."""

    def on(self, page: int) -> list[Word]:
        return [word for word in self.words if word.page == page]

    def text(self, page: int | None = None) -> str:
        return " ".join(word.text for word in self.words if page is None or word.page == page)

    def line_of(self, page: int, start: str) -> list[Word]:
        """The words on the line whose first word is ``start``."""
        first = next(word for word in self.on(page) if word.text == start)
        return [word for word in self.on(page) if abs(word.bottom - first.bottom) < 2.0]


def probe(path: Path) -> Probe:
    """Reads ``path``."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    words: list[Word] = []
    strokes: list[Stroke] = []
    embedded = True
    sizes = [(width * MM, height * MM) for width, height in map(document.get_page_size, range(len(document)))]
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        words += _words(text_page.raw, number, page.get_height())
        for thing in page.get_objects():
            left, bottom, right, top = thing.get_bounds()
            height = page.get_height()
            if thing.type == pdfium.FPDF_PAGEOBJ_PATH:
                strokes.append(Stroke(number, left * MM, right * MM, (height - top) * MM, (height - bottom) * MM))
            elif thing.type == pdfium.FPDF_PAGEOBJ_TEXT:
                font = pdfium.FPDFTextObj_GetFont(thing.raw)
                embedded = embedded and bool(pdfium.FPDFFont_GetIsEmbedded(font))
        text_page.close()
        page.close()
    bookmarks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    title = document.get_metadata_value("Title")
    count = len(document)
    document.close()
    return Probe(words, strokes, count, bookmarks, title, embedded, sizes)


_Letter = tuple[str, tuple[float, float, float, float], float, str, float]
"""The letter, its box, its size, its font and the height that it stands on, as ``pdfium`` counts."""


def _words(raw: object, page: int, height: float) -> list[Word]:
    words: list[Word] = []
    letters: list[_Letter] = []
    for index in range(pdfium.FPDFText_CountChars(raw)):
        letter = chr(pdfium.FPDFText_GetUnicode(raw, index))
        if not letter.isspace():
            size, font = pdfium.FPDFText_GetFontSize(raw, index), _font(raw, index)
            letters.append((letter, _box(raw, index), size, font, _origin(raw, index)))
        elif letters:
            words.append(_word(letters, page, height))
            letters = []
    return [*words, _word(letters, page, height)] if letters else words


def _word(letters: list[_Letter], page: int, height: float) -> Word:
    boxes = [box for _, box, *_ in letters]
    return Word(
        "".join(letter for letter, *_ in letters),
        page,
        min(box[0] for box in boxes) * MM,
        max(box[1] for box in boxes) * MM,
        (height - max(box[3] for box in boxes)) * MM,
        (height - min(box[2] for box in boxes)) * MM,
        letters[0][2],
        letters[0][3],
        (height - letters[0][4]) * MM,
    )


def _origin(raw: object, index: int) -> float:
    """Height that a letter stands on, in points from the lower edge of the page."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
    return y.value


def _box(raw: object, index: int) -> tuple[float, float, float, float]:
    """Left, right, bottom, top in points."""
    sides = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(raw, index, *sides)
    left, right, bottom, top = (side.value for side in sides)
    return left, right, bottom, top


def _font(raw: object, index: int) -> str:
    buffer = ctypes.create_string_buffer(100)
    pdfium.FPDFText_GetFontInfo(raw, index, buffer, 100, ctypes.c_int())
    return buffer.value.decode()
