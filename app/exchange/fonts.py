"""The serif type for paper: Times New Roman where the PC has it, else Liberation Serif 2, which has its widths."""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.domain.errors import MachineTrouble, Refused
from app.paths import RESOURCES

_TIMES = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
_TIMES_UNIX = (
    "Times_New_Roman.ttf",
    "Times_New_Roman_Bold.ttf",
    "Times_New_Roman_Italic.ttf",
    "Times_New_Roman_Bold_Italic.ttf",
)
_LIBERATION = (
    "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf",
)
_SIGNS = ("seguisym.ttf", "arial.ttf", "simsun.ttc", "msyh.ttc", "seguiemj.ttf")
_SIGNS_UNIX = ("dejavu/DejaVuSans.ttf", "noto/NotoSansSymbols2-Regular.ttf")
_MARKS = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_VOWELS = "aăâeêioôơuưy"


@dataclass(frozen=True, slots=True)
class FontFamily:
    """Names, as the PDF library knows them, of the four faces; ``name`` is the family's own name."""

    name: str
    regular: str
    bold: str
    italic: str
    bold_italic: str

    def face(self, bold: bool, italic: bool) -> str:
        """The name of one face."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


def vietnamese_letters() -> frozenset[str]:
    """Every letter of Vietnamese with every tone, small and capital."""
    small = {unicodedata.normalize("NFC", vowel + mark) for vowel in _VOWELS for mark in _MARKS}
    small |= set("bcdđghklmnpqrstvx")
    return frozenset(small | {letter.upper() for letter in small})


def font_folders() -> list[tuple[Path, tuple[str, ...]]]:
    """Where the four faces may lie, best first: folder and the file names of regular, bold, italic, bold italic."""
    windows = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
    own = Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData/Local"))) / "Microsoft/Windows/Fonts"
    system = Path("/usr/share/fonts/truetype")
    return [
        (windows, _TIMES),
        (own, _TIMES),
        (system / "msttcorefonts", _TIMES_UNIX),
        (system / "liberation2", _LIBERATION),
        (system / "liberation", _LIBERATION),
        (RESOURCES / "fonts", _LIBERATION),
    ]


def font_files() -> tuple[Path, ...]:
    """The files of regular, bold, italic and bold italic of the first family that has every Vietnamese letter.

    Raises MachineTrouble where the PC has none.
    """
    return _fonts()[1]


@cache
def font_family() -> FontFamily:
    """The family for PDF files, its faces made known to the PDF library.

    Raises MachineTrouble where the PC has no family with every Vietnamese letter.
    """
    faces, _files = _fonts()
    for face in faces:
        pdfmetrics.registerFont(face)
    return FontFamily(_family_name(faces[0]), *(face.fontName for face in faces))


def _family_name(face: TTFont) -> str:
    name = face.face.familyName
    return name.decode("latin-1") if isinstance(name, bytes) else str(name)


@cache
def _fonts() -> tuple[tuple[TTFont, ...], tuple[Path, ...]]:
    for files in _candidates():
        faces = _opened(files)
        if faces and all(_covers(face) for face in faces):
            return faces, files
    raise MachineTrouble("document.no_font")


@cache
def face_for_sign(sign: str) -> str:
    """The name of a face of another family for a sign that the main family lacks (a tick, a box, a foreign letter).

    Raises Refused where no font of this PC has it: it would otherwise be missing on paper.
    """
    for file in _sign_files():
        face = _sign_face(file)
        if face is not None and ord(sign) in face.face.charToGlyph:
            return str(face.fontName)
    raise Refused("document.sign_missing", sign=sign, code=f"{ord(sign):04X}")


def _sign_files() -> list[Path]:
    windows = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
    system = Path("/usr/share/fonts/truetype")
    return [*(windows / name for name in _SIGNS), *(system / name for name in _SIGNS_UNIX)]


@cache
def _sign_face(file: Path) -> TTFont | None:
    try:
        face = TTFont(f"document-{file.stem}", str(file))
    except (TTFError, OSError):
        return None
    pdfmetrics.registerFont(face)
    return face


def _candidates() -> Iterator[tuple[Path, ...]]:
    for folder, names in font_folders():
        files = tuple(folder / name for name in names)
        if all(file.is_file() for file in files):
            yield files


def _opened(files: tuple[Path, ...]) -> tuple[TTFont, ...]:
    """The faces, or none where a file is damaged or forbids embedding."""
    names = ("document-regular", "document-bold", "document-italic", "document-bold-italic")
    try:
        return tuple(TTFont(name, str(file)) for name, file in zip(names, files, strict=True))
    except (TTFError, OSError):
        return ()


def _covers(face: TTFont) -> bool:
    known = face.face.charToGlyph
    return all(ord(letter) in known for letter in vietnamese_letters())
