"""Pictures of every page at the sizes and scales that offices use: ``python -m build_spec.screenshots FOLDER``.

They are made to be looked at: no cut text, nothing over anything else, no English.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from app.domain.office import Office
    from app.ports import Storage
    from ui.main_window import MainWindow
    from ui.pages.directory_page import DirectoryPage
    from ui.pages.figures_page import FiguresPage
    from ui.pages.reports_page import ReportsPage
    from ui.pages.tracking_page import TrackingPage

SHOTS = (("1366x768", "1"), ("1920x1080", "1"), ("1280x720", "1.5"))
"""Size of the window in device-independent pixels, and the scale of the screen."""
_TODAY = date(2026, 6, 17)


def main(arguments: list[str]) -> int:
    """Take all pictures into the folder named by the first argument; each scale needs a process of its own."""
    folder = Path(arguments[0] if arguments else "screenshots").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for size, scale in SHOTS:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "build_spec.screenshots", "--one", str(folder), size, scale]
        subprocess.run(command, env=environment, check=True)
    return 0


def take(folder: Path, size: str, scale: str) -> list[Path]:
    """Open the real window on the sample plan and save one picture of each of its states."""
    from PySide6.QtWidgets import QApplication

    from app.exchange.proof_types import proof_types
    from app.exchange.samples import sample_plan
    from db.proof_files import ProofFiles
    from db.storage import open_storage
    from ui.dialogs.qt_translation import install_translation
    from ui.main_window import MainWindow, prepare

    application = QApplication.instance() or QApplication(["so-cchc"])
    with TemporaryDirectory() as data:
        storage = open_storage(Path(data))
        plan_id = storage.write("", lambda work: work.add_plan(sample_plan())).result
        _mark_some(storage, plan_id)
        _fill_directory(storage)
        _fill_figures(storage)
        install_translation(prepare())
        window = MainWindow(storage, Path(data), _TODAY, ProofFiles(Path(data), proof_types()))
        width, height = (int(part) for part in size.split("x"))
        window.resize(width, height)
        window.show()
        made = []
        for name, arrange in states().items():
            arrange(window)
            _settle(window)
            made.append(folder / f"{name}-{size}-{scale}.png")
            _grab(window).save(str(made[-1]))
            _close_dialogs(window)
        window.close()
        storage.close()
        application.processEvents()
    return made


def states() -> "dict[str, Callable[[MainWindow], object]]":
    """What is photographed, by the name of the picture."""
    return {
        "plan": _plan,
        "plan-progress": _progress,
        "plan-log": _log,
        "dialog-edit-milestone": lambda window: window.plan_page.panel.progress.command_wanted.emit("add"),
        "plan-editing": _editing,
        "plan-section": _section,
        "plan-search": _searching,
        "home": lambda window: window.show_page("home"),
        "tracking": _tracking,
        "tracking-calendar": _calendar,
        "tracking-calendar-day": _calendar_day,
        "tracking-timeline": _timeline,
        "tracking-questions": _questions,
        "dialog-not-carried-out": _not_carried_out,
        "dialog-cancel": _cancel,
        "tracking-none": lambda window: _filter_words(window, "khong co gi"),
        "dialog-mark-done": _mark_done,
        "indicators": lambda window: window.show_page("indicators"),
        "figures": _figures,
        "figures-answer": _figures_answer,
        "figures-lines": lambda window: _figures_page(window).show_form(7),
        "dialog-figures-import": _figures_import,
        "reports": lambda window: window.show_page("reports"),
        "report": _report,
        "dialog-sign-report": _sign_report,
        "directory-units": lambda window: _directory(window, 0),
        "directory-calendar": lambda window: _directory(window, 1),
        "directory-staff": lambda window: _directory(window, 2),
        "directory-office": lambda window: _directory(window, 3),
        "dialog-unit-name": lambda window: _directory(window, 0).units.commands.rename(),
        "dialog-merge-unit": lambda window: _directory(window, 0).units.commands.merge(),
        "dialog-link-unit": lambda window: _directory(window, 0).units.commands.link(),
        "dialog-holiday": lambda window: _directory(window, 1).calendar.add_holiday(),
        "dialog-person": lambda window: _directory(window, 2).staff.change_person(),
        "dialog-signer": lambda window: _directory(window, 3).office.change_signer(),
        "first-run": lambda window: window.show_page("first_run"),
        "dialog-choose-person": lambda window: window.worker.choose(),
        "plans": lambda window: window.show_page("plans"),
        "import": lambda window: window.show_page("import"),
        "import-preview": _import_preview,
        "import-refused": _import_refused,
        "search": _search_page,
        "dialog-new-plan": lambda window: window.actions_["new_plan"].trigger(),
        "dialog-plan-info": _plan_info,
        "dialog-appendix": _appendix_name,
        "dialog-print": _print,
        "dialog-export": _export,
        "dialog-help": _help,
        "menu-table": _table_menu,
    }


def _mark_some(storage: "Storage", plan_id: int) -> None:
    """Every other milestone of the first half of the year is met, some of them late."""
    from app.exchange.calendars import default_calendar
    from app.services.milestone_lists import milestone_list, note_opened
    from app.services.tracking import Result, cancel, mark_all

    storage.write("", lambda work: note_opened(work, _TODAY - timedelta(days=60)))
    found = storage.read(lambda work: milestone_list(work, plan_id, default_calendar(), _TODAY))
    past = [line for line in found.lines if line.due is not None and line.due <= _TODAY]
    early = [line for line in found.lines if line.due is not None and line.number % 4 == 0]
    for number, line in enumerate([*past[::2], *early]):
        assert line.due is not None
        day = min(line.due + timedelta(days=number % 3 * 4 - 5), _TODAY)
        result, places = Result(day, f"{12 + number}/BC-UBND"), [(line.row_id, line.key)]
        use_case = partial(mark_all, plan_id=plan_id, places=places, result=result, calendar=default_calendar())
        storage.write("", use_case)
    gone = [(line.row_id, line.key) for line in past[1:8:6]]
    reason = "Cấp trên không triển khai nội dung này trong năm"
    storage.write("", partial(cancel, plan_id=plan_id, places=gone, day=_TODAY, reason=reason))


def _fill_directory(storage: "Storage") -> None:
    """A few units and people, so that the directory has something to show."""
    from app.domain.staff import Person
    from app.ports import Work
    from app.services.office import save_office
    from app.services.units import add_unit, link, merge, rename

    def fill(work: Work) -> None:
        spellings = [name for name, _ in work.unit_spellings()]
        ids = [add_unit(work, name) for name in spellings[:4]]
        link(work, "VP HĐND và UBND", ids[0])
        rename(work, ids[1], "Phòng Nội vụ", date(2026, 7, 1))
        merge(work, ids[2], ids[0], date(2026, 7, 1))
        for number in ("thứ nhất", "thứ hai"):
            work.save_person(Person(f"Người {number}", "Chuyên viên", "Văn phòng", date(2026, 1, 1)))
        save_office(work, _office())

    storage.write("", fill)


def _fill_figures(storage: "Storage") -> None:
    """The sample's figures of a year."""
    from app.domain.reporting_period import parse_period
    from app.exchange.form_json import builtin_form_sets
    from app.exchange.sample_figures import SAMPLE_PERIODS, sample_figures, sample_lines
    from app.ports import Work
    from app.services.figure_lines import write_lines
    from app.services.reports import enter_figures

    sets = {one.key: one for one in builtin_form_sets()}

    def fill(work: Work) -> None:
        for period in SAMPLE_PERIODS:
            for (key, form), figures in sample_figures(period).items():
                own = {f"{form}/{code}": one for code, one in figures.items()}
                enter_figures(work, parse_period(period), sets[key], own)
            for (key, _), lines in sample_lines(period).items():
                write_lines(work, parse_period(period), sets[key], sets[key].forms[0], lines)

    storage.write("", fill)


