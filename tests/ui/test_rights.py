"""What a role may not do is off on the pages, whatever else turns it on, with the reason."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.access import Actor, Right, Role
from ui.rights import Rights

ADMIN, VIEWER = Actor("Một", Role.ADMIN), Actor("Hai", Role.VIEW)
LIMITED = Actor("Ba", Role.ENTRY, frozenset({1}))


@pytest.fixture
def button(qtbot: QtBot) -> Iterator[QPushButton]:
    """A button that says what it does."""
    parent = QWidget()
    qtbot.addWidget(parent)
    made = QPushButton("Xóa", parent)
    made.setToolTip("Xóa dòng")
    yield made
    assert parent


@pytest.fixture
def rights() -> Rights:
    """Of whoever works."""
    return Rights()


def test_without_accounts_nothing_changes(button: QPushButton, rights: Rights) -> None:
    rights.need(Right.MANAGE, button)
    assert button.isEnabled() and button.toolTip() == "Xóa dòng"
    assert rights.allows(Right.ACCOUNTS) and rights.why_not(Right.ACCOUNTS) == ""


def test_a_viewer_cannot_press_and_reads_why(button: QPushButton, rights: Rights) -> None:
    rights.need(Right.ENTER, button)
    rights.take(VIEWER)
    assert not button.isEnabled() and button.toolTip() == rights.why_not(Right.ENTER)
    assert "chỉ được xem" in button.toolTip() and button.toolTip().endswith(".")
    button.setEnabled(True)
    button.setToolTip("Xóa ba dòng")
    assert not button.isEnabled() and "chỉ được xem" in button.toolTip()


def test_what_the_page_wanted_meanwhile_holds_for_the_next(button: QPushButton, rights: Rights) -> None:
    button.setEnabled(False)
    rights.take(VIEWER)
    rights.need(Right.ENTER, button)
    rights.take(ADMIN)
    assert not button.isEnabled() and button.toolTip() == "Xóa dòng"
    rights.take(VIEWER)
    button.setEnabled(True)
    button.setToolTip("Xóa ba dòng")
    rights.take(None)
    assert button.isEnabled() and button.toolTip() == "Xóa ba dòng"
    button.setEnabled(False)
    assert not button.isEnabled()


def test_a_page_that_is_turned_on_again_turns_nothing_on(button: QPushButton, rights: Rights) -> None:
    rights.need(Right.ENTER, button)
    rights.take(VIEWER)
    page = button.parentWidget()
    assert page is not None
    page.setEnabled(False)
    page.setEnabled(True)
    assert not button.isEnabled()


def test_the_reason_is_that_of_the_role(button: QPushButton, rights: Rights) -> None:
    rights.need(Right.WHOLE, button)
    rights.take(VIEWER)
    first = button.toolTip()
    rights.take(LIMITED)
    assert not button.isEnabled() and button.toolTip() != first
    assert "đơn vị mình" in button.toolTip()


def test_followers_are_told_as_long_as_they_are_there(button: QPushButton, rights: Rights) -> None:
    told: list[bool] = []
    rights.follow(Right.ENTER, button, told.append)
    rights.take(VIEWER)
    rights.take(VIEWER)
    rights.take(ADMIN)
    assert told == [True, False, True]
