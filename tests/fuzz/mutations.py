"""Inputs spoilt in ways that know what they are made of and in ways that do not; all chance comes from a ``Random``."""

import io
import json
import re
import warnings
import zlib
from collections.abc import Callable
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.fuzz import nasty
from tests.fuzz.databases import spoilt_database
from tests.fuzz.tars import spoilt_tar

_BOMB = 24 << 20
_TAG = re.compile(r"<[^<>]{1,500}>")
_VALUE = re.compile(r"""=("[^"<]*"|'[^'<]*'|[\w%]+)""")
_TEXT = re.compile(r">([^<>]+)<")
_OPEN = re.compile(r"<([\w:]+)(?:\s[^<>]*)?(?<!/)>")
Members = list[tuple[ZipInfo, bytes]]


def mutated(kind: str, content: bytes, other: bytes, chance: Random) -> bytes:
    """``content`` of ``kind`` spoilt once to four times; ``other`` is another valid input."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        spoil = chance.choice((_by_structure, _by_structure, _by_structure, _by_bytes))
        content = spoil(kind, content, other, chance)
    return content


def _by_structure(kind: str, content: bytes, other: bytes, chance: Random) -> bytes:
    if kind == "old excel":
        return _with_numbers(content, chance)
    if kind == "locked backup":
        return _spoilt_lock(content, chance)
    if kind == "linux update":
        return spoilt_tar(content, chance)
    if kind in ("plan file", "settings", "outline"):
        return _spoilt_json(content, chance)
    if kind == "clipboard":
        return spoilt_markup(content.decode("utf-8", "replace"), chance).encode("utf-8", "surrogatepass")
    return _spoilt_zip(content, chance)


def _by_bytes(kind: str, content: bytes, other: bytes, chance: Random) -> bytes:
    place, length = chance.randrange(len(content) + 1), chance.choice((1, 2, 16, 512, 5_000))
    before, after = content[:place], content[place:]
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: before,
        lambda: before + after[length:],
        lambda: before + chance.randbytes(length) + after,
        lambda: before + chance.randbytes(length) + after[length:],
        lambda: before + chance.choice((b"\0", b"\xff")) * length + after[length:],
        lambda: before + after[:length] * chance.choice((2, 50)) + after[length:],
        lambda: before + other[chance.randrange(len(other) + 1) :],
        lambda: chance.choice((b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{", b"%PDF-")) + content,
    )
    return chance.choice(ways)()


def _with_numbers(content: bytes, chance: Random) -> bytes:
    """Counts, lengths and places in a binary file replaced."""
    spoilt = bytearray(content)
    for _ in range(chance.choice((1, 3, 10))):
        # headers and tables are at the ends of the file: that is where damage is read as a length
        place = chance.choice((chance.randrange(len(spoilt)), chance.randrange(min(600, len(spoilt)))))
        size = chance.choice((1, 2, 4))
        spoilt[place : place + size] = (chance.choice(nasty.NUMBERS) & ((1 << 8 * size) - 1)).to_bytes(size, "little")
    return bytes(spoilt)


def _spoilt_zip(content: bytes, chance: Random) -> bytes:
    try:
        with ZipFile(io.BytesIO(content)) as package:
            members = [(one, package.read(one)) for one in package.infolist()]
    except Exception:
        # an earlier mutation broke it: nothing is left to take apart
        return _with_numbers(content, chance) if content else content
    if not members:
        return content
    place = chance.randrange(len(members))
    chance.choice((_spoil_member, _spoil_member, _spoil_member, _spoil_list))(members, place, chance)
    return _raw_spoilt(_packed(members), chance) if chance.random() < 0.1 else _packed(members)


def _spoilt_lock(content: bytes, chance: Random) -> bytes:
    """A locked zip cannot be taken apart: its headers are changed, or bytes anywhere."""
    return _raw_spoilt(content, chance) if b"PK\x01\x02" in content else _with_numbers(content or b"x", chance)


def _packed(members: Members) -> bytes:
    kept = io.BytesIO()
    with warnings.catch_warnings(), ZipFile(kept, "w", ZIP_DEFLATED) as package:
        warnings.simplefilter("ignore")
        for one, content in members:
            fresh = ZipInfo(one.filename)
            fresh.external_attr, fresh.compress_type = one.external_attr, ZIP_DEFLATED
            package.writestr(fresh, content)
    return kept.getvalue()


def _raw_spoilt(content: bytes, chance: Random) -> bytes:
    """Flags, methods, sizes and checks in the zip's own headers replaced."""
    heads = [found.start() for found in re.finditer(b"PK\x01\x02|PK\x03\x04", content)]
    place = chance.choice(heads) + chance.choice((6, 8, 10, 14, 18, 20, 22, 24, 26, 28))
    return content[:place] + chance.choice(nasty.NUMBERS).to_bytes(4, "little") + content[place + 4 :]


def _spoil_member(members: Members, place: int, chance: Random) -> None:
    one, content = members[place]
    if one.filename.endswith(".db"):
        content = spoilt_database(content, chance)
    elif one.filename.endswith(".json"):
        content = _spoilt_json(content, chance)
    elif content[:1] == b"<" or one.filename.endswith((".xml", ".rels")):
        content = spoilt_xml(content, chance)
    else:
        content = _by_bytes("", content, content, chance)
    members[place] = (one, content)