def _figures_page(window: "MainWindow") -> "FiguresPage":
    from typing import cast

    return cast("FiguresPage", window.page("figures"))


def _figures(window: "MainWindow") -> None:
    """A figure that is too small for its parts, one that is doubtful."""
    window.show_page("figures")
    _settle(window)
    view = _figures_page(window).view
    for code, words in (("4.1", "3"), ("5.1", "1,234")):
        view.row_model.type_cells({view.place_of(code, None): words})
    view.rows.go_to(*view.place_of("4.1", None))


def _figures_answer(window: "MainWindow") -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    view = _figures_page(window).view
    view.rows.go_to(*view.place_of("5", None))
    view.rows.setFocus()
    QTest.keyClick(view.rows, Qt.Key.Key_0)


def _figures_import(window: "MainWindow") -> None:
    """The figures of six months, read in nine months' forms."""
    from app.domain.reporting_period import parse_period

    page = _figures_page(window)
    page.files.write(window.data_folder / "so lieu.xlsx")
    _settle(window)
    _wait(1500)
    _close_dialogs(window)
    page.show_period(parse_period("2026-9M"))
    _settle(window)
    page.files.read(window.data_folder / "so lieu.xlsx")
    while page.files.background.running:
        _wait(20)


def _office() -> "Office":
    """An office with everything that its tab shows; nobody is named."""
    from app.domain.office import Office, usual_signer

    body = ("Ủy ban nhân dân", "xã An Phú")
    signers = (
        usual_signer("Người ký thứ nhất", "Chủ tịch", body),
        usual_signer("Người ký thứ hai", "Phó Chủ tịch", body),
    )
    recipients = {"BC": ("Sở Nội vụ", "Các phòng, đơn vị thuộc UBND xã", "Lưu: VT, VHXH")}
    superior = ("Ủy ban nhân dân tỉnh",)
    return Office(body, superior, "An Phú", signers, recipients, {"TTr": ("Sở Nội vụ",)}, {"BC/2026": 44})


