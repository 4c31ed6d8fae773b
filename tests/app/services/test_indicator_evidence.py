"""Notes and proofs of an indicator's values: written, shown, cited by the report."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from app.documents.frozen_report import words_of_document
from app.domain.errors import Refused
from app.domain.indicator import Comparator, Indicator
from app.domain.proof import Proof, ProofFile
from app.domain.reporting_period import parse_period
from app.exchange.outlines import report_kit
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.indicator_choice import add
from app.services.indicator_evidence import Evidence, drop_value_proof, note_value, prove_value
from app.services.indicators import enter_value, indicator_board
from app.services.report_printing import report_for
from db.storage import open_storage

KIT = report_kit()
SIX = parse_period("2026-6M")
PLACE = (1, "2026-6M")
DAY = date(2026, 6, 5)
REPORT = Proof(None, "12/BC-UBND", DAY, "Kết quả giải quyết hồ sơ", None, DAY)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """A plan with one indicator that has a value."""
    opened = open_storage(tmp_path)
    opened.write("nhập", lambda work: work.add_plan(sample_plan()))
    measure = Indicator("Tỷ lệ hồ sơ đúng hạn", Comparator.AT_LEAST, Decimal(98), "%")
    opened.write("thêm", partial(add, plan_id=1, indicator=measure))
    opened.write("nhập", partial(enter_value, indicator_id=1, period=SIX, typed="99,1"))
    yield opened
    opened.close()


def evidence(storage: Storage) -> Evidence:
    """What the screen shows behind the value of six months."""
    board = storage.read(partial(indicator_board, plan_id=1, kit=KIT, today=DAY))
    return board.lines[0].values[1].evidence


def prove(storage: Storage, *proofs: Proof) -> None:
    """Give the value these proofs."""
    storage.write("ghi", partial(prove_value, place=PLACE, proofs=proofs))


def sentence(storage: Storage) -> str:
    """What the report of six months says of the indicator."""
    words = words_of_document(storage.read(partial(report_for, plan_id=1, period=SIX, kit=KIT)))
    return next(line for line in words if "Tỷ lệ hồ sơ đúng hạn" in line)


def test_a_note_and_a_proof_are_shown_and_undone(storage: Storage) -> None:
    assert evidence(storage) == Evidence()
    storage.write("ghi", partial(note_value, place=PLACE, words=" tăng nhờ  số hóa "))
    prove(storage, REPORT)
    assert evidence(storage) == Evidence("tăng nhờ số hóa", (replace(REPORT, id=1),))
    storage.write("bỏ", partial(drop_value_proof, place=PLACE, proof_id=1))
    storage.write("ghi", partial(note_value, place=PLACE, words=" "))
    assert evidence(storage) == Evidence()
    storage.undo()
    storage.undo()
    assert evidence(storage).proofs and storage.read(lambda work: len(work.proofs())) == 1


def test_a_document_that_is_there_is_used_again(storage: Storage) -> None:
    prove(storage, REPORT)
    prove(storage, replace(REPORT, title="khác"), replace(REPORT, id=1))
    assert evidence(storage).proofs == (replace(REPORT, id=1),)
    with pytest.raises(Refused):
        prove(storage, replace(REPORT, number=" ", title=""))
    with pytest.raises(Refused):
        storage.write("ghi", partial(note_value, place=(9, "2026-6M"), words="x"))


@pytest.mark.parametrize(
    ("proofs", "by"),
    [
        ((REPORT,), " (theo Báo cáo số 12/BC-UBND ngày 05/6/2026)"),
        ((replace(REPORT, day=None),), " (theo Báo cáo số 12/BC-UBND)"),
        ((replace(REPORT, number="45/UBND-VX"),), " (theo văn bản số 45/UBND-VX ngày 05/6/2026)"),
        (
            (REPORT, replace(REPORT, number="7/TB-UBND", day=None)),
            " (theo Báo cáo số 12/BC-UBND ngày 05/6/2026; Thông báo số 7/TB-UBND)",
        ),
        ((Proof(None, "", None, "Ảnh chụp", ProofFile("a" * 64, "anh.png", 5), DAY),), ""),
        ((), ""),
    ],
)
def test_the_report_cites_numbered_proofs(storage: Storage, proofs: tuple[Proof, ...], by: str) -> None:
    prove(storage, *proofs)
    assert sentence(storage) == f"- Tỷ lệ hồ sơ đúng hạn: 99,10% (chỉ tiêu từ 98% trở lên){by}."
