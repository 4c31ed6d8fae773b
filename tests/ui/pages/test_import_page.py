"""The import page over a real storage, with readers standing in for files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.domain.imported import ImportedPlan, ImportNote, NoteKind
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.ports import PlanSummary
from app.ports.backups import Risk
from db.storage import DatabaseStorage, open_storage
from ui.operations import Operations
from ui.pages.import_page import ImportPage
from ui.widgets.compare_lines import Change

COLUMNS = (Column("TT", Role.ORDINAL), Column("Việc", Role.TASK), Column("Thời gian", Role.DEADLINE))
NOTE = ImportNote(NoteKind.ASSUMED, "import_page.footer", appendix=0, row=1, column=2)


def item(*cells: str | None) -> Row:
    return Row(RowKind.ITEM, cells=cells)


def imported(*rows: Row, title: str = "Kế hoạch thử") -> ImportedPlan:
    found = rows or (item("1", "Rà soát văn bản", "Quý I"), item("2", "Đối thoại", "Quý II"))
    plan = Plan(PlanInfo(title, 2026), (Appendix("Phụ lục 1", "Việc chính", COLUMNS, found),))
    return ImportedPlan("ke-hoach.docx", plan, (NOTE,))


class World:
    """A storage, its operations and a page whose reader answers what the test lays into ``files``."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.storage: DatabaseStorage = open_storage(folder)
        self.operations = Operations(self.storage)
        self.files: dict[str, ImportedPlan | Refused] = {}
        self.page = ImportPage(self.operations, self.read)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 700)
        self.page.show()

    def read(self, path: Path) -> ImportedPlan:
        found = self.files[path.name]
        if isinstance(found, Refused):
            raise found
        return found

    def open(self, *names: str) -> None:
        with self.qtbot.waitSignal(self.page.background.finished):
            self.page.open_files([Path(name) for name in names])
        self.settle()

    def press_import(self) -> None:
        self.qtbot.mouseClick(self.page.preview.head.write, Qt.MouseButton.LeftButton)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.operations.idle)

    def plans(self) -> list[PlanSummary]:
        return self.storage.read(lambda work: work.list_plans())

    def close(self) -> None:
        self.page.background.stop()
        self.operations.close()
        self.storage.close()


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path) -> Iterator[World]:
    found = World(qtbot, tmp_path)
    yield found
    found.close()


def test_nothing_is_written_before_the_button_and_one_undo_takes_it_back(world: World, qtbot: QtBot) -> None:
    world.files["a.docx"] = imported()
    world.open("a.docx")
    assert world.page.previewing
    assert world.plans() == []
    with qtbot.waitSignal(world.page.plan_wanted):
        world.press_import()
    assert [plan.rows for plan in world.plans()] == [2]
    world.operations.undo()
    world.settle()
    assert world.plans() == []


def test_roles_rows_title_and_year_go_into_what_is_written(world: World) -> None:
    world.files["a.docx"] = imported()
    world.open("a.docx")
    preview = world.page.preview
    box = preview.table.heads.boxes[1]
    box.setFocus()
    world.qtbot.keyClick(box, Qt.Key.Key_Down)
    preview.table.setCurrentIndex(preview.table.rows.index(0, 0))
    world.qtbot.keyClick(preview.table, Qt.Key.Key_Space)
    assert preview.head.write.text() == "Nhập 1 nhiệm vụ"
    preview.head.plan_title.selectAll()
    world.qtbot.keyClicks(preview.head.plan_title, "Ke hoach moi")
    world.qtbot.keyClick(preview.head.year, Qt.Key.Key_Up)
    world.press_import()
    plan = world.storage.read(lambda work: work.get_plan(world.plans()[0].id))
    assert (plan.info.title, plan.info.year) == ("Ke hoach moi", 2027)
    assert plan.appendices[0].columns[1].role is Role.ACTIVITY
    assert [row.cells[1] for row in plan.appendices[0].rows] == ["Đối thoại"]