def _directory(window: "MainWindow", tab: int) -> "DirectoryPage":
    from typing import cast

    window.show_page("directory")
    page = cast("DirectoryPage", window.page("directory"))
    page.show_tab(tab)
    _settle(window)
    return page


def _reports(window: "MainWindow") -> "ReportsPage":
    from ui.pages.reports_page import ReportsPage

    window.show_page("reports")
    _settle(window)
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    return page


def _report(window: "MainWindow") -> None:
    """The first report that is not signed, begun where there is none."""
    page = _reports(window)
    line = next(one for one in page.list.lines if one.report is None or one.report.state == "draft")
    page.commands.open_or_start(window.plan_page.plan_id or 0, line)
    _settle(window)
    page.editor.outline.choose("I.2")


def _sign_report(window: "MainWindow") -> None:
    _report(window)
    _settle(window)
    page = _reports(window)
    if page.editor.view is not None:
        page.commands.take_step("sign", page.editor.view, window.today)


def _tracking(window: "MainWindow") -> None:
    _filter_words(window, "")
    _settle(window)
    _tracking_page(window).table.selectRow(1)


def _filter_words(window: "MainWindow", words: str) -> None:
    from app.domain.line_filter import LineFilter

    window.show_milestones(LineFilter(words=words))


def _tracking_page(window: "MainWindow") -> "TrackingPage":
    from typing import cast

    return cast("TrackingPage", window.page("tracking"))


def _calendar(window: "MainWindow") -> None:
    _tracking_page(window).views.choose(1)


def _calendar_day(window: "MainWindow") -> None:
    _tracking_page(window).views.calendar.go_to(date(2026, 6, 30))
    _tracking_page(window).views.calendar.day_lines.selectAll()


def _timeline(window: "MainWindow") -> None:
    page = _tracking_page(window)
    page.views.choose(2)
    page.views.along.timeline.go_to(2, 1)


def _questions(window: "MainWindow") -> None:
    from app.domain.line_filter import LineFilter
    from app.domain.milestone_lines import LineState

    window.show_milestones(LineFilter(frozenset({LineState.TO_ASK})))
    _settle(window)
    _tracking_page(window).table.selectRow(0)


def _not_carried_out(window: "MainWindow") -> None:
    _tracking_page(window).commands.answer_no()


def _cancel(window: "MainWindow") -> None:
    _tracking(window)
    _tracking_page(window).commands.cancel()


def _mark_done(window: "MainWindow") -> None:
    _tracking(window)
    _tracking_page(window).table.selectAll()
    _tracking_page(window).mark_selected()


