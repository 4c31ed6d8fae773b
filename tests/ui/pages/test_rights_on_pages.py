"""Every button of every page that changes something is off, with the reason, for whoever may not do it."""

from collections.abc import Iterable
from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.access import Actor, Right, Role
from app.domain.reporting_period import parse_period
from app.exchange.outlines import report_kit
from app.exchange.plan_skeletons import read_skeleton
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.plans import create_with_text
from app.services.report_drafts import start_report
from tests.windows import bring_forward
from ui.main_window import MainWindow
from ui.pages import FIRST_RUN, PAGES, PLAN_TEXT, SETTINGS
from ui.pages.directory_page import DirectoryPage
from ui.pages.figures_page import FiguresPage
from ui.pages.indicators_page import IndicatorsPage
from ui.pages.page import Page
from ui.pages.plan_text_page import PlanTextPage
from ui.pages.plans_page import PlansPage
from ui.pages.reports_page import ReportsPage
from ui.widgets.row_panel import LOG, PROGRESS

ADMIN, VIEWER = Actor("Một", Role.ADMIN), Actor("Hai", Role.VIEW)
ENTRY, LIMITED = Actor("Ba", Role.ENTRY), Actor("Bốn", Role.ENTRY, frozenset({1}))
FREE = None
"""What changes nothing of the register."""
_OWN = ("Banner", "ViewSwitch", "SearchBox", "QLineEdit", "DayField", "AppendixTabs", "FormTabs", "QTabBar")
"""Buttons within these belong to the widget itself: close a line of news, choose a view, empty a field."""

