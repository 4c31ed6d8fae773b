"""The guide as a PDF file, made from the help as it ships."""

import re
from functools import cache
from pathlib import Path

import pytest

from app.documents.guide import Guide, guide
from app.domain.text import nfc
from app.exchange.guide_pdf import is_guide, write_guide
from app.exchange.help_files import read_pages
from app.exchange.render_pdf import PdfPages


@cache
def shipped() -> Guide:
    return guide(read_pages({"shortcuts": lambda: "## Tệp\n| `F1` | Hướng dẫn |", "news": str}).values(), "0.1.0")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide on disk."""
    path = tmp_path_factory.mktemp("guide") / "huong-dan.pdf"
    write_guide(shipped(), path)
    return path


def words_of(pages: PdfPages, number: int) -> str:
    return " ".join(nfc(pages.text(number)).split())


def test_it_has_at_most_twelve_a4_pages(file: Path) -> None:
    with PdfPages(file) as pages:
        assert 10 <= len(pages) <= 12
        assert [round(side) for side in pages.size(0)] == [210, 297]
    assert is_guide(shipped(), file)


def test_the_contents_lead_to_the_right_pages(file: Path) -> None:
    with PdfPages(file) as pages:
        contents = words_of(pages, 0)
        for chapter in shipped().chapters:
            found = re.search(rf"{re.escape(chapter.title)} ?\.* ?(\d+)", contents)
            assert found, chapter.title
            assert chapter.title in words_of(pages, int(found[1]) - 1)


def test_pages_are_numbered(file: Path) -> None:
    with PdfPages(file) as pages:
        for number in range(1, len(pages)):
            assert words_of(pages, number).startswith(str(number + 1))


def test_the_same_guide_gives_the_same_bytes(file: Path, tmp_path: Path) -> None:
    write_guide(shipped(), tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == file.read_bytes()


def test_another_file_is_no_guide(tmp_path: Path) -> None:
    other = guide(list(read_pages({"shortcuts": str, "news": str}).values())[1:], "0.1.0")
    write_guide(other, tmp_path / "other.pdf")
    assert not is_guide(shipped(), tmp_path / "other.pdf")