def _plan(window: "MainWindow") -> None:
    from ui.widgets.row_panel import WORDS

    window.show_page("plan")
    window.plan_page.panel.show_tab(WORDS)
    window.plan_page.table.go_to(1, 1)


def _editing(window: "MainWindow") -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    _plan(window)
    window.plan_page.table.go_to(2, 3)
    QTest.keyClick(window.plan_page.table, Qt.Key.Key_V)


def _section(window: "MainWindow") -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from app.texts import text

    editor = window.plan_page.table.delegate.editor
    if editor is not None:
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        QTest.keyClick(editor, Qt.Key.Key_Escape)
    window.plan_page.editing.commands.add_section()
    window.banner.show_sentence(text("edit.block_too_wide", given=9, room=3))


def _searching(window: "MainWindow") -> None:
    window.banner.hide()
    box = window.plan_page.search_box
    box.setFocus()
    box.setText("bao cao")
    box.textEdited.emit("bao cao")


def _progress(window: "MainWindow") -> None:
    from ui.widgets.row_panel import PROGRESS

    window.plan_page.panel.show_tab(PROGRESS)
    window.plan_page.table.go_to(1, 1)


def _log(window: "MainWindow") -> None:
    from ui.widgets.row_panel import LOG

    window.plan_page.panel.show_tab(LOG)


def _search_page(window: "MainWindow") -> None:
    window.search("bao cao")


def _import_preview(window: "MainWindow") -> None:
    from app.exchange.export import export_plan
    from app.exchange.samples import sample_plan

    file = window.data_folder / "Ke hoach CCHC 2026.docx"
    export_plan(sample_plan(), "docx", file)
    _read_file(window, file)


def _import_refused(window: "MainWindow") -> None:
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
        _wait(20)


def _plan_info(window: "MainWindow") -> None:
    from ui.dialogs.plan_info import PlanInfoDialog

    plan_id = window.plan_page.plan_id
    assert plan_id is not None
    PlanInfoDialog(window.operations, plan_id, window).open()


def _appendix_name(window: "MainWindow") -> None:
    _plan(window)
    window.actions_["rename_appendix"].trigger()


def _print(window: "MainWindow") -> None:
    from ui.dialogs.print_preview import PrintPreview

    window.actions_["print"].trigger()
    _wait(250)
    dialog = window.plan_page.findChild(PrintPreview)
    while dialog is not None and dialog.made is None and dialog.making.running:
        _wait(20)
    _wait(800)


def _export(window: "MainWindow") -> None:
    window.actions_["export"].trigger()


def _help(window: "MainWindow") -> None:
    from ui.dialogs.help_dialog import HelpDialog

    HelpDialog(window).open()


def _table_menu(window: "MainWindow") -> None:
    from PySide6.QtCore import QPoint

    menu = window.plan_page.editing.row_menu
    assert menu is not None
    menu.menu.popup(window.mapToGlobal(QPoint(0, 0)))


def _grab(window: "MainWindow") -> "QPixmap":
    """What stands over the window: a menu, else a dialog, else the window itself."""
    from PySide6.QtWidgets import QApplication

    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    return (over or window).grab()


def _close_dialogs(window: "MainWindow") -> None:
    from PySide6.QtWidgets import QApplication, QDialog

    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for dialog in window.findChildren(QDialog):
        dialog.close()


def _wait(milliseconds: int) -> None:
    """Go on with events; unlike QTest.qWait this lets the working threads run as well."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _at_work(window: "MainWindow") -> bool:
    page = window.plan_page
    awaits_states = page.states.waiting and not page.table.is_editing  # an open cell puts them off
    return not window.operations.idle or page.table.measuring or page.tracking.reading or awaits_states


def _settle(window: "MainWindow") -> None:
    """Wait until nothing is read, written or measured any more."""
    from PySide6.QtCore import QDeadlineTimer

    _wait(250)
    deadline = QDeadlineTimer(10_000)
    while not deadline.hasExpired() and _at_work(window):
        _wait(20)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        take(Path(sys.argv[2]), sys.argv[3], sys.argv[4])
    else:
        sys.exit(main(sys.argv[1:]))
