"""Accounts from the first password on: sign in, one's own rows and others', the lock, somebody else's turn."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.access import Role
from app.domain.log_filter import LogFilter
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Row, RowKind
from app.domain.plan import Role as ColumnRole
from app.ports import Storage
from app.services.accounts import add_account, change_account, remove_account, turn_on
from app.services.units import add_unit
from db.passwords import Passwords
from db.storage import open_storage
from tests.end_to_end.hands import CTRL, SHIFT, key, settle, type_words
from tests.windows import bring_forward
from ui.clock import Clock, Moment
from ui.dialogs.account_code import AccountCode
from ui.dialogs.account_password import FirstPassword, OwnPassword
from ui.dialogs.account_recovery import AccountRecovery
from ui.dialogs.account_sign_in import AccountSignIn
from ui.dialogs.person import PersonDialog
from ui.main_window import MainWindow
from ui.pages.directory_page import ACCOUNTS, STAFF, DirectoryPage
from ui.widgets.lock_cover import LockCover

TODAY = date(2026, 6, 17)
ADMIN, ENTERER, VIEWER = "Người quản trị", "Người nhập liệu", "Người xem"
PASSWORD, OTHER = "mật khẩu dài", "mật khẩu khác"
COLUMNS = (Column("Nội dung", ColumnRole.TASK), Column("Chủ trì", ColumnRole.LEAD))
ROWS = (Row(RowKind.ITEM, ("Rà soát văn bản", "Tư pháp")), Row(RowKind.ITEM, ("Số hóa hồ sơ", "Văn phòng")))


class HandClock(Clock):
    """A clock that goes on when told."""

    def __init__(self) -> None:
        super().__init__(TODAY)
        self.gone = timedelta()

    @property
    def now(self) -> datetime:
        return datetime.now() + self.gone

    def moment(self) -> Moment:
        return Moment(self.gone.total_seconds(), self.gone.total_seconds())


Open = Callable[[], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Starts the program on the same data folder; what ran before is closed first."""
    running: list[tuple[MainWindow, Storage]] = []

    def close() -> None:
        while running:
            window, storage = running.pop()
            settle(qtbot, window)
            window.close()
            storage.close()

    def start() -> MainWindow:
        close()
        storage = open_storage(tmp_path, passwords=Passwords(1, 8, 1))
        window = MainWindow(storage, tmp_path, TODAY)
        window.clock = HandClock()
        window.sign_in.idle._clock = window.clock
        qtbot.addWidget(window)
        running.append((window, storage))
        window.start()
        bring_forward(qtbot, window)
        settle(qtbot, window)
        return window

    storage = open_storage(tmp_path)
    plan = Plan(PlanInfo("Kế hoạch năm 2026", 2026), (Appendix("Phụ lục số 01", "", COLUMNS, ROWS),))
    storage.write("nhập", lambda work: work.add_plan(plan))
    storage.write("đơn vị", lambda work: [add_unit(work, name) for name in ("Tư pháp", "Văn phòng")])
    storage.close()
    yield start
    close()


@pytest.fixture
def with_accounts(tmp_path: Path, open_window: Open) -> Open:
    """The same once there are an administrator, somebody who enters for Tư pháp, and somebody who looks."""
    storage = open_storage(tmp_path, passwords=Passwords(1, 8, 1))
    storage.write("", lambda work: turn_on(work, ADMIN, PASSWORD))
    actor = storage.read(lambda work: work.accounts())[0].actor
    storage.act_as(actor)
    unit = storage.read(lambda work: work.units())[0].id or 0
    storage.write("", lambda work: add_account(work, ENTERER, Role.ENTRY, frozenset({unit}), OTHER))
    storage.write("", lambda work: add_account(work, VIEWER, Role.VIEW, None, OTHER))
    storage.close()
    return open_window


def asking(window: MainWindow) -> AccountSignIn:
    assert window.sign_in.dialog is not None
    return window.sign_in.dialog


def enter(qtbot: QtBot, window: MainWindow, name: str, password: str) -> None:
    """Give name and password in the window that asks."""
    dialog = asking(window)
    dialog.name.setCurrentText(name)
    dialog.password.setText(password)
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    settle(qtbot, window)


