"""The office's own tab: names, signers, recipients and numbers, as a clerk enters them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from app.domain.office import Office, OfficeSigner
from app.domain.official import SignedBy
from app.ports import Storage
from tests.windows import bring_forward
from ui.clock import Clock
from ui.dialogs.ask_first import AskFirst
from ui.dialogs.signer import SignerDialog
from ui.operations import Operations
from ui.pages.directory_office import OfficeTab
from ui.pages.directory_page import OFFICE, DirectoryPage

TODAY = date(2026, 6, 17)
FIRST = OfficeSigner("Người ký thứ nhất", "Chủ tịch", "Ủy ban nhân dân")
SECOND = OfficeSigner("Người ký thứ hai", "Phó Chủ tịch", "", "Chủ tịch", SignedBy.FOR_HEAD)


@pytest.fixture
def tab(qtbot: QtBot, operations: Operations) -> Iterator[OfficeTab]:
    """The tab in front of a register without an office."""
    page = DirectoryPage(operations)
    page.clock = Clock(TODAY)
    qtbot.addWidget(page)
    operations.changed.connect(page.show_changes)
    page.resize(1160, 700)
    page.show()
    page.enter()
    page.show_tab(OFFICE)
    qtbot.waitUntil(lambda: operations.idle)
    yield page.office  # the page itself lives as long as the test


def settle(qtbot: QtBot, tab: OfficeTab) -> None:
    qtbot.waitUntil(lambda: tab.operations.idle)


def stored(storage: Storage) -> Office:
    return storage.read(lambda work: work.office())


def fill(qtbot: QtBot, tab: OfficeTab, office: Office) -> None:
    """Store ``office`` and show it."""
    tab.operations.write("ghi", lambda work: work.save_office(office))
    settle(qtbot, tab)


def type_at(tab: OfficeTab, row: int, column: int, words: str) -> None:
    item = tab.types.item(row, column)
    assert item is not None
    item.setText(words)


def words_at(tab: OfficeTab, row: int, column: int) -> str:
    item = tab.types.item(row, column)
    assert item is not None
    return item.text()


def signer_dialog(qtbot: QtBot) -> SignerDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SignerDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SignerDialog)
    return dialog


def test_names_are_stored_when_a_field_is_left_and_undone(qtbot: QtBot, tab: OfficeTab, storage: Storage) -> None:
    fields = tab.names.fields
    for name, words in (
        ("superior", "UBND tinh Mau"),
        ("name", "Uy ban nhan dan"),
        ("unit", "xa Mau"),
        ("place", "Mau"),
    ):
        fields[name].setFocus()
        qtbot.keyClicks(fields[name], words)
    qtbot.keyClick(fields["place"], Qt.Key.Key_Return)
    settle(qtbot, tab)
    found = stored(storage)
    assert (found.superior_body, found.issuing_body) == (("UBND tinh Mau",), ("Uy ban nhan dan", "xa Mau"))
    assert found.place == "Mau"
    assert tab.preview.issuing.text() == "UY BAN NHAN DAN\nXA MAU" and tab.preview.date.text().startswith("Mau, ngày")
    tab.operations.undo()
    settle(qtbot, tab)
    assert fields["place"].text() == "" and stored(storage).place == ""


def test_a_name_is_not_taken_away(qtbot: QtBot, tab: OfficeTab, storage: Storage) -> None:
    fill(qtbot, tab, Office(("UBND xã Mẫu",)))
    sentences: list[str] = []
    tab.operations.refused.connect(sentences.append)
    tab.names.fields["name"].setFocus()
    tab.names.fields["name"].clear()
    qtbot.keyClick(tab.names.fields["name"], Qt.Key.Key_Return)
    settle(qtbot, tab)
    assert "Tên cơ quan đang để trống" in sentences[0]
    assert tab.names.fields["name"].text() == "UBND xã Mẫu" and stored(storage).issuing_body == ("UBND xã Mẫu",)


def test_a_signer_is_added_by_choice_of_right(qtbot: QtBot, tab: OfficeTab, storage: Storage) -> None:
    fill(qtbot, tab, Office(("Ủy ban nhân dân", "xã Mẫu")))
    qtbot.mouseClick(tab.add, Qt.MouseButton.LeftButton)
    dialog = signer_dialog(qtbot)
    assert dialog.collective.isChecked() and dialog.body_name.text() == "Ủy ban nhân dân"
    assert not dialog.head.isEnabled()
    qtbot.keyClicks(dialog.name, "Nguoi ky")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.refusal.isVisible)
    assert "chưa có chức vụ" in dialog.refusal.text()
    dialog.by.setCurrentIndex(1)
    qtbot.keyClicks(dialog.post, "Pho Chu tich")
    qtbot.keyClicks(dialog.head, "Chu tich")
    assert dialog.lines.text() == "TM. ỦY BAN NHÂN DÂN\nKT. CHU TICH\nPHO CHU TICH\n\nNguoi ky"
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(stored(storage).signers))
    settle(qtbot, tab)
    assert tab.preview.authority.text() == "TM. ỦY BAN NHÂN DÂN\nKT. CHU TICH\nPHO CHU TICH"
    tab.operations.undo()
    settle(qtbot, tab)
    assert tab.signers.rowCount() == 0 and not tab.change.isEnabled()


def test_a_wrong_day_keeps_the_dialog(qtbot: QtBot, tab: OfficeTab) -> None:
    fill(qtbot, tab, Office(signers=(FIRST,)))
    tab.signers.taken.emit()
    dialog = signer_dialog(qtbot)
    assert dialog.name.text() == FIRST.name and dialog.signer == FIRST
    dialog.active_to.setText("32/1")
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and "Ngày chưa đúng" in dialog.refusal.text()
    dialog.reject()


def test_the_order_of_signers_and_their_removal(qtbot: QtBot, tab: OfficeTab, storage: Storage) -> None:
    fill(qtbot, tab, Office(signers=(FIRST, SECOND)))
    tab.signers.choose([1])
    assert tab.preview.name.text() == SECOND.name
    qtbot.mouseClick(tab.up, Qt.MouseButton.LeftButton)
    settle(qtbot, tab)
    assert stored(storage).signers == (SECOND, FIRST) and tab.chosen == 0 and not tab.up.isEnabled()
    qtbot.keyClick(tab.signers, Qt.Key.Key_Delete)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AskFirst)
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    settle(qtbot, tab)
    assert stored(storage).signers == (FIRST,)
    tab.operations.undo()
    settle(qtbot, tab)
    assert stored(storage).signers == (SECOND, FIRST)


def test_recipients_and_addressees_are_typed_into_one_line(qtbot: QtBot, tab: OfficeTab, storage: Storage) -> None:
    type_at(tab, 0, 2, "- Như trên; TT. Đảng ủy;Lưu: VT, VX.")
    type_at(tab, 2, 1, "Sở Nội vụ")
    settle(qtbot, tab)
    assert stored(storage).recipients == {"BC": ("Như trên", "TT. Đảng ủy", "Lưu: VT, VX")}
    assert stored(storage).addressees == {"QĐ": ("Sở Nội vụ",)}
    assert words_at(tab, 0, 2) == "Như trên; TT. Đảng ủy; Lưu: VT, VX"
    tab.types.setCurrentCell(0, 2)
    qtbot.keyClick(tab.types, Qt.Key.Key_Delete)
    settle(qtbot, tab)
    assert stored(storage).recipients == {}
    assert len(storage.history().undo) == 3


def test_the_last_number_of_a_year(qtbot: QtBot, tab: OfficeTab, storage: Storage) -> None:
    assert tab.year.year == 2026
    type_at(tab, 0, 3, "44")
    settle(qtbot, tab)
    tab.year.setFocus()
    qtbot.keyClick(tab.year, Qt.Key.Key_Down)
    assert words_at(tab, 0, 3) == ""
    type_at(tab, 0, 3, "9")
    settle(qtbot, tab)
    assert stored(storage).numbers == {"BC/2026": 44, "BC/2025": 9}
    sentences: list[str] = []
    tab.operations.refused.connect(sentences.append)
    type_at(tab, 0, 3, "9a")
    settle(qtbot, tab)
    assert "9a" in sentences[0] and words_at(tab, 0, 3) == "9"
    type_at(tab, 0, 3, "")
    settle(qtbot, tab)
    assert stored(storage).numbers == {"BC/2026": 44}


def test_what_is_being_typed_stays_while_something_else_is_stored(
    qtbot: QtBot, tab: OfficeTab, storage: Storage
) -> None:
    place = tab.names.fields["place"]
    bring_forward(qtbot, tab.window())
    place.setFocus()
    qtbot.keyClicks(place, "Ma")
    fill(qtbot, tab, Office(("UBND xã Mẫu",)))
    assert place.text() == "Ma" and tab.names.fields["name"].text() == "UBND xã Mẫu"
    qtbot.keyClicks(place, "u")
    qtbot.keyClick(place, Qt.Key.Key_Return)
    settle(qtbot, tab)
    assert stored(storage) == Office(("UBND xã Mẫu",), place="Mau")
    item = tab.types.item(0, 2)
    assert item is not None
    tab.types.editItem(item)
    fill(qtbot, tab, Office(("UBND xã Khác",)))
    assert tab.types.state() == QAbstractItemView.State.EditingState


def test_walking_through_the_fields_changes_nothing(qtbot: QtBot, tab: OfficeTab, storage: Storage) -> None:
    office = Office(("Một", "Hai", "Ba"), ("Trên", "Dưới"))
    fill(qtbot, tab, office)
    for name in ("superior", "name", "unit"):
        tab.names.fields[name].setFocus()
        qtbot.keyClick(tab.names.fields[name], Qt.Key.Key_Return)
    settle(qtbot, tab)
    assert stored(storage) == office and len(storage.history().undo) == 1
