"""Plans saved from a broken database become files that are read back as they were."""

from dataclasses import replace
from pathlib import Path

from app.exchange.read import read_plan
from app.exchange.rescued_plans import write_rescued
from tests.app.domain.samples import item, plan, table

SAMPLE = plan(table(item("1", "Rà soát", "Báo cáo")))


def test_each_plan_as_excel_and_as_a_plan_file(tmp_path: Path) -> None:
    write_rescued([SAMPLE, replace(SAMPLE, appendices=())], tmp_path)
    for ending in ("xlsx", "json"):
        rows = read_plan(tmp_path / f"ke-hoach-1.{ending}").plan.appendices[0].rows
        assert [row.cells for row in rows] == [("1", "Rà soát", "Báo cáo")]
    # a plan without an appendix has nothing for a sheet to show
    assert not (tmp_path / "ke-hoach-2.xlsx").exists()