def is_covered(window: QWidget) -> bool:
    """Whether every point of the window that is looked at has the cover's colour or a letter of its name."""
    covers = [one for one in window.findChildren(LockCover) if one.isVisible() and one.parentWidget() is window]
    if len(covers) != 1 or covers[0].geometry() != window.rect() or window.windowTitle() != "Sổ CCHC":
        return False
    image = window.grab().toImage()
    ground = QColor(image.pixel(3, 3))
    edges = [(x, y) for x in range(0, image.width(), 7) for y in (1, image.height() // 2, image.height() - 2)]
    return all(QColor(image.pixel(x, y)) == ground for x, y in edges)


def quiet_for(qtbot: QtBot, window: MainWindow, minutes: float) -> None:
    """Nobody touches anything for so long."""
    clock = window.clock
    assert isinstance(clock, HandClock)
    clock.gone += timedelta(minutes=minutes)
    window.sign_in.idle.look()
    settle(qtbot, window)


def cell(window: MainWindow, row: int, column: int = 0) -> str:
    return window.plan_page.table.appendix_model.text_at(row, column)


def type_in(qtbot: QtBot, window: MainWindow, row: int, words: str) -> None:
    """Type over a cell of the table and leave it."""
    table = window.plan_page.table
    bring_forward(qtbot, window)
    table.setFocus()
    table.go_to(row, 0)
    table.edit_place("")
    type_words(words)
    key(Qt.Key.Key_Return)
    settle(qtbot, window)


def test_a_first_password_is_set_and_asked_for_from_the_next_start_on(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    assert not window.actions_["lock"].isVisible() and not window.sign_in.idle.is_on
    window.show_page("directory")
    page = window.page("directory")
    assert isinstance(page, DirectoryPage)
    page.show_tab(ACCOUNTS)
    settle(qtbot, window)
    assert not page.accounts.are_on
    qtbot.mouseClick(page.accounts.turn_on, Qt.MouseButton.LeftButton)
    first = page.findChild(FirstPassword)
    assert first is not None
    first.name.setEditText(f"  {ADMIN} ")
    first.new.password.setText(PASSWORD)
    qtbot.mouseClick(first.do, Qt.MouseButton.LeftButton)
    assert first.refusal.isVisible(), "both are to be the same"
    first.new.again.setText(PASSWORD)
    qtbot.mouseClick(first.do, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    shown = page.findChild(AccountCode)
    assert shown is not None and len(shown.code.text().replace("-", "")) == 20
    code = shown.code.text()
    shown.reject()
    assert shown.isVisible() and shown.refusal.isVisible() and not shown.do.isEnabled()
    shown.noted.click()
    qtbot.mouseClick(shown.do, Qt.MouseButton.LeftButton)
    assert page.accounts.are_on and ADMIN in window.side_bar.worker.text()
    assert window.actions_["lock"].isVisible() and window.sign_in.idle.is_on

    window = open_window()
    assert is_covered(window) and not window.has_page("plan")
    enter(qtbot, window, ADMIN, "không đúng")
    assert asking(window).refusal.text() == "Tên đăng nhập hoặc mật khẩu chưa đúng; đề nghị nhập lại."
    assert is_covered(window) and not window.has_page("plan")
    enter(qtbot, window, ADMIN, PASSWORD)
    assert not window.sign_in.is_locked and not window.findChildren(LockCover)
    assert cell(window, 0) == "Rà soát văn bản"
    assert window.windowTitle() == "Kế hoạch năm 2026 – Sổ CCHC"

    window = open_window()
    qtbot.mouseClick(asking(window).forgotten, Qt.MouseButton.LeftButton)
    recovery = asking(window).findChild(AccountRecovery)
    assert recovery is not None
    recovery.new.password.setText(OTHER)
    recovery.new.again.setText(OTHER)
    recovery.code.setText("B" * 20)
    qtbot.mouseClick(recovery.do, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert "Mã khôi phục chưa đúng" in recovery.refusal.text()
    recovery.code.setText(code.lower().replace("-", " "))
    qtbot.mouseClick(recovery.do, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    shown = asking(window).findChild(AccountCode)
    assert shown is not None and shown.code.text() != code
    shown.noted.click()
    qtbot.mouseClick(shown.do, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert not window.sign_in.is_locked and ADMIN in window.side_bar.worker.text()


def test_five_wrong_tries_lock_for_a_while(qtbot: QtBot, with_accounts: Open) -> None:
    window = with_accounts()
    for _ in range(5):
        enter(qtbot, window, ENTERER, "không đúng")
    assert "thử lại sau 5 phút" in asking(window).refusal.text()
    enter(qtbot, window, ENTERER, OTHER)
    assert window.sign_in.is_locked
    quiet_for(qtbot, window, 6)
    enter(qtbot, window, ENTERER, OTHER)
    assert not window.sign_in.is_locked


def test_who_enters_for_a_unit_changes_its_rows_alone(qtbot: QtBot, with_accounts: Open) -> None:
    window = with_accounts()
    enter(qtbot, window, ENTERER, OTHER)
    type_in(qtbot, window, 0, "Rà soát xong")
    assert cell(window, 0) == "Rà soát xong" and not window.banner.sentence
    type_in(qtbot, window, 1, "Việc của người khác")
    assert "không thuộc đơn vị của bạn" in window.banner.sentence
    assert cell(window, 1) == "Số hóa hồ sơ"
    for name in ("new_plan", "import", "restore", "add_column", "delete_appendix"):
        assert not window.actions_[name].isEnabled() and window.actions_[name].toolTip().endswith("."), name
    window.show_page("plans")
    window.show_page("plan")
    assert not window.actions_["add_column"].isEnabled() and window.actions_["add_row"].isEnabled()


def test_the_lock_keeps_what_was_typed_and_what_was_open(qtbot: QtBot, with_accounts: Open) -> None:
    window = with_accounts()
    enter(qtbot, window, ENTERER, OTHER)
    table = window.plan_page.table
    bring_forward(qtbot, window)
    table.setFocus()
    table.go_to(0, 0)
    table.edit_place("")
    type_words("Đang gõ dở")
    quiet_for(qtbot, window, 14)
    assert not window.sign_in.is_locked
    handle = window.windowHandle()
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(5, 5),
        QPointF(5, 5),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(handle, moved)
    quiet_for(qtbot, window, 14)
    assert not window.sign_in.is_locked, "the mouse was moved"
    quiet_for(qtbot, window, 1.5)
    assert window.sign_in.is_locked and is_covered(window)
    assert cell(window, 0) == "Rà soát văn bản", "nothing is stored that is not finished"
    enter(qtbot, window, ENTERER, "không đúng")
    assert is_covered(window)
    enter(qtbot, window, ENTERER, OTHER)
    assert not window.findChildren(LockCover) and window.windowTitle() == "Kế hoạch năm 2026 – Sổ CCHC"
    assert table.delegate.editor is not None and table.delegate.editor.toPlainText() == "Đang gõ dở"
    table.delegate.editor.setFocus()
    key(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert cell(window, 0) == "Đang gõ dở"


def test_an_open_dialog_is_covered_and_stays(qtbot: QtBot, with_accounts: Open) -> None:
    window = with_accounts()
    enter(qtbot, window, ADMIN, PASSWORD)
    window.show_page("directory")
    page = window.page("directory")
    assert isinstance(page, DirectoryPage)
    page.show_tab(STAFF)
    settle(qtbot, window)
    page.staff.add_person()
    dialog = page.findChild(PersonDialog)
    assert dialog is not None
    dialog.name.setText("Đang nhập")
    bring_forward(qtbot, dialog)
    keys = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, CTRL | SHIFT)
    QApplication.sendEvent(dialog.windowHandle(), keys)
    assert is_covered(window) and is_covered(dialog)
    late = QDialog(window)
    late.setWindowTitle("Số liệu vừa đọc xong")
    late.show()
    assert late.windowTitle() == "Sổ CCHC" and late.findChild(LockCover) is not None
    enter(qtbot, window, ADMIN, PASSWORD)
    assert dialog.isVisible() and dialog.name.text() == "Đang nhập" and not dialog.findChildren(LockCover)
    assert dialog.windowTitle() == "Thêm cán bộ" and late.windowTitle() == "Số liệu vừa đọc xong"
    late.close()
    dialog.reject()


def test_somebody_else_takes_over_and_the_first_loses_nothing(qtbot: QtBot, with_accounts: Open) -> None:
    window = with_accounts()
    enter(qtbot, window, ADMIN, PASSWORD)
    table = window.plan_page.table
    bring_forward(qtbot, window)
    table.setFocus()
    table.go_to(1, 0)
    table.edit_place("")
    type_words("Của người quản trị")
    window.actions_["lock"].trigger()
    assert "được lưu dưới tên" not in asking(window).hint.text()
    asking(window).name.setCurrentText(VIEWER)
    assert "được lưu dưới tên" in asking(window).hint.text()
    enter(qtbot, window, VIEWER, OTHER)
    assert VIEWER in window.side_bar.worker.text() and not window.sign_in.is_locked
    (line,) = window.operations.read_now(lambda work: work.log_slice(LogFilter(words="Của người quản trị"), None, 9))
    assert line.who == ADMIN
    window.show_page("plan")
    settle(qtbot, window)
    assert not window.actions_["add_row"].isEnabled() and not window.actions_["undo"].isEnabled()
    assert "chỉ được xem" in window.plan_page.buttons["add_row"].toolTip()
    type_in(qtbot, window, 0, "Không được")
    assert not window.plan_page.table.is_editing and cell(window, 0) == "Rà soát văn bản"


def test_signing_out_asks_who_is_next(qtbot: QtBot, with_accounts: Open) -> None:
    window = with_accounts()
    enter(qtbot, window, ADMIN, PASSWORD)
    window.sign_in.change_password()
    own = window.findChild(OwnPassword)
    assert own is not None
    own.old.setText("không đúng")
    own.new.password.setText(OTHER)
    own.new.again.setText(OTHER)
    qtbot.mouseClick(own.do, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert "hiện tại chưa đúng" in own.refusal.text()
    own.old.setText(PASSWORD)
    qtbot.mouseClick(own.do, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    window.actions_["sign_out"].trigger()
    settle(qtbot, window)
    assert is_covered(window) and window.sign_in.actor is None
    enter(qtbot, window, ADMIN, OTHER)
    assert not window.sign_in.is_locked and window.page_name == "home"


def test_who_removes_their_own_account_is_out_at_once(qtbot: QtBot, with_accounts: Open) -> None:
    window = with_accounts()
    enter(qtbot, window, ADMIN, PASSWORD)
    operations = window.operations
    operations.write("", lambda work: add_account(work, "Người thứ tư", Role.ADMIN, None, OTHER))
    settle(qtbot, window)
    operations.write("", lambda work: change_account(work, 1, Role.VIEW, None))
    settle(qtbot, window)
    assert not window.sign_in.is_locked and not window.actions_["new_plan"].isEnabled()
    window.sign_in.lock()
    enter(qtbot, window, "Người thứ tư", OTHER)
    assert window.actions_["new_plan"].isEnabled()
    operations.write("", lambda work: change_account(work, 1, Role.ADMIN, None))
    operations.write("", lambda work: remove_account(work, 4))
    settle(qtbot, window)
    assert is_covered(window) and asking(window).name.findText("Người thứ tư") < 0


def test_giving_accounts_up_opens_the_register_again(qtbot: QtBot, with_accounts: Open) -> None:
    window = with_accounts()
    enter(qtbot, window, ADMIN, PASSWORD)
    window.show_page("directory")
    page = window.page("directory")
    assert isinstance(page, DirectoryPage)
    page.show_tab(ACCOUNTS)
    settle(qtbot, window)
    page.accounts.commands._turn_off()
    settle(qtbot, window)
    assert not window.actions_["lock"].isVisible() and not window.sign_in.idle.is_on
    assert not page.accounts.are_on and ADMIN not in window.side_bar.worker.text()
    window = with_accounts()
    assert not window.sign_in.is_locked and window.has_page("plan")


def test_esc_does_not_end_the_program_and_the_button_does(qtbot: QtBot, with_accounts: Open) -> None:
    window = with_accounts()
    dialog = asking(window)
    dialog.password.setText("abc")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() and not dialog.password.text()
    window.operations.trouble.emit("Ổ đĩa đã đầy.")
    assert dialog.refusal.text() == "Ổ đĩa đã đầy."
    dialog.show_words.click()
    assert dialog.password.echoMode() is dialog.password.EchoMode.Normal
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_the_shortcut_locks(qtbot: QtBot, with_accounts: Open) -> None:
    window = with_accounts()
    enter(qtbot, window, ADMIN, PASSWORD)
    bring_forward(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL | SHIFT)
    assert window.sign_in.is_locked
    enter(qtbot, window, ADMIN, PASSWORD)
    assert not window.sign_in.is_locked
