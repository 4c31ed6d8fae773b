"""Dataclasses as JSON values and back."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.model import Document
from app.documents.plan_document import plan_document
from app.domain.body import BodyParagraph, BodyTable, Level, Run
from app.domain.milestone import Every
from app.domain.office import Office, OfficeSigner
from app.domain.official import OfficialDocument, PartialDate, SignedBy
from app.domain.plain import from_plain, to_plain
from app.domain.report import Delivery, Report, ReportPart, ReportState
from app.domain.reporting_period import ReportingPeriod
from app.domain.statistics_form import Figure
from app.exchange.samples import sample_plan

paragraphs = st.builds(BodyParagraph, st.tuples(st.builds(Run, st.text(), st.booleans())), st.sampled_from(Level))
tables = st.builds(BodyTable, st.tuples(st.tuples(st.text(), st.text())), st.integers(0, 1))
heads = st.builds(
    OfficialDocument,
    st.just("BC"),
    st.tuples(st.text()),
    st.text(),
    day=st.builds(PartialDate, st.none() | st.integers(2020, 2030)),
    body=st.lists(paragraphs | tables, max_size=4).map(tuple),
)
reports = st.builds(
    Report,
    st.integers(1, 9),
    st.just(ReportingPeriod(2026, Every.QUARTERLY, 1)),
    st.text(),
    heads,
    st.lists(st.builds(ReportPart, st.text(), st.sampled_from(Level), st.text(), st.tuples(paragraphs))).map(tuple),
    st.dictionaries(st.text(), st.builds(Figure, st.none() | st.decimals(allow_nan=False, allow_infinity=False))),
    st.sampled_from(ReportState),
    st.builds(Delivery, st.none() | st.dates()),
)


@given(reports)
def test_a_report_comes_back_as_it_was(report: Report) -> None:
    assert from_plain(Report, json.loads(json.dumps(to_plain(report)))) == report


def test_a_printed_document_comes_back_as_it_was() -> None:
    document = plan_document(sample_plan())
    assert from_plain(Document, json.loads(json.dumps(to_plain(document)))) == document


def test_an_office_comes_back_as_it_was() -> None:
    signer = OfficeSigner("Họ và tên", "PHÓ CHỦ TỊCH", "", "CHỦ TỊCH", SignedBy.FOR_HEAD, date(2026, 1, 1))
    office = Office(("UBND XÃ MẪU",), signers=(signer,), recipients={"BC": ("Như trên", "Lưu: VT")}, numbers={"BC": 3})
    assert from_plain(Office, to_plain(office)) == office


def test_what_has_its_default_is_left_out_and_may_be_missing() -> None:
    assert to_plain(Run("a")) == {"is": "Run", "text": "a"}
    assert from_plain(Run, {"text": "a"}) == Run("a")
    assert to_plain(Figure(Decimal("1.50"))) == {"is": "Figure", "value": "1.50"}


@pytest.mark.parametrize("plain", [{"text": 1}, {}, {"text": "a", "other": 2}, None, [1]])
def test_what_was_not_made_so_is_an_error(plain: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        from_plain(Run, plain)


def test_other_things_have_no_plain_form() -> None:
    with pytest.raises(TypeError):
        to_plain(object())