_TEXT = {
    **dict.fromkeys(("editor.tools.find_button", "editor.find_bar.next", "editor.find_bar.marks"), FREE),
    **dict.fromkeys(("editor.find_bar.close_button", "preview", "back"), FREE),
    **dict.fromkeys([f"editor.tools.{name}" for name in ("bold", "italic", "level", "table")], Right.WHOLE),
    **dict.fromkeys([f"editor.find_bar.{name}" for name in ("replace", "replace_all")], Right.WHOLE),
}
BUTTONS: dict[str, dict[str, Right | None]] = {
    "home": dict.fromkeys(
        ["frame.look", *(f"frame.{name}.number" for name in ("done", "late", "soon", "waiting", "to_ask"))], FREE
    ),
    "plan": {
        **dict.fromkeys(("text_button", "buttons.print", "buttons.export"), FREE),
        **dict.fromkeys(("panel.progress.stop", "panel.progress.more", "panel.log.cancel"), FREE),
        **dict.fromkeys(("buttons.add_row", "buttons.undo", "panel.progress.primary"), Right.ENTER),
        **dict.fromkeys(("panel.progress.attach", "panel.log.write"), Right.ENTER),
        **dict.fromkeys(("panel.progress.question.keep", "panel.progress.question.read_again"), Right.ENTER),
        "buttons.import": Right.MANAGE,
    },
    "tracking": {
        **dict.fromkeys(("prints.button", "filters.clear", "foot.go"), FREE),
        **dict.fromkeys([f"views.calendar.{name}" for name in ("before", "after", "today")], FREE),
        **dict.fromkeys(
            [f"foot.{name}" for name in ("reopen", "cancel", "mark", "answer_no", "answer_yes")], Right.ENTER
        ),
    },
    "indicators": {
        **dict.fromkeys(("accept", "reject", "correct", "accept_all"), Right.WHOLE),
        **dict.fromkeys(("add", "change", "remove", "read_plan"), Right.WHOLE),
        **dict.fromkeys([f"evidence.buttons.{name}" for name in ("number", "pick", "attach", "drop")], Right.ENTER),
        "evidence.buttons.open": FREE,
    },
    "figures": {
        **dict.fromkeys([f"buttons.{name}" for name in ("remove_line", "paste_by_code", "import")], Right.ENTER),
        "buttons.export": FREE,
    },
    "reports": {
        **_TEXT,
        **dict.fromkeys([f"steps.{name}" for name in ("submit", "withdraw", "sign", "send", "amend")], Right.WHOLE),
        **dict.fromkeys(("editor.around", "editor.sources.use_register", "editor.sources.use_before"), Right.WHOLE),
        **dict.fromkeys(("editor.sources.mark_read", "editor.sources.renew"), Right.WHOLE),
        **dict.fromkeys(("list.ad_hoc", "list.remove", "list.take"), Right.WHOLE),
        "scan": FREE,
    },
    "plans": {
        **dict.fromkeys(("new", "import_files"), Right.MANAGE),
        **dict.fromkeys([f"row_buttons.{name}" for name in ("copy", "template", "delete")], Right.MANAGE),
        "row_buttons.info": Right.WHOLE,
        "row_buttons.open": FREE,
    },
    "directory": {
        **dict.fromkeys(("kits.look", "kits.export", "log.filters.clear", "log.chain.again"), FREE),
        **dict.fromkeys(("log.prints.button", "log.detail.go"), FREE),
        **dict.fromkeys(("kits.load", "kits.drop"), Right.MANAGE),
        **dict.fromkeys([f"accounts.{name}" for name in ("add", "change", "password", "remove")], Right.ACCOUNTS),
        **dict.fromkeys([f"accounts.{name}" for name in ("code", "turn_off", "turn_on")], Right.ACCOUNTS),
        **dict.fromkeys([f"office.{name}" for name in ("add", "change", "up", "remove")], Right.MANAGE),
        **dict.fromkeys([f"staff.{name}" for name in ("add", "change", "remove")], Right.MANAGE),
        **dict.fromkeys(
            [f"calendar.{name}" for name in ("period_default", "year_default", "add", "remove")], Right.MANAGE
        ),
        **dict.fromkeys(
            [f"units.unit_buttons.{name}" for name in ("rename", "merge", "part", "unlink", "remove")], Right.MANAGE
        ),
        **dict.fromkeys(
            [f"units.spelling_buttons.{name}" for name in ("take", "link", "make", "make_all")], Right.MANAGE
        ),
        "units.add": Right.MANAGE,
    },
    "import": {
        **dict.fromkeys(("preview.head.choose", "preview.head.write", "start.choose"), Right.MANAGE),
        **dict.fromkeys(("preview.same_bar.add", "preview.same_bar.update_plan", "preview.take_table"), FREE),
        **dict.fromkeys(("preview.compare.only_changes", "start.cancel"), FREE),
    },
    "search": {},
    "first_run": dict.fromkeys([f"ways.{name}" for name in ("file", "template", "sample")], Right.MANAGE),
    "plan_text": {
        **_TEXT,
        **dict.fromkeys(("info", "decide", "take", "editor.found.read", "editor.found.propose"), Right.WHOLE),
    },
    "settings": {
        **dict.fromkeys(("look.contrast", "folders.open_data", "carry.export"), FREE),
        **dict.fromkeys([f"folders.exports.{name}" for name in ("choose", "forget")], FREE),
        **dict.fromkeys([f"folders.backups.{name}" for name in ("choose", "forget")], FREE),
        **dict.fromkeys(
            [f"rules.ticks.{name}" for name in ("heading_block", "attached_to", "whole_text")], Right.MANAGE
        ),
        "carry.import_": Right.MANAGE,
    },
}
"""By page and by where the page holds it: the right that a button needs."""


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, storage: Storage) -> MainWindow:
    """The window with everything that pages can show: a plan with text, and a report."""
    plan_id = storage.write("", partial(create_with_text, plan=sample_plan(), skeleton=read_skeleton())).result
    half = parse_period("2026-6M")
    storage.write("", partial(start_report, plan_id=plan_id, period=half, kit=report_kit()))
    window.plan_page.open_plan(plan_id)
    rest(qtbot, window)
    return window


def rest(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: window.operations.idle, timeout=10_000)


