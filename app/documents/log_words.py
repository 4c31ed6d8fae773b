"""Lines of the log of changes in words that an office understands."""

import json
import re
from collections.abc import Iterator
from datetime import date

from app.documents.progress_words import period_words
from app.domain.dates import date_text
from app.domain.errors import Refused
from app.domain.keys import period_in
from app.domain.reporting_period import parse_period
from app.domain.staff import LogKind, LogLine
from app.texts import text

_PLAIN = ("cell", "row", "note", "figure", "account", "sign_in", "value_note")
"""Things whose words stand in the log as they are."""
_KEYED = ("mark", "proof_use", "value_proof")
"""Things named by what is to be met, of which a person reads the period."""
_UNNAMED = ("row", "note", "plan_body", "office", "correction")
_FIELDS = frozenset((
    "title", "year", "symbol", "issuing_body", "place_date", "signer_title", "signer_name", "label", "heading", "text",
    "done", "document", "document_type", "document_day", "note", "cancelled", "begun", "reason", "due", "product",
    "words", "number", "day", "file_name", "name", "post", "unit", "active_from", "active_to", "merged_from",
    "signed_on", "period", "accepted", "hidden", "names", "aliases", "state",
))  # fmt: skip
"""What is told with its name."""
_DEEP = frozenset({"content", "periods", "holidays", "milestones"})
"""What holds many words of its own, told without names."""
_SAID = frozenset({"accepted", "hidden"})
"""What is told only where it holds."""
_OWN = frozenset({"is", "id", "key", "plan_id", "period", "outline", "forms", "amends", "state"})
"""What a thing inside another says for the program alone, or what is told with its name outside."""
_CODE = re.compile("[a-z_-]*|[a-z]+(?:-[a-z0-9]+)+|[A-Z]{1,3}|[0-9]{4}-(?:Q[1-4]|6M|9M|Y)")
"""A word that only the program reads."""
_MOST = 2_000
"""Characters of one side of a change that are shown."""


def when_words(line: LogLine) -> str:
    """Day and time."""
    return f"{date_text(line.at.date())} {line.at:%H:%M}"


def who_words(name: str) -> str:
    """A name; that nobody was chosen where it is empty."""
    return name or text("log.nobody")


def step_words(line: LogLine) -> str:
    """The step of work, and whether it was undone or done again."""
    step = line.step or text("log.no_step")
    return step if line.kind is LogKind.DONE else text(f"log.{line.kind}", step=step)


def thing_words(line: LogLine) -> str:
    """The kind of thing that was changed and which one it was."""
    thing = text(f"log.thing_{line.what}") if line.what in _THINGS else line.what
    name = period_words(period_in(line.part)) if line.what in _KEYED else line.part
    named = bool(name) and line.what not in _UNNAMED
    return text("log.thing_named", thing=thing, name=" ".join(name.split())) if named else thing


_THINGS = frozenset((
    "plan", "appendix", "appendix_column", "row", "cell", "plan_body", "mark", "correction", "note", "proof",
    "proof_use", "indicator", "value_note", "value_proof", "figure", "report", "unit", "calendar", "person", "office",
    "template", "kit_file", "account", "sign_in",
))  # fmt: skip


def change_words(line: LogLine) -> tuple[str, str]:
    """What it was and what it is; of a thing with many parts only those that differ."""
    if line.what in _PLAIN:
        return (line.old or "")[:_MOST], (line.new or "")[:_MOST]
    old, new = dict(_parts(line.old)), dict(_parts(line.new))
    return _said(old, new), _said(new, old)


def _said(parts: dict[str, str], others: dict[str, str]) -> str:
    words = "; ".join(said for path, said in parts.items() if said and others.get(path) != said)
    return words if len(words) <= _MOST else words[: _MOST - 1].rstrip() + "…"


def _parts(stored: str | None) -> Iterator[tuple[str, str]]:
    """The parts of a thing by where they stand in it, each as it is told."""
    found = _read(stored)
    if not isinstance(found, dict):
        yield "", stored or ""
        return
    fields = {name: value for name, value in found.items() if name in _FIELDS}
    for name, value in fields.items():
        yield name, _field(name, value)
    told = {words for name, value in fields.items() for _, words in _leaves(name, value)}
    for name in _DEEP & found.keys():
        yield from ((path, words) for path, words in _leaves(name, found[name]) if words not in told)


def _field(name: str, value: object) -> str:
    """A part with its name; "" for one that is only said where it holds."""
    if name in _SAID and not value:
        return ""
    if name == "period":
        value = _period(str(value))
    if name == "state":
        value = text(f"log.state_{value}")
    words = text("log.yes") if name in _SAID else ", ".join(leaf for _, leaf in _leaves(name, value))
    return text("log.part", name=text(f"log.field_{name}"), words=words) if words else ""


def _leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    """All words in ``value``, however deep they stand; the program's own codes are none."""
    if isinstance(value, str):
        found = _read(value)
        value = value if found is None else found
    if isinstance(value, dict):
        yield from _members(path, value)
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _leaves(f"{path}/{place}", one)
    elif isinstance(value, str | int | float) and not isinstance(value, bool) and not _CODE.fullmatch(str(value)):
        yield path, _day(str(value))


def _members(path: str, thing: dict[str, object]) -> Iterator[tuple[str, str]]:
    """The words of a thing: of a date its figures together, of one of the program's own things its parts, of a list
    by names the names too."""
    if thing.get("is") == "PartialDate":
        yield path, _partial_day(thing)
        return
    for name, one in thing.items():
        if "is" not in thing:
            yield from _leaves(f"{path}/{name}", name)
        if "is" not in thing or name not in _OWN:
            yield from _leaves(f"{path}/{name}/", one)


def _partial_day(stored: dict[str, object]) -> str:
    day, month, year = (stored.get(part) for part in ("day", "month", "year"))
    if isinstance(day, int) and isinstance(month, int) and isinstance(year, int):
        return _day(f"{year:04}-{month:02}-{day:02}")
    return "/".join(str(figure) for figure in (month, year) if figure)


def _day(words: str) -> str:
    try:
        return date_text(date.fromisoformat(words)) if len(words) == 10 else words
    except ValueError:
        return words


def _period(code: str) -> str:
    try:
        return parse_period(code).name
    except Refused:
        return code


def _read(stored: str | None) -> dict[str, object] | list[object] | None:
    """What a text holds where it holds several things."""
    if not stored or not stored.startswith(("{", "[")):
        return None
    try:
        found = json.loads(stored)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict | list) else None
