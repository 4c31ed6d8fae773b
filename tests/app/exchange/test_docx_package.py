"""Parts of a Word package, however hostile."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from app.domain.errors import Refused
from app.exchange.docx_package import W, is_on, number, parts_of, text_in, value
from app.texts import sentence_for
from tests.app.exchange.word_files import document, p, styles, word_file

_NAMES = ("word/document.xml", "word/styles.xml")


def _refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        parts_of(path, _NAMES)
    assert path.name in sentence_for(refused.value)
    return refused.value.key


def test_parts_that_are_there(tmp_path: Path) -> None:
    more: dict[str, str | bytes] = {"word/styles.xml": styles(""), "word/x.bin": b"\0"}
    path = word_file(tmp_path / "a.docx", p("Chữ"), **more)
    parts, held = parts_of(path, (*_NAMES, "word/absent.xml"))
    assert set(parts) == set(_NAMES)
    assert "word/x.bin" in held
    assert text_in(parts["word/document.xml"]) == "Chữ"


def test_a_package_without_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<a/>")
    assert _refusal(path) == "import.not_word"


@pytest.mark.parametrize("content", [b"", b"<a>", b"\0\1\2", b"plain", document(p("a")).encode()[:-20]])
@pytest.mark.parametrize("name", _NAMES)
def test_broken_parts(name: str, content: bytes, tmp_path: Path) -> None:
    assert _refusal(word_file(tmp_path / "a.docx", **{name: content})) == "import.truncated"


_LAUGHS = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;">]><a>&c;</a>'
_FILE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("content", [_LAUGHS, _FILE, '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>'])
def test_declarations_are_refused_in_any_encoding(content: str, encoding: str, tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", **{"word/document.xml": content.encode(encoding)})
    assert _refusal(path) == "import.hostile_xml"


def test_the_words_of_a_declaration_in_text_are_text(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p("<w:r><w:t>&lt;!DOCTYPE</w:t></w:r>"))
    assert text_in(parts_of(path, _NAMES)[0]["word/document.xml"]) == "<!DOCTYPE"


def test_properties() -> None:
    element = etree.fromstring(
        f'<w:x xmlns:w="{W[1:-1]}"><w:b/><w:i w:val="0"/><w:c><w:d w:val="7"/></w:c><w:e w:val="off"/></w:x>'
    )
    assert (value(element, "b"), value(element, "c/d"), value(element, "z"), value(None, "b")) == ("", "7", None, None)
    assert (is_on(element, "b"), is_on(element, "i"), is_on(element, "e"), is_on(element, "z")) == (
        True,
        False,
        False,
        None,
    )


@pytest.mark.parametrize(
    ("text", "whole"), [("12", 12), ("-3", -3), (None, 5), ("", 5), ("x", 5), ("1.5", 5), ("9" * 30, 5), ("--1", 5)]
)
def test_numbers(text: str | None, whole: int) -> None:
    assert number(text, 5) == whole
