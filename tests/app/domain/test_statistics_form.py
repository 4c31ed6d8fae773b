import pytest

from app.domain.errors import Refused
from app.domain.statistics_form import Balance, Form, FormRow, Ratio, Total, ValueKind, check_form, codes_in
from app.texts import sentence_for

A = FormRow("1", "Một", "", ValueKind.COUNT)
B = FormRow("1.1", "Hai", "", ValueKind.COUNT)


def form(*rows: FormRow, balances: tuple[Balance, ...] = ()) -> Form:
    return Form("1", "Biểu thử", rows, balances=balances)


def test_a_sound_form_is_handed_back() -> None:
    sound = form(FormRow("1", "Một", "", ValueKind.COUNT, calculation=Total(("1.1",))), B)
    assert check_form(sound) is sound


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (form(), "không có chỉ tiêu nào"),
        (form(*(FormRow(str(number), "a", "", ValueKind.COUNT) for number in range(501))), "nhiều hơn 500"),
        (form(A, B, A), "hai dòng cùng mã 1;"),
        (form(FormRow("1", "Một", "%", ValueKind.PERCENT, calculation=Ratio(("2",), ("1.1",))), B), "mã 2 không có"),
        (form(A, B, balances=(Balance("1", ("7",)),)), "mã 7 không có"),
        (
            form(
                FormRow("1", "Một", "", ValueKind.COUNT, calculation=Total(("1.1",))),
                FormRow("1.1", "Hai", "", ValueKind.COUNT, calculation=Total(("1",))),
            ),
            "quay lại chính dòng này",
        ),
    ],
)
def test_a_form_that_cannot_be_worked_with_is_refused(wrong: Form, words: str) -> None:
    with pytest.raises(Refused) as refusal:
        check_form(wrong)
    assert words in sentence_for(refusal.value)
    assert "Biểu thử" in sentence_for(refusal.value)


def test_a_calculation_names_the_rows_it_reads() -> None:
    assert codes_in(None) == ()
    assert codes_in(Ratio(("2", "3"), ("1",))) == ("2", "3", "1")
    assert codes_in(Total(("2",))) == ("2",)
