"""Packed tar files with a header changed, its check sum made to fit, or with another content."""

import io
import json
import lzma
import tarfile
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

from tests.fuzz import nasty

_TYPES = (tarfile.REGTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE, b"g")
_BLOCK = 512
_LINKS = ("/etc/passwd", "../../../ngoài", "so-cchc", ".", "", "C:\\x")


def spoilt_tar(content: bytes, chance: Random) -> bytes:
    """``content``, a .tar.xz, changed in its members, in a header, or in what they hold."""
    try:
        plain = bytearray(lzma.decompress(content))
    except (lzma.LZMAError, EOFError):
        return content + b"x"
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: _with_member(bytes(plain), chance),
        lambda: _with_header(plain, chance),
        lambda: _with_header(plain, chance),
        lambda: _with_manifest(bytes(plain), chance),
        lambda: bytes(plain[: chance.randrange(len(plain) + 1)]),
        lambda: bytes(plain) + bytes(chance.choice((0, 512, 8 << 20))),
    )
    return lzma.compress(chance.choice(ways)(), preset=0)


def _with_member(plain: bytes, chance: Random) -> bytes:
    """One more member, of any kind and name."""
    packed = io.BytesIO(plain)
    one = tarfile.TarInfo(chance.choice((*nasty.NAMES, "so-cchc/x", "so-cchc/_internal-9.0/x")) or "x")
    one.type, one.linkname = chance.choice(_TYPES), chance.choice(_LINKS)
    with suppress(tarfile.TarError, ValueError, UnicodeError), tarfile.open(fileobj=packed, mode="a") as archive:
        archive.addfile(one)
    return packed.getvalue()


def _with_header(plain: bytearray, chance: Random) -> bytes:
    """A field of some header replaced, and the sum of the header with it."""
    heads = [place for place in range(0, len(plain), _BLOCK) if plain[place + 257 : place + 262] == b"ustar"]
    if not heads:
        return bytes(plain)
    head = chance.choice(heads)
    start, length = chance.choice(((0, 100), (100, 8), (124, 12), (136, 12), (156, 1), (157, 100), (345, 155)))
    value = chance.choice((b"\xff" * length, b"7" * length, bytes(length), chance.randbytes(length), b"../" * length))
    plain[head + start : head + start + length] = value[:length]
    plain[head + 148 : head + 156] = b" " * 8
    plain[head + 148 : head + 156] = b"%06o\0 " % sum(plain[head : head + _BLOCK])
    return bytes(plain)


def _with_manifest(plain: bytes, chance: Random) -> bytes:
    """The list of parts with a value changed."""
    packed = io.BytesIO()
    with suppress(tarfile.TarError, EOFError), tarfile.open(fileobj=io.BytesIO(plain)) as old:
        files = [(one, old.extractfile(one)) for one in old if one.isreg()]
        members = [(one, opened.read() if opened else b"") for one, opened in files]
        with tarfile.open(fileobj=packed, mode="w") as new:
            for one, content in members:
                kept = _changed(content, chance) if one.name.endswith("manifest.json") else content
                one.size = len(kept)
                new.addfile(one, io.BytesIO(kept))
    return packed.getvalue()


def _changed(content: bytes, chance: Random) -> bytes:
    try:
        found: Any = json.loads(content)
        key = chance.choice(list(found))
        value: Any = chance.choice((None, [], {}, -1, *nasty.VALUES, *nasty.NAMES))
        if isinstance(found[key], dict) and chance.random() < 0.7:
            name = chance.choice((*found[key], *nasty.NAMES))
            found[key][name] = chance.choice((value, [1, "0" * 64], [-1, ""], [1 << 70, "x"]))
        else:
            found[key] = value
        return json.dumps(found).encode("utf-8", "surrogatepass")
    except (ValueError, TypeError, AttributeError, IndexError):
        return content[: len(content) // 2]
