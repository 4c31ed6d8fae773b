"""The tracking commands, from their arguments to their JSON."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from app.exchange.plan_json import to_json
from app.exchange.samples import sample_plan
from db.storage import open_storage

Run = Callable[..., tuple[int, str, str]]


def test_a_deadline_is_read_without_a_plan(sample_command: Run) -> None:
    status, out, _ = sample_command("deadline", "- Kế hoạch: quý I\n- Báo cáo: hằng tháng", "--year", "2026")
    assert status == 0
    assert [(one["what"], one["kind"]) for one in json.loads(out)] == [("Kế hoạch", "by"), ("Báo cáo", "periodic")]


def test_deadlines_has_an_entry_for_every_item_row(sample_command: Run) -> None:
    entries = json.loads(sample_command("deadlines", "1")[1])
    plan = to_json(sample_plan())
    items = [row for one in plan["appendices"] for row in one["rows"] if row["kind"] == "item"]
    assert [entry["row"] for entry in entries] == list(range(1, len(items) + 1))
    assert {entry["appendix"] for entry in entries} == {one["label"] for one in plan["appendices"]}


def test_a_mark_moves_the_figures_of_later_days_only(sample_command: Run) -> None:
    item = json.loads(sample_command("status", "1", "--as-of", "2026-12-31")[1])["items"][0]
    before = json.loads(sample_command("status", "1", "--as-of", "2026-12-31")[1])["milestones"]
    assert (
        sample_command(
            "mark", "1", str(item["row"]), "--milestone", "1", "--done", item["due"], "--document", "05/BC-UBND"
        )[0]
        == 0
    )
    after = json.loads(sample_command("status", "1", "--as-of", "2026-12-31")[1])
    assert after["milestones"]["done_on_time"] == before["done_on_time"] + 1
    assert after["milestones"]["overdue"] == before["overdue"] - 1
    earlier = json.loads(sample_command("status", "1", "--as-of", "2025-12-31")[1])
    assert earlier["milestones"]["done_on_time"] == 0


def test_another_day_leaves_the_document_and_the_note(sample_command: Run, tmp_path: Path) -> None:
    place = ("1", "1", "--milestone", "1")
    sample_command("mark", *place, "--done", "2026-01-20", "--document", "05/BC-UBND", "--note", "gửi sớm")
    sample_command("mark", *place, "--done", "2026-01-21", "--note", "gửi lại")
    with closing(open_storage(tmp_path / "dữ liệu")) as storage:
        [mark] = storage.read(lambda work: work.marks(1))
    assert (mark.done, mark.document, mark.note) == (date(2026, 1, 21), "05/BC-UBND", "gửi lại")


def test_the_parts_of_the_figures_sum(sample_command: Run) -> None:
    figures = json.loads(sample_command("status", "1", "--as-of", "2026-07-01")[1])
    tasks = dict(figures["tasks"])
    assert tasks.pop("total") == sum(tasks.values())
    counted = figures["milestones"]
    assert counted["due"] == counted["done_on_time"] + counted["done_late"] + counted["overdue"]
    assert counted["due"] + counted["in_time"] == len(figures["items"])


def test_a_row_that_is_not_there_is_refused(sample_command: Run) -> None:
    status, out, err = sample_command("mark", "1", "999", "--milestone", "1", "--done", "2026-01-01")
    assert (status, out) == (1, "")
    assert "999" in err