def page_of(qtbot: QtBot, window: MainWindow, name: str) -> Page:
    """A page in front, all of its tabs made."""
    window.show_page(name)
    if name == "plan":
        for tab in (PROGRESS, LOG):
            window.plan_page.panel.show_tab(tab)
            qtbot.waitUntil(lambda: window.plan_page.tracking.reading or window.operations.idle)
    rest(qtbot, window)
    return window.page(name)


def buttons_of(page: QWidget) -> dict[str, QAbstractButton]:
    """The buttons of a page by where the page holds them; Qt's own and those of ``_OWN`` left out."""
    found: dict[str, QAbstractButton] = {}
    _walk(page, "", set(), found)
    known = set(found.values())
    for button in page.findChildren(QAbstractButton):
        parent = button.parent()
        if button not in known and type(parent).__name__ not in _OWN and not button.objectName().startswith("qt_"):
            found[f"{type(parent).__name__}: {button.text()}"] = button
    inside = set(page.findChildren(QAbstractButton))
    return {path: button for path, button in found.items() if button in inside}


def _walk(held: object, path: str, seen: set[int], found: dict[str, QAbstractButton]) -> None:
    if id(held) in seen or path.count(".") > 4:
        return
    seen.add(id(held))
    if isinstance(held, QAbstractButton):
        found[path] = held
    for name, one in _within(held):
        if isinstance(one, (QObject, dict, tuple, list)):
            _walk(one, f"{path}.{name}".lstrip("."), seen, found)


def _within(held: object) -> Iterable[tuple[str, object]]:
    if isinstance(held, dict):
        return [(str(name), one) for name, one in held.items()]
    if isinstance(held, (tuple, list)):
        return [(str(place), one) for place, one in enumerate(held)]
    public = vars(held).items() if hasattr(held, "__dict__") else ()
    return [(name, one) for name, one in public if not name.startswith("_")]


@pytest.mark.parametrize("name", [spec.name for spec in (*PAGES, FIRST_RUN, PLAN_TEXT, SETTINGS)])
def test_what_a_role_may_not_do_is_off_with_the_reason(qtbot: QtBot, opened: MainWindow, name: str) -> None:
    rights = opened.operations.rights
    page = page_of(qtbot, opened, name)
    if isinstance(page, ReportsPage):
        page.list.table.choose([0])
    found = buttons_of(page)
    assert set(found) == set(BUTTONS[name]), "a button without a line in the table, or a line without a button"
    for actor in (VIEWER, ENTRY, LIMITED, ADMIN, None, VIEWER):
        rights.take(actor)
        page.enter()
        rest(qtbot, opened)
        for path, button in found.items():
            right = BUTTONS[name][path]
            why_not = rights.why_not(right) if right is not None else ""
            if why_not:
                assert not button.isEnabled() and button.toolTip() == why_not, (actor, path)
            else:
                assert all(rights.why_not(one) != button.toolTip() for one in Right if rights.why_not(one)), path


def test_without_accounts_and_for_an_administrator_everything_is_as_it_was(qtbot: QtBot, opened: MainWindow) -> None:
    page = page_of(qtbot, opened, "plans")
    buttons = buttons_of(page)
    before = {path: (button.isEnabled(), button.toolTip()) for path, button in buttons.items()}
    assert before["new"][0] and before["row_buttons.delete"][0]
    for actor in (VIEWER, ADMIN, VIEWER, None):
        opened.operations.rights.take(actor)
    assert {path: (button.isEnabled(), button.toolTip()) for path, button in buttons.items()} == before


def test_no_cell_of_a_plan_opens_for_a_viewer(qtbot: QtBot, opened: MainWindow, storage: Storage) -> None:
    page = opened.plan_page
    opened.operations.rights.take(VIEWER)
    opened.show_page("plan")
    bring_forward(qtbot, opened)
    page.table.setFocus()
    page.table.go_to(1, 1)
    qtbot.keyClicks(page.table, "x")
    qtbot.keyClick(page.table, Qt.Key.Key_Backspace)
    page.table.edit_place()
    assert not page.table.is_editing and "chỉ được xem" in opened.banner.sentence
    assert page.panel.editors and all(field.isReadOnly() for field in page.panel.editors)
    assert storage.drafts() == []
    opened.operations.rights.take(ENTRY)
    page.table.edit_place()
    assert page.table.is_editing and not any(field.isReadOnly() for field in page.panel.editors)
    page.table.finish_editing()