def test_a_refused_file_says_why_and_changes_nothing(world: World) -> None:
    world.files["hong.docx"] = Refused("import_page.no_title")
    world.open("hong.docx")
    assert not world.page.previewing
    assert world.page.start.sentence == "Hãy ghi tên kế hoạch trước khi nhập."
    assert world.plans() == []


def test_several_files_are_one_step(world: World) -> None:
    world.files |= {"a.docx": imported(title="Kế hoạch một"), "b.xlsx": imported(title="Kế hoạch hai")}
    world.files["hong.doc"] = Refused("import_page.no_title")
    world.open("a.docx", "hong.doc", "b.xlsx")
    assert "hong.doc" in world.page.preview.notes.item(0).text()
    world.press_import()
    assert len(world.plans()) == 2
    world.operations.undo()
    world.settle()
    assert world.plans() == []


def test_a_plan_is_updated_only_after_a_backup(world: World) -> None:
    world.files["a.docx"] = imported()
    asked: list[Risk] = []
    world.operations.back_up_first = asked.append
    world.open("a.docx")
    world.press_import()
    assert asked == [], "a new plan takes nothing away"

    def refuse(risk: Risk) -> None:
        raise Refused(f"backup_before.{risk}", why="Ổ đĩa đã đầy.")

    world.operations.back_up_first = refuse
    world.files["a.docx"] = imported(item("1", "Việc khác hẳn", "Quý I"))
    world.open("a.docx")
    world.qtbot.mouseClick(world.page.preview.same_bar.update_plan, Qt.MouseButton.LeftButton)
    before = world.storage.read(lambda work: work.get_plan(1))
    world.press_import()
    assert world.page.previewing and world.page.preview.isEnabled()
    assert world.storage.read(lambda work: work.get_plan(1)) == before
    world.operations.back_up_first = asked.append
    world.press_import()
    assert asked == [Risk.IMPORT] and len(world.plans()) == 1
    assert world.storage.read(lambda work: work.get_plan(1)) != before


def test_the_same_plan_again_is_compared_and_updated_instead_of_doubled(world: World) -> None:
    world.files["a.docx"] = imported()
    world.open("a.docx")
    world.press_import()
    rows = item("1", "Rà soát văn bản", "Quý III"), item("3", "Tập huấn phần mềm một cửa", "Quý IV")
    world.files["b.docx"] = imported(*rows)
    world.open("b.docx")
    bar = world.page.preview.same_bar
    assert bar.isVisible() and bar.add.isChecked()
    world.qtbot.mouseClick(bar.update_plan, Qt.MouseButton.LeftButton)
    world.settle()
    lines = world.page.preview.compare.lines
    shown = [lines.line(row) for row in range(lines.rowCount())]
    assert [line.change for line in shown if line.is_heading] == [Change.CHANGED, Change.GONE, Change.ADDED]
    assert ("Quý I", "Quý III") in [(line.old, line.new) for line in shown]
    world.press_import()
    assert [plan.rows for plan in world.plans()] == [2]
    plan = world.storage.read(lambda work: work.get_plan(world.plans()[0].id))
    assert [row.cells for row in plan.appendices[0].rows] == [row.cells for row in rows]


def test_a_note_leads_to_its_cell(world: World) -> None:
    world.files["a.docx"] = imported()
    world.open("a.docx")
    preview = world.page.preview
    preview.notes.setCurrentRow(0)
    preview.notes.place_chosen.emit((0, NOTE))
    index = preview.table.currentIndex()
    assert (index.row(), index.column()) == (1, 3)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "\n".join([preview.notes.item(0).text().split(": ", 1)[1]])


def test_reading_can_be_cancelled(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.files["a.docx"] = imported()
    started: list[Callable[..., object]] = []
    monkeypatch.setattr(world.page.background, "start", started.append)
    world.page.open_files([Path("a.docx")])
    assert world.page.start.cancel.isVisible()
    world.qtbot.mouseClick(world.page.start.cancel, Qt.MouseButton.LeftButton)
    assert not world.page.start.cancel.isVisible()
    assert world.plans() == []
