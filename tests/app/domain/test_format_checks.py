import tomllib
from dataclasses import replace

from app.domain.format_checks import check_format
from app.domain.official import OfficialDocument, Signer
from app.paths import RESOURCES
from app.texts import text
from tests.app.domain.format_samples import GOOD, QUARTER_1, TOTALS, line


def test_everything_wrong_at_once_can_be_said_in_a_sentence() -> None:
    body = (
        line("Tổng số 5 việc, 2/6 việc; ngày 5 tháng 03; [ghi]; Phụ lục X; quý IV."),
        replace(TOTALS, heading_rows=0),
    )
    document = replace(
        GOOD, number="5", symbol="X", body=body, recipients=("Lưu: VT", "A"), signer=Signer(("KT. CHỦ TỊCH",), "TS. A")
    )
    found = check_format(document, QUARTER_1)
    assert len({one.key for one in found}) >= 9
    assert all("{" not in text(one.key, **one.values) for one in found)


def test_an_empty_document_is_told_part_by_part() -> None:
    found = check_format(OfficialDocument("BC", (), ""), QUARTER_1)
    assert len(found) == 10


def test_sentences_end_like_sentences() -> None:
    sentences = tomllib.loads((RESOURCES / "texts" / "format_check.toml").read_text(encoding="utf-8"))
    assert all(sentence.endswith((".", ".”")) for sentence in sentences.values())
