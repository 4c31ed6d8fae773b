"""States of the plan page, of importing, searching and the dialogs over them."""

from pathlib import Path
from typing import TYPE_CHECKING

from build_spec.screenshots_window import wait

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def plan(window: "MainWindow") -> None:
    """The plan with the words of a row beside it."""
    from ui.widgets.row_panel import WORDS

    window.show_page("plan")
    window.plan_page.panel.show_tab(WORDS)
    window.plan_page.table.go_to(1, 1)


def editing(window: "MainWindow") -> None:
    """A cell being typed."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    plan(window)
    window.plan_page.table.go_to(2, 3)
    QTest.keyClick(window.plan_page.table, Qt.Key.Key_V)


def section(window: "MainWindow") -> None:
    """A section heading being added, with a refusal in the banner."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from app.texts import text

    editor = window.plan_page.table.delegate.editor
    if editor is not None:
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        QTest.keyClick(editor, Qt.Key.Key_Escape)
    window.plan_page.editing.commands.add_section()
    window.banner.show_sentence(text("edit.block_too_wide", given=9, room=3))


def searching(window: "MainWindow") -> None:
    """The search box of the plan page, with what it found."""
    window.banner.hide()
    box = window.plan_page.search_box
    box.setFocus()
    box.setText("bao cao")
    box.textEdited.emit("bao cao")


def progress(window: "MainWindow") -> None:
    """The progress of a row."""
    from ui.widgets.row_panel import PROGRESS

    window.plan_page.panel.show_tab(PROGRESS)
    window.plan_page.table.go_to(1, 1)


def log(window: "MainWindow") -> None:
    """What was changed in a row."""
    from ui.widgets.row_panel import LOG

    window.plan_page.panel.show_tab(LOG)


def search_page(window: "MainWindow") -> None:
    """The page of what was found."""
    window.ways.search("bao cao")


def import_preview(window: "MainWindow") -> None:
    """A file read and shown before it is taken in."""
    from app.exchange.export import export_plan
    from app.exchange.samples import sample_plan

    file = window.data_folder / "Ke hoach CCHC 2026.docx"
    export_plan(sample_plan(), "docx", file)
    _read_file(window, file)


def import_refused(window: "MainWindow") -> None:
    """A file that is not read."""
    file = window.data_folder / "Ke hoach.doc"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    _read_file(window, file)


def _read_file(window: "MainWindow", file: Path) -> None:
    from typing import cast

    from ui.pages.import_page import ImportPage

    window.show_page("import")
    page = cast(ImportPage, window.page("import"))
    page.open_files([file])
    while page.background.running:
        wait(20)


def plan_info(window: "MainWindow") -> None:
    """Number, date and signers of the plan."""
    from ui.dialogs.plan_info import PlanInfoDialog

    plan_id = window.plan_page.plan_id
    assert plan_id is not None
    PlanInfoDialog(window.operations, plan_id, window).open()


def appendix_name(window: "MainWindow") -> None:
    """An appendix being renamed."""
    plan(window)
    window.actions_["rename_appendix"].trigger()


def print_preview(window: "MainWindow") -> None:
    """The preview before printing."""
    from ui.dialogs.print_preview import PrintPreview

    window.actions_["print"].trigger()
    wait(250)
    dialog = window.plan_page.findChild(PrintPreview)
    while dialog is not None and dialog.made is None and dialog.making.running:
        wait(20)
    wait(800)


def export(window: "MainWindow") -> None:
    """What an export asks."""
    window.actions_["export"].trigger()


def help_window(window: "MainWindow") -> None:
    """The help."""
    window.help.show_topic("theo-doi")


def help_found(window: "MainWindow") -> None:
    """What the help finds for words without marks."""
    help_window(window)
    shown = window.help.help
    assert shown is not None
    shown.search.setText("don doc")
    shown.search.textEdited.emit("don doc")


def guide(window: "MainWindow") -> None:
    """The guide before it is printed."""
    from ui.dialogs.guide_preview import GuidePreview

    window.actions_["print_guide"].trigger()
    wait(250)
    dialog = window.findChild(GuidePreview)
    while dialog is not None and dialog.making.running:
        wait(20)
    wait(800)


def table_menu(window: "MainWindow") -> None:
    """The menu over a row."""
    from PySide6.QtCore import QPoint

    menu = window.plan_page.editing.row_menu
    assert menu is not None
    menu.menu.popup(window.mapToGlobal(QPoint(0, 0)))
