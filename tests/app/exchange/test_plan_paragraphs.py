"""Drawn lines as paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.body import BodyParagraph, BodyTable, Level, Run, words_of
from app.exchange.plan_paragraphs import Line, full_line, paragraphs
from app.exchange.source import SourceParagraph
from tests.app.exchange.source_samples import lines

_TABLE = BodyTable((("a",),), 0)
_WIDE = 40


def _texts(*texts: str, full: int | None = None) -> list[str]:
    parts = paragraphs(lines(*texts), full)
    return [words_of(part) for part in parts if isinstance(part, BodyParagraph)]


def test_lines_broken_by_hand_are_joined() -> None:
    assert _texts("1. Nâng cao chất lượng phục vụ của", "bộ phận một cửa.", "2. Rà soát") == [
        "1. Nâng cao chất lượng phục vụ của bộ phận một cửa.",
        "2. Rà soát",
    ]


def test_a_number_parted_by_a_line_end() -> None:
    assert _texts("theo Nghị định số 1/NĐ-", "CP của Chính phủ", full=20) == ["theo Nghị định số 1/NĐ-CP của Chính phủ"]
    assert _texts("giai đoạn 2021", "- 2025 của xã", full=10) == ["giai đoạn 2021 - 2025 của xã"]


@pytest.mark.parametrize(
    ("above", "line", "joined"),
    [
        ("Một câu dài cho đến hết dòng của trang", "Luật mới là phần còn lại.", True),
        ("Một câu dài cho đến hết dòng của trang.", "Câu sau.", True),
        ("Một tiêu đề ngắn", "Câu sau.", False),
        ("Câu hết.", "còn câu này bị tách", False),
        ("Gồm các việc dài hết dòng của trang này:", "Việc một", False),
        ("Văn bản kết thúc ở đây, cũng hết dòng./.", "Yêu cầu khác", False),
        ("II. MỘT TIÊU ĐỀ DÀI CỦA KẾ HOẠCH NĂM", "2026", True),
        ("II. MỘT TIÊU ĐỀ DÀI CỦA KẾ HOẠCH NĂM NAY", "Câu sau.", False),
        ("Đạt 98% trở lên, hết dòng của trang;", "100% hồ sơ được số hóa.", True),
        ("Căn cứ Luật A", "Chương trình B;", True),
        ("Căn cứ Luật A;", "Căn cứ Luật B;", False),
    ],
)
def test_what_goes_on(above: str, line: str, joined: bool) -> None:
    assert len(_texts(above, line, full=_WIDE)) == (1 if joined else 2)


def test_without_wrapped_lines_word_breaks_them_itself() -> None:
    assert full_line(lines("Một đoạn văn dài.", "Một đoạn khác.")) is None
    wrapped = [
        "Một dòng dài cho đến hết trang",
        "còn lại ở dòng sau cho đến hết",
        "rồi lại xuống dòng thêm nữa",
        "và hết.",
    ]
    assert full_line(lines(*wrapped)) == 27
    assert full_line([*lines(*wrapped), *lines("dài " * 100)]) is None


def test_looks_are_kept() -> None:
    first = SourceParagraph("1. Mục đích và", runs=(Run("1. Mục đích", True), Run(" và")))
    second = SourceParagraph("yêu cầu", runs=(Run("yêu cầu"),))
    (paragraph,) = paragraphs([first, second], None)
    assert paragraph == BodyParagraph((Run("1. Mục đích", True), Run(" và yêu cầu")), Level.ITEM)


def test_tables_boxes_and_centred_lines_stand_alone() -> None:
    shown: list[Line] = [
        SourceParagraph("QUYẾT ĐỊNH", centered=True),
        SourceParagraph("Một câu"),
        SourceParagraph("trong hộp", boxed=True),
        _TABLE,
        SourceParagraph("còn lại"),
    ]
    parts = list(paragraphs(shown, None))
    assert [part.level if isinstance(part, BodyParagraph) else part for part in parts] == [
        Level.HEADING, Level.PLAIN, Level.PLAIN, _TABLE, Level.PLAIN,
    ]  # fmt: skip


@given(st.lists(st.text(max_size=30)), st.none() | st.integers(0, 50))
def test_no_letter_is_lost(texts: list[str], full: int | None) -> None:
    found = "".join(_texts(*texts, full=full))
    assert "".join(found.split()) == "".join("".join(texts).split())
