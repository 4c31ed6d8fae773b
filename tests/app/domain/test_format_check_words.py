import pytest

from app.domain.body import BodyParagraph, Level, Run
from app.domain.format_check import Part, Place
from tests.app.domain.format_samples import GOOD, findings, keys, with_text


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Ngày 5 tháng 3 năm 2031", "ngày 05 tháng 3"),
        ("ngày 05 tháng 03 năm 2031", "ngày 05 tháng 3"),
        ("ngày 15 tháng 1 năm 2031", "ngày 15 tháng 01"),
    ],
)
def test_wrong_zeros_in_dates_are_found_at_their_place(words: str, wanted: str) -> None:
    (found,) = findings(body=(*GOOD.body, BodyParagraph((Run("Từ ", bold=True), Run(words)), Level.PLAIN)))
    assert found.key == "format_check.date_zero"
    assert found.values["wanted"] == wanted
    assert found.place == Place(Part.BODY, len(GOOD.body), 3, 3 + len(words) - len(" năm 2031"))


def test_a_month_without_a_day_has_no_zero_from_march_on() -> None:
    assert with_text("Trong tháng 03 năm 2031, họp 02 buổi.") == ["date_zero"]
    assert with_text("Trong tháng 02 năm 2031 và tháng 3 năm 2031.") == []


@pytest.mark.parametrize("words", ["ngày 05 tháng 3 năm 2031", "ngày 15 tháng 02", "ngày 31 tháng 12", "15/3/2031"])
def test_rightly_written_dates_pass(words: str) -> None:
    assert with_text(words) == []


@pytest.mark.parametrize(
    "words", ["đạt ......... %", "theo Công văn số …/…", "[ghi kết quả]", "______", "ngày …… tháng"]
)
def test_blanks_of_a_form_are_found(words: str) -> None:
    assert with_text(words) == ["blank"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt tối thiểu ……%", "và trước hạn đạt tối thiểu ……"),
        ("Đạt …… hồ sơ", "Đạt ……"),
        (f"{'a' * 40}……", "……"),
        ("……", "……"),
    ],
)
def test_a_blank_is_said_with_whole_words_before_it(words: str, said: str) -> None:
    (found,) = findings(body=(*GOOD.body, BodyParagraph((Run(words),), Level.PLAIN)))
    assert found.values["words"] == said


@pytest.mark.parametrize("words", ["v.v...", "và các nhiệm vụ khác…", "(kèm theo)"])
def test_usual_dots_pass(words: str) -> None:
    assert with_text(words) == []


@pytest.mark.parametrize(
    ("words", "labels", "wanted"),
    [
        ("Chi tiết tại Phụ lục II.", ("Phụ lục I",), ["appendix_absent"]),
        ("Chi tiết tại phụ lục số 02.", ("Phụ lục I", "Phụ lục số 02"), []),
        ("Chi tiết tại Phụ lục 2.", ("Phụ lục I", "PHỤ LỤC II"), []),
        ("Theo Phụ lục II ban hành kèm theo Nghị định số 30/2020/NĐ-CP.", ("Phụ lục I",), []),
        ("Xem Phụ lục I.", (), ["appendix_absent", "appendix_absent"]),
        ("Xem Biểu số 8 và phụ lục kèm theo.", ("Phụ lục I", "Biểu số 1"), ["appendix_absent"]),
        ("Xem Biểu số 1 và phụ lục kèm theo.", ("Phụ lục I", "Biểu số 1"), []),
        ("Xem Phụ lục 2, các phụ lục kèm theo.", ("Phụ lục I", "Biểu số 2"), ["appendix_absent"]),
    ],
)
def test_named_appendices_are_there(words: str, labels: tuple[str, ...], wanted: list[str]) -> None:
    assert with_text(words, appendices=labels) == wanted


def test_an_appendix_that_the_text_does_not_name_is_found() -> None:
    assert keys(appendices=("Phụ lục I", "Phụ lục II")) == ["appendix_unnamed"]
    assert with_text("Có phụ lục kèm theo.", appendices=("Phụ lục I", "Phụ lục II")) == []


def test_an_appendix_without_number_is_there_too() -> None:
    body = (GOOD.body[0], BodyParagraph((Run("(Có phụ lục kèm theo)"),), Level.PLAIN))
    assert keys(body=body, appendices=("Phụ lục",)) == []
    assert keys(body=body, appendices=()) == ["appendix_absent"]
