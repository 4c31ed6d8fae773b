"""The office's particulars and its numbering book, over the real storage."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.office import Office, OfficeSigner
from app.domain.official import SignedBy
from app.domain.reporting_period import parse_period
from app.exchange.outlines import report_kit
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services import report_drafts, report_life
from app.services.office import (
    FirstWords,
    begin_office,
    book_of,
    is_first_run,
    next_number,
    number_to_offer,
    plain_number,
    save_office,
)
from app.texts import sentence_for

KIT = report_kit()
OFFICE = Office(("ỦY BAN NHÂN DÂN", "XÃ MẪU"), place="Mẫu", signers=(OfficeSigner("Người ký", "Chủ tịch"),))
DAY = date(2026, 3, 16)


def stored(storage: Storage) -> Office:
    return storage.read(lambda work: work.office())


def refused(storage: Storage, office: Office) -> str:
    """The key of the refusal of ``office``; nothing is stored."""
    before = stored(storage)
    with pytest.raises(Refused) as error:
        storage.write("ghi", partial(save_office, office=office))
    assert stored(storage) == before and sentence_for(error.value)
    return error.value.key


def start(storage: Storage, period: str) -> int:
    """A report of the sample plan for ``period``."""
    use_case = partial(report_drafts.start_report, plan_id=1, period=parse_period(period), kit=KIT)
    return storage.write("lập", use_case).result


def sign(storage: Storage, report_id: int, number: str, day: date = DAY) -> None:
    storage.write("ký", partial(report_life.sign_report, report_id=report_id, number=number, day=day, kit=KIT))


def offer(storage: Storage, report_id: int, day: date = DAY) -> str:
    return storage.read(partial(number_to_offer, report_id=report_id, day=day))


@pytest.fixture
def filled(storage: Storage) -> Storage:
    """The sample plan and an office."""
    storage.write("nhập", lambda work: work.add_plan(sample_plan()))
    storage.write("ghi", partial(save_office, office=OFFICE))
    return storage


def test_words_are_cleaned_and_blank_entries_go(storage: Storage) -> None:
    signer = OfficeSigner(" Người  ký ", " Phó Chủ tịch ", head=" Chủ tịch ", by=SignedBy.FOR_HEAD)
    office = replace(
        OFFICE,
        issuing_body=(" ỦY BAN  NHÂN DÂN ", "", "XÃ MẪU"),
        signers=(signer,),
        recipients={"BC": ("Như trên", " "), "KH": ("",)},
    )
    storage.write("ghi", partial(save_office, office=office))
    found = stored(storage)
    assert found.issuing_body == OFFICE.issuing_body and found.recipients == {"BC": ("Như trên",)}
    assert found.signers[0].block().authority == ("KT. Chủ tịch", "Phó Chủ tịch")
    assert found.signers[0].name == "Người ký"
    storage.undo()
    assert stored(storage) == Office()


def test_what_makes_no_sense_is_refused(filled: Storage) -> None:
    (signer,) = OFFICE.signers
    assert refused(filled, replace(OFFICE, issuing_body=(" ",))) == "office.no_name"
    wrong = {
        "office.signer_no_name": replace(signer, name=" "),
        "office.signer_no_post": replace(signer, post=""),
        "office.signer_no_head": replace(signer, by=SignedBy.BY_ORDER),
        "office.days_reversed": replace(signer, active_from=date(2026, 2, 1), active_to=date(2026, 1, 1)),
    }
    for key, one in wrong.items():
        assert refused(filled, replace(OFFICE, signers=(one,))) == key
    assert refused(filled, replace(OFFICE, numbers={"BC/2026": -1})) == "office.number_below_zero"


def test_the_first_start_stores_what_was_filled_in(storage: Storage) -> None:
    assert storage.read(is_first_run)
    storage.write("ghi", partial(begin_office, words=FirstWords(" ")))
    assert storage.read(is_first_run)
    words = FirstWords("Ủy ban nhân dân xã Mẫu", "Mẫu", "Người ký", "Phó Chủ tịch")
    storage.write("ghi", partial(begin_office, words=words))
    found = stored(storage)
    assert found.issuing_body == ("Ủy ban nhân dân", "xã Mẫu") and found.place == "Mẫu"
    signer = found.signer_on(DAY)
    assert signer.authority == ("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch")
    assert not storage.read(is_first_run)
    with pytest.raises(Refused):
        storage.write("ghi", partial(begin_office, words=FirstWords(signer="Người ký")))


def test_a_plan_alone_ends_the_first_run(storage: Storage) -> None:
    storage.write("nhập", lambda work: work.add_plan(sample_plan()))
    assert not storage.read(is_first_run)


def test_the_next_number_of_a_book() -> None:
    office = Office(numbers={"BC/2026": 44, "KH/2025": 3})
    assert [next_number(office, "BC", year) for year in (2025, 2026, 2027)] == [None, 45, 1]
    assert next_number(office, "KH", 2026) == 1 and next_number(office, "QĐ", 2026) is None


def test_numbers_are_offered_taken_and_given_back(filled: Storage) -> None:
    first, second = start(filled, "2026-Q1"), start(filled, "2026-6M")
    assert offer(filled, first) == ""
    sign(filled, first, "08")
    assert stored(filled).numbers == {"BC/2026": 8}
    assert offer(filled, second) == "09" and offer(filled, first) == "08"
    assert offer(filled, second, date(2027, 1, 5)) == "01"
    filled.undo()
    assert stored(filled).numbers == {} and offer(filled, second) == ""
    filled.redo()
    sign(filled, second, "3")
    assert stored(filled).numbers == {"BC/2026": 8}


def test_a_number_given_already_names_the_report_that_has_it(filled: Storage) -> None:
    first, second = start(filled, "2026-Q1"), start(filled, "2026-6M")
    sign(filled, first, "08")
    with pytest.raises(Refused) as error:
        sign(filled, second, "8")
    title = filled.read(lambda work: work.get_report(first)).head.title
    assert title in sentence_for(error.value) and "09" in sentence_for(error.value)
    sign(filled, second, "8", date(2027, 1, 4))
    assert stored(filled).numbers == {"BC/2026": 8, "BC/2027": 8}


def test_a_number_with_a_letter_is_kept_apart_from_the_book(filled: Storage) -> None:
    first, second = start(filled, "2026-Q1"), start(filled, "2026-6M")
    sign(filled, first, "12a")
    assert stored(filled).numbers == {}
    with pytest.raises(Refused):
        sign(filled, second, "12A")


@given(st.text(max_size=6))
def test_only_digits_are_a_plain_number(words: str) -> None:
    value = plain_number(words)
    assert value is None or value == int(words)


@given(st.dictionaries(st.integers(2020, 2035), st.integers(0, 999)), st.integers(2020, 2035))
def test_the_next_number_is_never_one_given_before(given_numbers: dict[int, int], year: int) -> None:
    office = Office(numbers={book_of("BC", one): last for one, last in given_numbers.items()})
    following = next_number(office, "BC", year)
    assert following is None or following > given_numbers.get(year, 0)
