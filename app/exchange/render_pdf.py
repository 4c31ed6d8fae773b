"""Turns the pages of a PDF file into pictures, for the preview and the printer."""

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import pypdfium2

from app.domain.errors import Refused

_POINTS_PER_INCH = 72
_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels, three bytes (red, green, blue) each, rows ``stride`` bytes apart, on white."""

    width: int
    height: int
    stride: int
    pixels: bytes


class PdfPages:
    """The pages of one PDF file, counted from 0. Use it in one thread at a time, as a context manager."""

    def __init__(self, path: Path) -> None:
        """Opens ``path``. Raises Refused where it is no readable PDF file."""
        try:
            self._document: Any = pypdfium2.PdfDocument(path.read_bytes())
        except (pypdfium2.PdfiumError, OSError) as error:
            raise Refused("document.pdf_unreadable", name=path.name) from error

    def __enter__(self) -> "PdfPages":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in millimetres."""
        width, height = self._document.get_page_size(number)
        scale = _MM_PER_INCH / _POINTS_PER_INCH
        return width * scale, height * scale

    def image(self, number: int, dots_per_inch: float) -> PageImage:
        """A page as a picture at a resolution."""
        page = self._document[number]
        bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, rev_byteorder=True)
        image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
        return image

    def text(self, number: int) -> str:
        """The words of a page, as a reader program would copy them."""
        page = self._document[number]
        text_page = page.get_textpage()
        words = str(text_page.get_text_bounded())
        text_page.close()
        page.close()
        return words

    def close(self) -> None:
        """Lets the file go."""
        self._document.close()
