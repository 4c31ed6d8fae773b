"""The compound files of Office 97-2003: a small file system of named streams in one file."""

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_ROOT = 5
_LAST_REAL = 0xFFFFFFF9


class OleContainer:
    """Streams by name. Raises ValueError or struct.error where the file is damaged, never reads outside it."""

    def __init__(self, content: bytes) -> None:
        if not content.startswith(SIGNATURE) or len(content) < _HEADER:
            raise ValueError("no compound file")
        self._content = content
        shift, mini_shift = struct.unpack_from("<HH", content, 0x1E)
        if shift not in (9, 12) or mini_shift != 6:
            raise ValueError("odd sector size")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        first_directory, _, self._cutoff, first_mini = struct.unpack_from("<IIII", content, 0x30)
        self._table = self._allocation_table()
        self._entries = list(self._directory(first_directory))
        self._mini_table = _numbers(self._chain(first_mini))
        self._mini_stream = next((self._chain(start) for _, kind, start, _ in self._entries if kind == _ROOT), b"")

    @property
    def names(self) -> set[str]:
        """Names of all streams and folders."""
        return {name for name, _, _, _ in self._entries}

    def stream(self, name: str) -> bytes | None:
        """The content of the first stream called ``name``; None where there is none."""
        for found, _, start, size in self._entries:
            if found == name:
                content = self._chain(start) if size >= self._cutoff else self._mini_chain(start)
                return content[:size]
        return None

    def _sector(self, number: int) -> bytes:
        offset = (number + 1) * self._size
        sector = self._content[offset : offset + self._size]
        if not sector:
            raise ValueError("sector outside the file")
        return sector

    def _allocation_table(self) -> tuple[int, ...]:
        numbers = list(struct.unpack_from("<109I", self._content, 0x4C))
        following, count = struct.unpack_from("<II", self._content, 0x44)
        for _ in range(min(count, len(self._content) // self._size)):
            if following > _LAST_REAL:
                break
            *more, following = _numbers(self._sector(following))
            numbers += more
        return tuple(n for number in numbers if number <= _LAST_REAL for n in _numbers(self._sector(number)))

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _walk(start, self._table))

    def _mini_chain(self, start: int) -> bytes:
        size, stream = self._mini_size, self._mini_stream
        return b"".join(stream[number * size : (number + 1) * size] for number in _walk(start, self._mini_table))

    def _directory(self, first: int) -> Iterator[tuple[str, int, int, int]]:
        content = self._chain(first)
        for offset in range(0, len(content) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", content, offset + 0x40)
            start, size = struct.unpack_from("<II", content, offset + 0x74)
            if kind and 2 <= length <= 64:
                yield content[offset : offset + length - 2].decode("utf-16-le", "replace"), kind, start, size


def _numbers(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


def _walk(start: int, table: tuple[int, ...]) -> Iterator[int]:
    """The numbers of a chain of sectors; a chain that bites its tail is damage."""
    number = start
    for _ in range(len(table) + 1):
        if number > _LAST_REAL:
            return
        yield number
        if number >= len(table):
            raise ValueError("chain outside the table")
        number = table[number]
    raise ValueError("endless chain")
