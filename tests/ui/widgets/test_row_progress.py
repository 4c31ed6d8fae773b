"""The tab of the progress: its button, its menu, and what is said while files are copied."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.domain.row_states import RowState, RowStatus
from app.domain.tracking import tracked_rows
from app.exchange.calendars import default_calendar
from app.services.row_progress import RowProgress
from ui.widgets.row_entry import Entry, EntryKind
from ui.widgets.row_progress import RowProgressTab

TODAY = date(2026, 6, 17)


def progress_of(deadline: str, row_id: int = 1) -> RowProgress:
    """A row with two products and this deadline."""
    columns = (Column("Việc", Role.TASK), Column("Sản phẩm", Role.PRODUCT), Column("Thời gian", Role.DEADLINE))
    row = Row(RowKind.ITEM, ("Rà soát", "- Báo cáo & phụ lục;\n- Danh mục.", deadline), id=row_id)
    plan = Plan(PlanInfo("Kế hoạch", 2026), (Appendix("PL", "Mẫu", columns, (row,)),))
    tracked = tracked_rows(plan, default_calendar())[0]
    return RowProgress(1, 2026, TODAY, tracked, deadline, RowState(RowStatus.NOT_DUE))


@pytest.fixture
def tab(qtbot: QtBot) -> RowProgressTab:
    """The tab on a quarterly row."""
    made = RowProgressTab()
    qtbot.addWidget(made)
    made.resize(298, 560)
    made.show_progress(progress_of("Báo cáo: hằng quý"))
    made.show()
    return made


def of_kind(tab: RowProgressTab, kind: EntryKind) -> list[Entry]:
    """What is listed of one kind."""
    return [entry for entry in tab.list.entries if entry.kind is kind]


def menu_words(menu: QMenu) -> list[str]:
    """The entries of a menu without their keys."""
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


def test_the_button_offers_what_comes_first(qtbot: QtBot, tab: RowProgressTab) -> None:
    assert tab.primary.text() == "Đánh dấu hoàn thành" and tab.primary.isEnabled()
    with qtbot.waitSignal(tab.command_wanted) as told:
        qtbot.mouseClick(tab.primary, Qt.MouseButton.LeftButton)
    assert told.args == ["done"]
    tab.show_progress(progress_of("Thường xuyên", 2))
    assert tab.primary.text() == "Có thực hiện"
    tab.show_progress(progress_of("Theo kế hoạch của tỉnh", 3))
    assert tab.primary.text() == "Ngày có văn bản"
    tab.show_progress(None)
    assert not tab.primary.isEnabled() and not tab.more.isEnabled() and tab.list.entries == []


def test_the_menu_holds_what_is_possible_with_the_products(qtbot: QtBot, tab: RowProgressTab) -> None:
    tab._fill_menu(tab.commands)
    words = menu_words(tab.menu)
    assert words[:4] == ["Hoàn thành…", "Hủy…", "Sửa mốc…", "Xóa mốc"] and words[-1] == "Chọn từ sổ tài liệu…"
    below = next(action.menu() for action in tab.menu.actions() if action.menu() is not None)
    assert isinstance(below, QMenu)
    assert menu_words(below) == ["Báo cáo && phụ lục", "Danh mục", "Theo chữ trong ô"]
    with qtbot.waitSignal(tab.product_chosen) as told:
        below.actions()[1].trigger()
    assert told.args == [of_kind(tab, EntryKind.PRODUCT)[1].key]
    with qtbot.waitSignal(tab.command_wanted) as asked:
        tab.menu.actions()[0].trigger()
    assert asked.args == ["done"]


def test_the_same_row_keeps_its_selection_another_begins_anew(tab: RowProgressTab) -> None:
    third = of_kind(tab, EntryKind.OCCURRENCE)[2]
    tab.list.select(third)
    tab.show_progress(progress_of("Báo cáo: hằng quý"))
    assert [entry.words for entry in tab.selected] == ["Quý III"]
    tab.show_progress(progress_of("Báo cáo: hằng quý", 2))
    assert [entry.words for entry in tab.selected] == ["Quý I"]


def test_delete_means_what_fits_the_entry(qtbot: QtBot, tab: RowProgressTab) -> None:
    for kind, command in ((EntryKind.OCCURRENCE, "cancel"), (EntryKind.MILESTONE, "remove")):
        tab.list.select(of_kind(tab, kind)[0])
        with qtbot.waitSignal(tab.command_wanted) as told:
            tab.run("cancel")
        assert told.args == [command]
    tab.list.clearSelection()
    with qtbot.assertNotEmitted(tab.command_wanted):
        tab.run("cancel")
        tab.run("default")


def test_the_question_stands_above_only_where_words_have_changed(qtbot: QtBot, tab: RowProgressTab) -> None:
    assert not tab.question.isVisible()
    progress = progress_of("Báo cáo: hằng quý")
    tab.show_progress(replace(progress, row=replace(progress.row, is_corrected=True, words_changed=True)))
    assert tab.question.isVisible()
    for button, command in ((tab.question.keep, "keep"), (tab.question.read_again, "read_again")):
        with qtbot.waitSignal(tab.command_wanted) as told:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.args == [command]


def test_a_copy_is_said_with_its_progress(tab: RowProgressTab) -> None:
    tab.show_copying(("Báo cáo.pdf", 40))
    assert tab.copying.isVisible() and "Báo cáo.pdf" in tab.copying.text() and tab.bar.value() == 40
    assert tab.stop.isVisible()
    tab.show_copying(None)
    assert not tab.copying.isVisible()
