"""The text of a plan, taken apart."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.body import Body, BodyParagraph, BodyPart, BodyTable, Level, words_of
from app.domain.text import nfc
from app.exchange.captions import is_furniture
from app.exchange.plan_body import plan_body
from app.exchange.read import read_plan
from app.exchange.source import SourceParagraph
from tests.app.exchange.source_samples import lines

PLANS = ("anh-son-2024", "bac-hong-linh-2025", "hoang-hoa-2023", "hoang-kim-2025", "thuong-xuan-2025")
_STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_TOP = ("ỦY BAN NHÂN DÂN", "XÃ AN PHÚ", *_STATE, "Số: 05/KH-UBND")
_CLOSING = (
    "Nơi nhận:",
    "- UBND tỉnh;",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Trần Văn Bình",
)
_PLAN = (
    *_TOP, "KẾ HOẠCH", "Cải cách hành chính năm 2026", "Căn cứ Luật A;", "Căn cứ Kế hoạch B;",
    "Ủy ban nhân dân xã ban hành Kế hoạch như sau:", "I. MỤC TIÊU", "1. Chỉ tiêu", "a) Đạt 95%.", "- Đạt 90%.",
    *_CLOSING,
)  # fmt: skip
_DECISION = (
    *_TOP, "QUYẾT ĐỊNH", "Ban hành Kế hoạch năm 2026", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN PHÚ", "Căn cứ Luật A;",
    "Theo đề nghị của Văn phòng.", "QUYẾT ĐỊNH:", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.",
    "Điều 2. Các ông, bà chịu trách nhiệm thi hành Quyết định này./.", *_CLOSING, *_TOP[:4], "KẾ HOẠCH",
    "Cải cách hành chính năm 2026", "(Ban hành kèm theo Quyết định số 05/QĐ-UBND)", "I. MỤC TIÊU", "Đạt 95%.",
)  # fmt: skip


def _body(*texts: str, below: Sequence[str] = ()) -> Body:
    body = plan_body(lines(*texts), lines(*below))
    assert body is not None
    return body


def _texts(parts: Sequence[BodyPart]) -> list[str]:
    return [words_of(part) for part in parts if isinstance(part, BodyParagraph)]


def test_a_plan_of_its_own() -> None:
    body = _body(*_PLAN)
    assert body.heading == (*_TOP, "KẾ HOẠCH", "Cải cách hành chính năm 2026")
    assert body.bases == ("Căn cứ Luật A;", "Căn cứ Kế hoạch B;")
    assert [part.level for part in body.parts if isinstance(part, BodyParagraph)] == [
        Level.PLAIN, Level.PART, Level.ITEM, Level.POINT, Level.DASH,
    ]  # fmt: skip
    assert body.recipients == ("UBND tỉnh;", "Lưu: VT.")
    assert body.signer_titles == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert body.signer_name == "Trần Văn Bình"
    assert (body.decision, body.plan_heading, body.after, body.superior_body) == ((), (), (), None)


def test_a_plan_issued_by_a_decision() -> None:
    body = _body(*_DECISION)
    assert body.bases == ("Căn cứ Luật A;", "Theo đề nghị của Văn phòng.")
    assert [text[:12] for text in _texts(body.decision)] == ["QUYẾT ĐỊNH:", "Điều 1. Ban ", "Điều 2. Các "]
    assert body.plan_heading == (
        *_TOP[:4], "KẾ HOẠCH", "Cải cách hành chính năm 2026", "(Ban hành kèm theo Quyết định số 05/QĐ-UBND)",
    )  # fmt: skip
    assert _texts(body.parts) == ["I. MỤC TIÊU", "Đạt 95%."]


def test_a_kind_that_ran_into_its_title() -> None:
    assert _body("KẾ HOẠCHCải cách năm 2026", "I. MỤC TIÊU").heading == ("KẾ HOẠCH", "Cải cách năm 2026")


def test_a_title_in_capitals_is_no_second_plan() -> None:
    title = ("QUYẾT ĐỊNH", "VỀ VIỆC BAN HÀNH", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026")
    body = _body(*title, "Căn cứ Luật A;", "Điều 1. Ban hành.", "KẾ HOẠCH", "Cải cách năm 2026", "I. MỤC TIÊU")
    assert (body.heading, body.plan_heading) == (title, ("KẾ HOẠCH", "Cải cách năm 2026"))


def test_a_decision_alone() -> None:
    body = _body("QUYẾT ĐỊNH", "Về việc ban hành Kế hoạch", "Căn cứ Luật A;", "QUYẾT ĐỊNH:", "Điều 1. Ban hành.")
    assert (_texts(body.parts), body.decision) == (["QUYẾT ĐỊNH:", "Điều 1. Ban hành."], ())


def test_text_and_signature_below_the_appendices() -> None:
    body = _body("I. MỤC TIÊU", below=("Một câu ở giữa.", *_CLOSING))
    assert (_texts(body.after), body.signer_name) == (["Một câu ở giữa."], "Trần Văn Bình")


def test_words_behind_the_heading_of_the_recipients_stay() -> None:
    body = _body("I. MỤC TIÊU", "Nơi nhận: như Điều 3", "- Lưu: VT.")
    assert (_texts(body.parts), body.recipients) == (["I. MỤC TIÊU", "Nơi nhận: như Điều 3"], ("Lưu: VT.",))


def test_tables_of_the_text_keep_their_place() -> None:
    table = BodyTable((("Xã", "Dân số"),), 0)
    body = plan_body([*lines("I. MỤC TIÊU", "Theo bảng:"), table, *lines("Hết.")], ())
    assert body is not None and body.parts[2] == table


def test_nothing_around_the_appendices() -> None:
    assert plan_body((), ()) is None
    assert plan_body(lines("______"), ()) is None


def _said(body: Body, signed_above: bool) -> Iterator[str]:
    """The words of ``body`` in the order of the file."""
    closing = ["Nơi nhận", *body.recipients, *body.signer_titles, body.signer_name or ""]
    yield from (*body.heading, *body.bases, *_texts(body.decision))
    yield from closing if signed_above else ()
    yield from (*body.plan_heading, *_texts(body.parts))
    yield from () if signed_above else closing
    yield from _texts(body.after)


def _words(texts: Iterator[str] | Sequence[str]) -> list[str]:
    return re.findall(r"\w+", " ".join(texts))


@pytest.mark.parametrize("name", PLANS)
def test_the_words_of_the_real_plans(name: str, shared: Path) -> None:
    written = nfc((shared / "plans" / f"{name}.txt").read_text(encoding="utf-8")).replace("*", " ")
    # page numbers and the addresses of links are what printing left, no words of the text
    kept = [line.strip(" #") for line in written.split("\n") if line.strip() and not line.startswith("https://")]
    first = next(at for at, line in enumerate(kept) if re.match(r"(?:- )?phụ lục(?:$| số \d+:)", line, re.I))
    expected = _words([line for line in kept[:first] if not is_furniture(line)])
    body = read_plan(shared / "plans" / f"{name}.docx").body
    assert body is not None
    found = _words(_said(body, bool(body.plan_heading)))
    if "nhận:" not in " ".join(kept[:first]):
        # the heading of the recipients is lost in this file
        place = next(at for at in range(len(found)) if found[at : at + 2] == ["Nơi", "nhận"])
        del found[place : place + 2]
    assert found == expected


_LINES = (*_PLAN, *_DECISION, "cụm từ bị ngắt", "Nơi nhận: ở đây", "(còn mở", "đóng)", "12/3 của xã")


@given(st.lists(st.sampled_from(_LINES) | st.text(max_size=20), max_size=25), st.integers(0, 25))
def test_no_word_is_lost_whatever_the_order(texts: list[str], first: int) -> None:
    shown = [SourceParagraph(text) for text in texts]
    body = plan_body(shown[:first], shown[first:])
    letters = Counter(letter for text in texts for letter in text if letter.isalnum())
    found = Counter(letter for text in _said(body, False) for letter in text if letter.isalnum()) if body else Counter()
    heading = Counter("Nơinhận")
    assert letters - heading <= found and found - heading <= letters
