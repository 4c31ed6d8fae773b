"""The help as it lies in ``resources/help``: pages, their order, what belongs to which screen, news of the versions."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.help_page import HelpPage, parse_page
from app.domain.update import is_newer, is_version
from app.paths import RESOURCES

HELP: Path = RESOURCES / "help"
PICTURES: Path = HELP / "pictures"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the contents: its title and the topics of its pages."""

    title: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What a version brought, newest version first in the file."""

    version: str
    title: str
    lines: tuple[str, ...]


@cache
def contents() -> tuple[Part, ...]:
    """The parts of the help in the order of the contents."""
    return tuple(Part(part["title"], tuple(part["topics"])) for part in _toml("contents")["part"])


def topics() -> tuple[str, ...]:
    """The topics of all pages in the order of the contents."""
    return tuple(topic for part in contents() for topic in part.topics)


def read_pages(inserted: Mapping[str, Callable[[], str]]) -> dict[str, HelpPage]:
    """Every page by its topic, in order. A line "@name" of a page gives way to what ``inserted[name]`` spells.

    Raises KeyError where a page asks for something else.
    """
    return {topic: parse_page(topic, _source(topic, inserted)) for topic in topics()}


@cache
def screen_topics() -> Mapping[str, Mapping[str, str]]:
    """Which topic speaks of what is on the screen: "pages" by the name of the page, or name and part; "dialogs" by the
    name of the dialog's class."""
    return _toml("screens")


@cache
def news() -> tuple[News, ...]:
    """What the versions brought, the newest first."""
    return tuple(News(one["version"], one["title"], tuple(one["lines"])) for one in _toml("news")["news"])


def news_since(seen: str) -> tuple[News, ...]:
    """What came after the version ``seen``, the newest first; all of it where ``seen`` is no version."""
    if not is_version(seen):
        return news()
    return tuple(one for one in news() if is_newer(one.version, seen))


def news_text() -> str:
    """The news in the spelling of a page: a heading for each version, a line for each thing."""
    return "\n\n".join("\n".join((f"## {one.title}", "", *(f"- {line}" for line in one.lines))) for one in news())


def _source(topic: str, inserted: Mapping[str, Callable[[], str]]) -> str:
    words = (HELP / "pages" / f"{topic}.md").read_text(encoding="utf-8")
    lines = (inserted[line[1:]]() if line.startswith("@") else line for line in words.split("\n"))
    return "\n".join(lines)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((HELP / f"{name}.toml").read_text(encoding="utf-8"))
