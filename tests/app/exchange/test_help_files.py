"""The help as it ships: whole, linked, and naming what is really on the screen."""

import re
import tomllib
from functools import cache

import pytest

from app import VERSION
from app.domain.help_page import Heading, HelpPage, Picture, Span, spans_in
from app.domain.update import version_numbers
from app.exchange.help_files import HELP, PICTURES, News, news, news_since, read_pages, topics
from app.paths import RESOURCES

_VALUE = re.compile(r"\\\{[^{}]*\\\}")


@cache
def pages() -> dict[str, HelpPage]:
    return read_pages({"shortcuts": str, "news": str})


@cache
def names_on_the_screen() -> re.Pattern[str]:
    """Every sentence of the program, as buttons and menus show it."""
    files = sorted((RESOURCES / "texts").glob("*.toml"))
    sentences = {str(one) for file in files for one in tomllib.loads(file.read_text(encoding="utf-8")).values()}
    shown = {one.split("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&") for one in sentences}
    telling = sorted(one for one in shown if re.search(r"\w", re.sub(r"\{[^{}]*\}", "", one)))
    return re.compile("|".join(_VALUE.sub(".+", re.escape(one)) for one in telling))


def spans(topic: str) -> list[Span]:
    return [span for block in pages()[topic].blocks for span in spans_in(block)]


def test_every_page_lies_in_the_contents_once() -> None:
    assert sorted(topics()) == sorted(file.stem for file in (HELP / "pages").glob("*.md"))


@pytest.mark.parametrize("topic", topics())
def test_every_name_is_one_of_the_program(topic: str) -> None:
    names = {span.words for span in spans(topic) if span.is_name}
    assert [name for name in sorted(names) if not names_on_the_screen().fullmatch(name)] == []


@pytest.mark.parametrize("topic", topics())
def test_every_link_leads_to_a_page(topic: str) -> None:
    assert {span.topic for span in spans(topic) if span.topic} <= set(topics())


def test_every_picture_is_there_and_none_too_many() -> None:
    wanted = [block.name for page in pages().values() for block in page.blocks if isinstance(block, Picture)]
    assert sorted(wanted) == sorted(file.stem for file in PICTURES.glob("*.png"))


def test_pictures_are_light() -> None:
    assert [file.name for file in PICTURES.iterdir() if file.stat().st_size > 60_000] == []


@pytest.mark.parametrize("topic", topics())
def test_no_heading_is_followed_by_a_picture(topic: str) -> None:
    """On paper a heading would be left alone at the foot of a page."""
    blocks = pages()[topic].blocks
    pairs = zip(blocks, blocks[1:], strict=False)
    assert not [one for one, other in pairs if isinstance(one, Heading) and isinstance(other, Picture)]


def test_the_news_speak_of_this_version_first() -> None:
    assert news()[0].version == VERSION
    assert all(one.lines for one in news())


def test_the_version_of_the_project_has_its_news_and_the_newest_come_first() -> None:
    project = tomllib.loads((RESOURCES.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    versions = [one.version for one in news()]
    assert project["version"] in versions
    assert versions == sorted(versions, key=version_numbers, reverse=True)


@pytest.mark.parametrize(
    ("seen", "told"), [("0.0.9", ["0.2.0", "0.1.0"]), ("0.1.0", ["0.2.0"]), ("0.2.0", []), ("", ["0.2.0", "0.1.0"])]
)
def test_news_are_those_since_the_version_seen(seen: str, told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    entries = tuple(News(version, version, ("Một điều mới.",)) for version in ("0.2.0", "0.1.0"))
    monkeypatch.setattr("app.exchange.help_files.news", lambda: entries)
    assert [one.version for one in news_since(seen)] == told


def test_a_version_seen_that_is_none_counts_as_the_oldest() -> None:
    assert news_since("thử") == news()


def test_signs_of_the_spelling_are_all_understood() -> None:
    words = [span.words for topic in topics() for span in spans(topic)]
    assert [one for one in words if re.search(r"\*\*|`|\]\(|^@", one)] == []
