"""A plan that leaves the program and comes back is the same plan."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.plan import Appendix, Plan, Row
from app.exchange.export import export_plan
from app.exchange.plan_json import FORMAT, from_json
from app.exchange.read import read_plan
from app.exchange.samples import sample_plan
from app.exchange.templates import list_builtin, new_plan

NAMES = ["anh-son-2024", "bac-hong-linh-2025", "hoang-hoa-2023", "hoang-kim-2025", "thuong-xuan-2025"]


def real_plan(shared: Path, name: str) -> Plan:
    """One of the five real plans as it should have been understood."""
    content = json.loads((shared / "plans" / f"{name}.json").read_text(encoding="utf-8"))
    return from_json({"format": FORMAT, **content}, name).plan


def words_of(appendix: Appendix) -> Appendix:
    """``appendix`` without what belongs to the screen: ids, widths, who numbers a row."""
    columns = tuple(replace(column, width=None, id=None) for column in appendix.columns)
    rows = tuple(replace(row, numbered=False, id=None) for row in appendix.rows)
    return replace(appendix, columns=columns, rows=rows, id=None)


def assert_same(found: Plan, plan: Plan) -> None:
    """The same appendices, cell by cell, and the same facts about the plan."""
    assert len(found.appendices) == len(plan.appendices)
    for one, other in zip(found.appendices, plan.appendices, strict=True):
        assert words_of(one) == words_of(other)
    assert found.info == plan.info


@pytest.mark.parametrize("format", ["docx", "xlsx", "json"])
@pytest.mark.parametrize("name", NAMES)
def test_a_real_plan_comes_back_from_its_export(shared: Path, name: str, format: str, tmp_path: Path) -> None:
    plan = real_plan(shared, name)
    export_plan(plan, format, tmp_path / f"Kế hoạch.{format}")
    assert_same(read_plan(tmp_path / f"Kế hoạch.{format}").plan, plan)


@pytest.mark.parametrize("format", ["docx", "xlsx", "json"])
def test_the_sample_comes_back_from_its_export(format: str, tmp_path: Path) -> None:
    export_plan(sample_plan(), format, tmp_path / f"a.{format}")
    imported = read_plan(tmp_path / f"a.{format}")
    assert_same(imported.plan, sample_plan())
    assert imported.notes == ()


@pytest.mark.parametrize("format", ["docx", "xlsx"])
@pytest.mark.parametrize("key", [template.key for template in list_builtin()])
def test_a_plan_typed_into_a_template_comes_back(key: str, format: str, tmp_path: Path) -> None:
    plan = filled(new_plan(key, 2027, "ỦY BAN NHÂN DÂN XÃ THỬ", level="commune"))
    export_plan(plan, format, tmp_path / f"a.{format}")
    assert_same(read_plan(tmp_path / f"a.{format}").plan, words_only(plan))


def filled(plan: Plan) -> Plan:
    """``plan`` with words in every blank cell."""
    return replace(plan, appendices=tuple(one.with_rows(tuple(map(filled_row, one.rows))) for one in plan.appendices))


def filled_row(row: Row) -> Row:
    """``row`` with words in every blank cell."""
    return replace(row, cells=tuple(cell or "- Kế hoạch;\n- Báo cáo" for cell in row.cells))


def words_only(plan: Plan) -> Plan:
    """``plan`` as a file can carry it."""
    return replace(plan, appendices=tuple(map(words_of, plan.appendices)))
