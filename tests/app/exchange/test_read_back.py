from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents.model import Document, Section, Style, Table, TableCell
from app.documents.official_document import official_document
from app.documents.plan_document import plan_document
from app.domain.official import Signer
from app.domain.plan import Plan, Row, RowKind
from app.exchange.read_back import same_docx, same_pdf, same_xlsx
from app.exchange.samples import sample_plan
from app.exchange.write_docx import write_docx
from app.exchange.write_pdf import write_pdf
from app.exchange.write_xlsx import write_xlsx
from tests.app.exchange.official_samples import report

Tools = tuple[Callable[[Document, Path], None], Callable[[Path, Document], bool]]
ALL: list[Tools] = [(write_docx, same_docx), (write_xlsx, same_xlsx), (write_pdf, same_pdf)]


def with_cell(plan: Plan, text: str) -> Plan:
    """``plan`` with another text in the second cell of its last row."""
    appendix = plan.appendices[-1]
    cells = appendix.rows[-1].cells
    row = Row(RowKind.ITEM, (cells[0], text, *cells[2:]))
    return replace(plan, appendices=(*plan.appendices[:-1], appendix.with_rows((*appendix.rows[:-1], row))))


@pytest.mark.parametrize("tools", ALL)
def test_what_was_written_is_found_again(tools: Tools, tmp_path: Path) -> None:
    write, same = tools
    document = plan_document(sample_plan())
    write(document, tmp_path / "a")
    assert same(tmp_path / "a", document)


@pytest.mark.parametrize("tools", ALL)
def test_one_other_word_in_the_last_row_is_seen(tools: Tools, tmp_path: Path) -> None:
    write, same = tools
    write(plan_document(with_cell(sample_plan(), "một từ lạ")), tmp_path / "a")
    assert not same(tmp_path / "a", plan_document(with_cell(sample_plan(), "một từ lạx")))


@pytest.mark.parametrize("tools", ALL[:2])
def test_a_missing_row_is_seen(tools: Tools, tmp_path: Path) -> None:
    write, same = tools
    plan = sample_plan()
    shorter = replace(plan, appendices=(plan.appendices[0].with_rows(plan.appendices[0].rows[:-1]),))
    write(plan_document(shorter), tmp_path / "a")
    assert not same(tmp_path / "a", plan_document(replace(plan, appendices=plan.appendices[:1])))


@pytest.mark.parametrize("tools", ALL)
def test_a_missing_appendix_is_seen(tools: Tools, tmp_path: Path) -> None:
    write, same = tools
    plan = sample_plan()
    write(plan_document(replace(plan, appendices=plan.appendices[:-1])), tmp_path / "a")
    assert not same(tmp_path / "a", plan_document(plan))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_any_text_comes_back_from_word_and_excel(rows: list[tuple[str, str]], tmp_path: Path) -> None:
    heading = (TableCell("Việc", Style.TABLE_HEADING), TableCell("Hạn", Style.TABLE_HEADING))
    table = Table((120.0, 120.0), heading, tuple((TableCell(a), TableCell(b)) for a, b in rows))
    document = Document("Kế hoạch", (Section("Phụ lục", (table,)),))
    for write, same in ALL[:2]:
        write(document, tmp_path / "a")
        assert same(tmp_path / "a", document)


@pytest.mark.parametrize("tools", ALL)
@pytest.mark.parametrize(
    "changes",
    [
        {"place": "Sông Khác"},
        {"symbol": "BC-KHÁC"},
        {"recipients": ("Như trên", "Lưu: KHÁC")},
        {"signer": Signer(("QUYỀN KHÁC",), "(Họ và tên)")},
    ],
)
def test_another_head_or_end_is_seen(tools: Tools, changes: dict[str, Any], tmp_path: Path) -> None:
    write, same = tools
    write(official_document(report(1)), tmp_path / "a")
    assert same(tmp_path / "a", official_document(report(1)))
    assert not same(tmp_path / "a", official_document(replace(report(1), **changes)))
