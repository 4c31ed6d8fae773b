"""The five real plans, from Word and from Excel: every cell, heading and role, and nothing to ask about."""

import json
import time
from dataclasses import fields
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from app.domain.imported import ImportedPlan
from app.domain.plan import PlanInfo
from app.exchange.plan_json import to_json
from app.exchange.read import read_plan

_PLANS = ("anh-son-2024", "bac-hong-linh-2025", "hoang-hoa-2023", "hoang-kim-2025", "thuong-xuan-2025")


def _expected(shared: Path, name: str) -> Any:
    return json.loads((shared / "plans" / f"{name}.json").read_text(encoding="utf-8"))


def _read(shared: Path, name: str, ending: str) -> ImportedPlan:
    return read_plan(shared / "plans" / f"{name}.{ending}")


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize("name", _PLANS)
def test_every_cell_heading_and_role(shared: Path, name: str, ending: str) -> None:
    imported = _read(shared, name, ending)
    expected = _expected(shared, name)
    assert to_json(imported.plan)["appendices"] == expected["appendices"]
    assert imported.notes == ()


@pytest.mark.parametrize("name", _PLANS)
def test_what_the_document_says_of_the_plan(shared: Path, name: str) -> None:
    info = to_json(_read(shared, name, "docx").plan)["plan"]
    expected = _expected(shared, name)["plan"]
    for field in fields(PlanInfo):
        assert info[field.name] == expected[field.name], field.name


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_rows_of_all_plans(shared: Path, ending: str) -> None:
    plans = [_read(shared, name, ending).plan for name in _PLANS]
    kinds = [row.kind.value for plan in plans for appendix in plan.appendices for row in appendix.rows]
    assert (kinds.count("item"), kinds.count("section")) == (172, 14)


@pytest.mark.parametrize("name", _PLANS)
def test_a_plan_is_read_in_a_moment(shared: Path, name: str) -> None:
    """0.3 s is the floor that the bench holds; this only catches work that grows without bound."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        _read(shared, name, "docx")
        taken.append(time.perf_counter() - start)
    assert median(taken) < 1.5
