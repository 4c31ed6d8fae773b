"""Qt's own sentences are Vietnamese."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from ui.dialogs.qt_translation import QtTranslator, install_translation


@pytest.fixture(autouse=True)
def vietnamese(qapp: QApplication) -> Iterator[None]:
    translator = install_translation(qapp)
    yield
    QCoreApplication.removeTranslator(translator)


def test_standard_buttons_are_vietnamese(qtbot: QtBot) -> None:
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Save | kinds.Yes | kinds.No | kinds.Close | kinds.Help)
    qtbot.addWidget(box)
    shown = {button.text().replace("&", "") for button in box.buttons()}
    assert shown == {"Đồng ý", "Hủy", "Lưu", "Có", "Không", "Đóng", "Trợ giúp"}


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit])
def test_context_menus_are_vietnamese(qtbot: QtBot, kind: type[QLineEdit] | type[QTextEdit]) -> None:
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert menu is not None
    shown = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if not action.isSeparator()]
    assert shown == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"]
    menu.deleteLater()


def test_the_file_dialog_is_vietnamese(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    label = dialog.labelText(QFileDialog.DialogLabel.FileName)
    assert label.replace("&", "") == "Tên tệp:"
    assert dialog.labelText(QFileDialog.DialogLabel.LookIn).replace("&", "") == "Tìm trong:"


def test_a_sentence_nobody_translated_is_left_to_qt() -> None:
    assert QtTranslator().translate("QAnything", "A sentence of some other library") is None
    assert QCoreApplication.translate("QAnything", "A sentence of some other library").startswith("A sentence")
