"""The keys of a statistics form's table, over a model of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.figures_grid import FiguresGrid
from ui.widgets.figures_model import Cell, CellLook, FiguresModel, Index


class Numbers(FiguresModel):
    """Four rows of three columns: the first column and the second row are not typed."""

    def __init__(self) -> None:
        super().__init__()
        self.cells = {(row, column): f"{row}{column}" for row in range(4) for column in range(3)}

    def is_open(self, row: int, column: int) -> bool:
        """All but the first column and the second row."""
        return column > 0 and row != 1

    def words(self, row: int, column: int) -> str:
        """What a cell holds."""
        return self.cells[row, column]

    def look(self, row: int, column: int) -> CellLook:
        """Some have a sign or a trend."""
        return CellLook(signs=("Cần xem lại",) if column == 1 else (), trend=(1.0, None, 2.0) if column == 2 else ())

    def heading(self, column: int) -> str:
        """A number, below a group for the last two."""
        return f"({column})"

    def group(self, column: int) -> str:
        """The last two columns belong together."""
        return "Nhóm" if column else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Four."""
        return 0 if parent.isValid() else 4

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Three."""
        return 0 if parent.isValid() else 3


@pytest.fixture
def grid(qtbot: QtBot) -> Iterator[FiguresGrid]:
    """The table with the first open cell in use."""
    model = Numbers()
    made = FiguresGrid(model, {0: 40})
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.go_to_first()
    made.setFocus()
    yield made
    made.finish_editing()


def typed(grid: FiguresGrid) -> list[dict[Cell, str]]:
    """Collects what the model tells."""
    told: list[dict[Cell, str]] = []
    grid.figures.typed.connect(told.append)
    return told


def test_enter_and_tab_go_to_cells_that_can_be_typed(qtbot: QtBot, grid: FiguresGrid) -> None:
    assert grid.place == (0, 1)
    places = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Enter):
        qtbot.keyClick(grid, key)
        places.append(grid.place)
    assert places == [(2, 1), (2, 2), (3, 1), (2, 2), (3, 2)]
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert grid.place == (3, 2)
    qtbot.keyClick(grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert grid.place == (2, 2)


def test_a_letter_begins_and_enter_stores_and_goes_on(qtbot: QtBot, grid: FiguresGrid) -> None:
    told = typed(grid)
    qtbot.keyClick(grid, Qt.Key.Key_7)
    assert grid.delegate.editor is not None and grid.delegate.editor.toPlainText() == "7"
    qtbot.keyClick(grid.delegate.editor, Qt.Key.Key_Return)
    assert told == [{(0, 1): "7"}] and grid.place == (2, 1) and not grid.is_editing
    assert grid.figures.index(0, 1).data() == "7"
    grid.figures.forget_pending()
    assert grid.figures.index(0, 1).data() == "01"


def test_f2_keeps_what_stands_there_and_escape_forgets(qtbot: QtBot, grid: FiguresGrid) -> None:
    told = typed(grid)
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    assert grid.delegate.editor is not None and grid.delegate.editor.toPlainText() == "01"
    qtbot.keyClick(grid.delegate.editor, Qt.Key.Key_Escape)
    assert told == [] and not grid.is_editing
    qtbot.keyClick(grid, Qt.Key.Key_Backspace)
    assert grid.delegate.editor is not None and grid.delegate.editor.toPlainText() == ""


def test_an_input_method_types_into_the_cell(grid: FiguresGrid) -> None:
    event = QInputMethodEvent()
    event.setCommitString("đ")
    QApplication.sendEvent(grid, event)
    assert grid.delegate.editor is not None and grid.delegate.editor.toPlainText() == "đ"


def test_a_cell_that_is_not_typed_stays_closed(qtbot: QtBot, grid: FiguresGrid) -> None:
    told = typed(grid)
    grid.go_to(1, 1)
    for key in (Qt.Key.Key_7, Qt.Key.Key_F2, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        qtbot.keyClick(grid, key)
    assert not grid.is_editing and told == []


def test_delete_empties_the_selected_cells_that_can_be(qtbot: QtBot, grid: FiguresGrid) -> None:
    told = typed(grid)
    grid.selectAll()
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert [sorted(one) for one in told] == [[(0, 1), (0, 2), (2, 1), (2, 2), (3, 1), (3, 2)]]


@pytest.mark.parametrize(("key", "signal"), [("C", "copy_wanted"), ("X", "cut_wanted"), ("V", "paste_wanted")])
def test_keys_of_the_clipboard_are_told(qtbot: QtBot, grid: FiguresGrid, key: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(grid, signal)):
        qtbot.keyClick(grid, key, Qt.KeyboardModifier.ControlModifier)


def test_all_is_painted_and_headings_have_room_for_their_group(qtbot: QtBot, grid: FiguresGrid) -> None:
    grid.fit()
    header = grid.horizontalHeader()
    assert header.height() >= header.sizeHint().height() > 26
    assert sum(grid.columnWidth(column) for column in range(3)) <= grid.viewport().width()
    assert not grid.grab().isNull()


def test_what_is_odd_is_said_aloud(grid: FiguresGrid) -> None:
    index = grid.figures.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "01\nCần xem lại"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Cần xem lại"
