"""Tables in the parts of a report: kept, printed, frozen; words replaced in all parts at once."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from app.documents.model import Table
from app.domain.body import BodyParagraph, BodyTable, Level, Run, words_of
from app.domain.errors import Refused
from app.domain.office import Office, OfficeSigner
from app.domain.reporting_period import parse_period
from app.domain.text_search import Sought
from app.exchange.outlines import report_kit
from app.exchange.read_back import same_docx, same_pdf
from app.exchange.samples import sample_plan
from app.exchange.write_docx import write_docx
from app.exchange.write_pdf import write_pdf
from app.services import report_drafts, report_life, report_printing, report_texts
from db.storage import DatabaseStorage
from tests.app.exchange.nd30_docx import docx_faults

KIT = report_kit()
TABLE = BodyTable((("TT", "Lĩnh vực", "Số việc"), ("1", "Cải cách thể chế", "12"), ("2", "Tài chính công", "3")), 1)
LINE = BodyParagraph((Run("Kết quả cụ thể:"),), Level.PLAIN)


@pytest.fixture
def report_id(storage: DatabaseStorage) -> int:
    """A draft whose second part holds a table."""
    office = Office(signers=(OfficeSigner("(Họ và tên)", "Chủ tịch", "Ủy ban nhân dân"),))
    storage.write("", lambda work: work.save_office(office))
    plan_id = storage.write("", lambda work: work.add_plan(sample_plan())).result
    start = partial(report_drafts.start_report, plan_id=plan_id, period=parse_period("2026-Q1"), kit=KIT)
    made = storage.write("", start).result
    storage.write("", partial(report_texts.change_part, report_id=made, key="I.2", paragraphs=(LINE, TABLE)))
    return made


def test_a_table_is_kept_and_printed_by_the_decree(storage: DatabaseStorage, report_id: int, tmp_path: Path) -> None:
    stored = storage.read(lambda work: work.get_report(report_id))
    assert next(part for part in stored.parts if part.key == "I.2").paragraphs == (LINE, TABLE)
    document = storage.read(partial(report_printing.printed_report, report_id=report_id, kit=KIT))
    tables = [block for block in document.sections[0].blocks if isinstance(block, Table)]
    assert [cell.text for cell in tables[-1].rows[0] if cell] == ["1", "Cải cách thể chế", "12"]
    write_docx(document, tmp_path / "a.docx")
    write_pdf(document, tmp_path / "a.pdf")
    assert docx_faults(tmp_path / "a.docx") == []
    assert same_docx(tmp_path / "a.docx", document) and same_pdf(tmp_path / "a.pdf", document)


def test_a_signed_report_keeps_its_table(storage: DatabaseStorage, report_id: int) -> None:
    before = storage.read(partial(report_printing.printed_report, report_id=report_id, kit=KIT))
    sign = partial(report_life.sign_report, report_id=report_id, number="05", day=date(2026, 3, 20), kit=KIT)
    storage.write("", sign)
    after = storage.read(partial(report_printing.printed_report, report_id=report_id, kit=KIT))
    tables = [[block for block in made.sections[0].blocks if isinstance(block, Table)] for made in (before, after)]
    assert tables[0] == tables[1]
    with pytest.raises(Refused):
        storage.write("", partial(report_texts.replace_in_report, report_id=report_id, sought=Sought("kết quả"), by=""))


def test_words_are_replaced_in_every_part_in_one_step(storage: DatabaseStorage, report_id: int) -> None:
    change = partial(report_texts.change_part, report_id=report_id, key="I.1", paragraphs=(LINE,))
    storage.write("", change)
    use_case = partial(report_texts.replace_in_report, report_id=report_id, sought=Sought("cu the"), by="chung")
    assert storage.write("", use_case).result >= 2
    parts = {part.key: part for part in storage.read(lambda work: work.get_report(report_id)).parts}
    assert words_of(parts["I.1"].paragraphs[0]) == "Kết quả chung:"
    assert parts["I.2"].paragraphs == (replace(LINE, runs=(Run("Kết quả chung:"),)), TABLE)
    storage.undo()
    parts = {part.key: part for part in storage.read(lambda work: work.get_report(report_id)).parts}
    assert parts["I.2"].paragraphs == (LINE, TABLE)
