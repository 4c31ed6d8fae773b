import unicodedata

from app.domain.plan import RowKind
from app.domain.text import clean_cell
from app.exchange.samples import SAMPLE, sample_plan


def test_the_sample_has_seven_appendices_and_26_tasks() -> None:
    plan = sample_plan()
    assert plan.info.year == 2026
    assert len(plan.appendices) == 7
    rows = [row for appendix in plan.appendices for row in appendix.rows]
    assert len(rows) == 26
    assert all(row.kind is RowKind.ITEM and all(row.cells) for row in rows)


def test_the_sample_names_no_person() -> None:
    assert sample_plan().info.signer_name is None


def test_the_sample_is_clean_text() -> None:
    raw = SAMPLE.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", raw)
    for appendix in sample_plan().appendices:
        for row in appendix.rows:
            assert all(cell == clean_cell(cell) for cell in row.cells if cell is not None)
