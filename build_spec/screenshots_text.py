"""States of the page of a plan's own text."""

from functools import partial
from typing import TYPE_CHECKING, cast

from build_spec.screenshots_window import settle

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.pages.plan_text_page import PlanTextPage


def page_of(window: "MainWindow") -> "PlanTextPage":
    """The page of the text, in front."""
    window.show_page("plan_text")
    settle(window)
    return cast("PlanTextPage", window.page("plan_text"))


def plan_text(window: "MainWindow") -> None:
    """The text that a template has given, with what is to be read again."""
    from app.exchange.plan_skeletons import read_skeleton
    from app.services.plan_texts import take_text

    page = page_of(window)
    plan_id = page.editor.plan_id
    assert plan_id is not None
    if window.operations.read_now(lambda work: work.body(plan_id)) is None:
        window.operations.write("", partial(take_text, plan_id=plan_id, skeleton=read_skeleton()))
    settle(window)
    page.editor.outline.setFocus()


def table(window: "MainWindow") -> None:
    """The table of the text, and words being looked for."""
    from app.domain.body import BodyTable

    plan_text(window)
    editor = page_of(window).editor
    parts = editor.editor.paragraphs
    editor.editor.go_to_part(next(index for index, part in enumerate(parts) if isinstance(part, BodyTable)))
    editor.finding.open()
    editor.find_bar.words.setText("kinh phi")


def recipients(window: "MainWindow") -> None:
    """A section that is a list of lines."""
    from app.domain.plan_text import Section

    plan_text(window)
    page_of(window).editor.open_section(Section.RECIPIENTS)