def test_no_figure_and_no_value_is_typed_by_a_viewer(qtbot: QtBot, opened: MainWindow) -> None:
    opened.operations.rights.take(VIEWER)
    figures = cast(FiguresPage, page_of(qtbot, opened, "figures"))
    figures.view.grid.go_to_first()
    qtbot.keyClicks(figures.view.grid, "5")
    figures.view.grid.clear_cells()
    assert not figures.view.grid.is_editing and "chỉ được xem" in opened.banner.sentence
    indicators = cast(IndicatorsPage, page_of(qtbot, opened, "indicators"))
    assert indicators.table.editTriggers() == indicators.table.EditTrigger.NoEditTriggers
    office = cast(DirectoryPage, page_of(qtbot, opened, "directory")).office
    assert office.types.editTriggers() == office.types.EditTrigger.NoEditTriggers


def test_texts_are_read_only_for_a_viewer(qtbot: QtBot, opened: MainWindow) -> None:
    text = cast(PlanTextPage, page_of(qtbot, opened, "plan_text"))
    reports = cast(ReportsPage, page_of(qtbot, opened, "reports"))
    reports.open_report(1)
    rest(qtbot, opened)
    assert not text.editor.editor.isReadOnly() and not reports.editor.editor.isReadOnly()
    opened.operations.rights.take(VIEWER)
    assert text.editor.editor.isReadOnly() and reports.editor.editor.isReadOnly()
    assert "chỉ được xem" in text.editor.hint.text() and "chỉ được xem" in reports.editor.hint.text()
    assert not text.editor.tools.bold.isEnabled() and not reports.editor.tools.bold.isEnabled()
    opened.operations.rights.take(ENTRY)
    assert not text.editor.editor.isReadOnly() and not reports.editor.editor.isReadOnly()
    assert text.editor.tools.bold.isEnabled() and reports.editor.tools.bold.isEnabled()


def test_a_viewer_opens_reports_but_begins_none(qtbot: QtBot, opened: MainWindow) -> None:
    page = cast(ReportsPage, page_of(qtbot, opened, "reports"))
    opened.operations.rights.take(VIEWER)
    begun = next(row for row, line in enumerate(page.list.lines) if line.report)
    fresh = next(row for row, line in enumerate(page.list.lines) if not line.report)
    page.list.table.choose([begun])
    assert page.list.take.isEnabled() and not page.list.take.toolTip()
    page.list.table.choose([fresh])
    assert not page.list.take.isEnabled()
    with qtbot.assertNotEmitted(page.list.taken):
        qtbot.keyClick(page.list.table, Qt.Key.Key_Return)


def test_what_is_ticked_on_a_page_is_ticked_by_those_who_may(qtbot: QtBot, opened: MainWindow) -> None:
    page = page_of(qtbot, opened, "settings")
    opened.operations.rights.take(ENTRY)
    ticks = [tick for path, tick in buttons_of(page).items() if path.startswith("rules.ticks")]
    assert ticks and all(isinstance(tick, QCheckBox) and not tick.isEnabled() for tick in ticks)


def test_pages_follow_whoever_signs_in(qtbot: QtBot, opened: MainWindow) -> None:
    page = cast(PlansPage, page_of(qtbot, opened, "plans"))
    opened.sign_in.take(VIEWER)
    assert not page.new.isEnabled() and "chỉ được xem" in page.new.toolTip()
    opened.sign_in.take(ADMIN)
    assert page.new.isEnabled()
    opened.sign_in.take(None)
    assert page.new.isEnabled()
