"""The words around one amount."""

from dataclasses import replace
from decimal import Decimal

from app.domain.indicator import Comparator
from app.domain.indicator_grammar import Amount
from app.domain.indicator_words import Wording
from app.domain.text import with_marks


def _wording(sentence: str, amount: str) -> Wording:
    start = sentence.index(amount)
    found = Amount(Decimal(90), "%", Comparator.EQUAL, start, start + len(amount))
    return Wording(sentence, with_marks(sentence), found, 0, len(sentence))


def test_a_verb_with_its_things() -> None:
    wording = _wording("Số hóa 90% sổ sách của xã", "90%")
    assert (wording.measure, wording.whole) == ("Số hóa sổ sách của xã", "sổ sách của xã")
    assert wording.verb is not None and wording.sentence[wording.verb] == "Số hóa"


def test_the_verb_of_the_amount_before() -> None:
    wording = _wording("90% sổ sách của xã", "90%")
    assert (wording.verb, wording.measure) == (None, "Sổ sách của xã")
    lent = replace(_wording("Nộp 90% sổ sách của xã", "90%"), start=4, said_verb=slice(0, 3))
    assert lent.measure == "Nộp sổ sách của xã"


def test_a_measure_before_the_amount_has_no_verb() -> None:
    wording = _wording("Tỷ lệ A đạt 90%", "90%")
    assert (wording.verb, wording.measure, wording.whole) == (None, "Tỷ lệ A", None)


def test_no_words_no_measure() -> None:
    assert _wording("90%", "90%").measure == ""
