"""The records that an .xls workbook (Excel 97-2003, BIFF8) is made of, and the strings in them."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from app.exchange.sheet_xlsx_parts import Runs

CONTINUE = 0x003C
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08


class Record(NamedTuple):
    """One record: its kind, its content and the contents of the records that continue it."""

    kind: int
    parts: list[bytes]

    @property
    def data(self) -> bytes:
        """The content before any continuation."""
        return self.parts[0]


class RichString(NamedTuple):
    """A string and where its fonts change: (position, font number)."""

    text: str
    changes: tuple[tuple[int, int], ...]

    def runs(self, fonts: list[str]) -> Runs:
        """The pieces with their fonts' names."""
        starts = [0, *(position for position, _ in self.changes)]
        ends = [*starts[1:], len(self.text)]
        names = [None, *(font_name(fonts, font) for _, font in self.changes)]
        pieces = zip(starts, ends, names, strict=True)
        return tuple((self.text[start:end], name) for start, end, name in pieces if start < end)


def font_name(fonts: list[str], number: int) -> str:
    """The name of font ``number``; Excel leaves out number 4."""
    place = number - 1 if number > 4 else number
    return fonts[place] if 0 <= place < len(fonts) else ""


def records(content: bytes, offset: int) -> Iterator[Record]:
    """The records from ``offset`` on, continuations joined to what they continue."""
    current: Record | None = None
    while offset + 4 <= len(content):
        kind, length = struct.unpack_from("<HH", content, offset)
        data = content[offset + 4 : offset + 4 + length]
        if len(data) < length:
            raise ValueError("record cut off")
        offset += 4 + length
        if kind == CONTINUE and current is not None:
            current.parts.append(data)
            continue
        if current is not None:
            yield current
        current = Record(kind, [data])
    if current is not None:
        yield current


def short_string(data: bytes, offset: int) -> str:
    """A string with its length in one byte."""
    length, flags = struct.unpack_from("<BB", data, offset)
    return _decoded(data[offset + 2 : offset + 2 + length * (1 + (flags & _WIDE))], flags)


class StringReader:
    """Reads strings one after the other over the breaks between a record and its continuations."""

    def __init__(self, parts: list[bytes], offset: int) -> None:
        self._parts = parts
        self._part = 0
        self._offset = offset

    def next(self) -> RichString:
        """The next string."""
        length, flags = struct.unpack("<HB", self._take(3))
        changes = struct.unpack("<H", self._take(2))[0] if flags & _RICH else 0
        extra = struct.unpack("<I", self._take(4))[0] if flags & _EXTENDED else 0
        text = self._characters(length, flags)
        numbers = struct.unpack(f"<{changes * 2}H", self._take(changes * 4))
        self._take(extra)
        return RichString(text, tuple(zip(numbers[::2], numbers[1::2], strict=True)))

    def _take(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count:
            piece = self._parts[self._part][self._offset : self._offset + count - len(taken)]
            taken += piece
            self._offset += len(piece)
            if len(taken) < count:
                self._next_part()
        return taken

    def _next_part(self) -> None:
        self._part += 1
        self._offset = 0
        if self._part >= len(self._parts):
            raise ValueError("string cut off")

    def _characters(self, length: int, flags: int) -> str:
        text = ""
        while True:
            width = 1 + (flags & _WIDE)
            part = self._parts[self._part]
            count = min(length - len(text), (len(part) - self._offset) // width)
            text += _decoded(part[self._offset : self._offset + count * width], flags)
            self._offset += count * width
            if len(text) >= length:
                return text
            # The rest stands in the next record, which says anew how wide its characters are.
            self._next_part()
            flags = self._take(1)[0]


def _decoded(raw: bytes, flags: int) -> str:
    # Decoded unit by unit, so that lengths count as Excel counts them.
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw))) if flags & _WIDE else raw.decode("latin-1")