def _spoil_list(members: Members, place: int, chance: Random) -> None:
    one, content = members[place]
    tricky = ZipInfo(chance.choice(nasty.NAMES) or "x")
    if chance.random() < 0.3:
        tricky.external_attr = 0o120777 << 16  # a link
    ways: tuple[Callable[[], Any], ...] = (
        lambda: members.pop(place),
        lambda: members.append((one, content)),
        lambda: members.append((tricky, b"/etc/passwd")),
        lambda: members.__setitem__(place, (tricky, content)),
        lambda: members.__setitem__(place, (one, b"")),
        lambda: members.__setitem__(place, (one, content + bytes(_BOMB))),
        lambda: members.__setitem__(place, (one, content + b" " * _BOMB)),
        lambda: members.extend((ZipInfo(f"x{number}"), b"") for number in range(6_000)),
        lambda: members.__setitem__(place, (one, chance.choice(members)[1])),
    )
    chance.choice(ways)()


def spoilt_xml(content: bytes, chance: Random) -> bytes:
    """An XML part with one thing in it that should not be there."""
    written = content.decode("utf-8", "replace")
    if chance.random() < 0.12:
        return _with_entities(written, chance)
    spoilt = spoilt_markup(written, chance)
    if chance.random() < 0.05:
        return spoilt.replace("UTF-8", "UTF-16").replace("utf-8", "utf-16").encode("utf-16", "surrogatepass")
    return spoilt.encode("utf-8", "surrogatepass")


def _with_entities(written: str, chance: Random) -> bytes:
    head, _, rest = written.partition("?>") if written.startswith("<?xml") else ("<?xml version='1.0'", "", written)
    named = _TEXT.sub(lambda found: f">{chance.choice(('&d;', '&x;', '&c;'))}<", rest, count=3)
    encoding = chance.choice(("utf-8", "utf-8", "utf-16"))
    head = re.sub(r"encoding=.[\w-]+.", f"encoding='{encoding}'", head)
    return f"{head}?>{chance.choice(nasty.ENTITIES)}{named}".encode(encoding)


def spoilt_markup(written: str, chance: Random) -> str:
    """Markup with a value, a text, an element or the nesting changed."""
    ways = (_other_value, _other_value, _other_text, _other_text, _without_tag, _again, _nested, _other_tag, _many)
    return chance.choice(ways)(written, chance)


def _at(pattern: re.Pattern[str], written: str, chance: Random) -> re.Match[str] | None:
    """Some match of ``pattern``."""
    return pattern.search(written, chance.randrange(len(written) + 1)) or pattern.search(written)


def _put(written: str, found: re.Match[str] | None, group: int, new: str) -> str:
    return written if found is None else written[: found.start(group)] + new + written[found.end(group) :]


def _other_value(written: str, chance: Random) -> str:
    new = chance.choice((*nasty.VALUES, chance.choice(nasty.TEXTS)))
    return _put(written, _at(_VALUE, written, chance), 1, f'"{_escaped(new)}"')


def _other_text(written: str, chance: Random) -> str:
    new = chance.choice((*nasty.TEXTS, chance.choice(nasty.VALUES)))
    if chance.random() < 0.3:
        new = "".join(f"&#{ord(letter)};" for letter in new[:200])
        return _put(written, _at(_TEXT, written, chance), 1, new)
    return _put(written, _at(_TEXT, written, chance), 1, _escaped(new))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _without_tag(written: str, chance: Random) -> str:
    return _put(written, _at(_TAG, written, chance), 0, "")


def _again(written: str, chance: Random) -> str:
    """An element, with all that is in it, several times."""
    found = _at(_OPEN, written, chance)
    end = written.find(f"</{found[1]}>", found.end()) if found else -1
    if found is None or end < 0:
        return written
    end += len(found[1]) + 3
    whole = written[found.start() : end]
    times = chance.choice((0, 1, 5, max(5, 200_000 // len(whole))))
    return written[: found.start()] + whole * times + written[end:]


def _nested(written: str, chance: Random) -> str:
    found = _at(_OPEN, written, chance)
    depth = chance.choice((10, 300, 5_000))
    return _put(written, found, 0, found[0] * depth + f"</{found[1]}>" * (depth - 1)) if found else written


def _other_tag(written: str, chance: Random) -> str:
    found, other = _at(_OPEN, written, chance), _at(_OPEN, written, chance)
    return written.replace(f"{found[1]}>", f"{other[1]}>") if found and other else written


def _many(written: str, chance: Random) -> str:
    """A great many small elements in one place."""
    found = _at(_OPEN, written, chance)
    return _put(written, found, 0, found[0] + f"<{found[1]}/>" * 30_000) if found else written


def _spoilt_json(content: bytes, chance: Random) -> bytes:
    try:
        parsed = json.loads(content)
    except (ValueError, RecursionError):
        return _with_numbers(content, chance) if content else content
    holder: Any = {"": parsed}
    key: Any = ""
    while isinstance(holder[key], dict | list) and holder[key] and chance.random() < 0.85:
        holder = holder[key]
        key = chance.choice(list(holder)) if isinstance(holder, dict) else chance.randrange(len(holder))
    values: tuple[Any, ...] = (
        None,
        True,
        -1,
        10**400,
        1.5,
        [],
        {},
        [[]] * 30,
        *nasty.TEXTS,
        *nasty.VALUES,
        float("inf"),
    )
    way = chance.randrange(4)
    if way == 0:
        del holder[key]
    elif way == 1:
        holder[key] = [holder[key]] * chance.choice((2, 300))
    elif way == 2:
        return json.dumps({"": parsed}[""]).encode()[:-1] + b"[" * chance.choice((10, 100_000))
    else:
        holder[key] = chance.choice(values)
    return json.dumps(parsed, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def checksum(content: bytes) -> int:
    """A short name for ``content``, by which a run can be compared with another of the same seed."""
    return zlib.crc32(content)
