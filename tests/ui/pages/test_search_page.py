"""Search over every plan."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.plan import Plan
from app.ports import SearchHit, Storage
from ui.operations import Operations
from ui.pages.search_page import SearchPage
from ui.widgets.search_results import bold_words, by_plan


@pytest.fixture
def page(qtbot: QtBot, operations: Operations) -> SearchPage:
    made = SearchPage(operations)
    qtbot.addWidget(made)
    made.show()
    return made


def test_words_without_marks_find_the_row_and_enter_goes_there(qtbot: QtBot, page: SearchPage, plan_id: int) -> None:
    qtbot.keyClicks(page.field, "doi thoai")
    qtbot.waitUntil(lambda: len(page.results.hits()) == 1)
    hit = page.results.hits()[0]
    with qtbot.waitSignal(page.plan_wanted) as caught:
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert caught.args == [plan_id, hit.appendix_id, hit.row_id]


@pytest.mark.usefixtures("plan_id")
def test_down_leads_into_the_results(qtbot: QtBot, page: SearchPage) -> None:
    page.show_words("van")
    qtbot.waitUntil(lambda: len(page.results.hits()) == 2)
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.plan_wanted):
        qtbot.keyClick(page.results, Qt.Key.Key_Return)


def test_hits_stand_under_their_plans(qtbot: QtBot, page: SearchPage, storage: Storage, small_plan: Plan) -> None:
    for _ in range(2):
        storage.write("nhập", lambda work: work.add_plan(small_plan))
    page.show_words("Số hóa")
    qtbot.waitUntil(lambda: len(page.results.hits()) == 2)
    assert page.counts.text() == "2 chỗ trong 2 kế hoạch"
    assert page.results.count() == 4


def test_nothing_found_is_said(qtbot: QtBot, page: SearchPage) -> None:
    page.show_words("không có đâu")
    qtbot.waitUntil(lambda: "không có đâu" in page.counts.text())


def test_the_words_sought_are_bold_whatever_their_marks() -> None:
    assert bold_words("Cải cách <hành> chính, CẢI CÁCH", "cai cach") == (
        "<b>Cải cách</b> &lt;hành&gt; chính, <b>CẢI CÁCH</b>"
    )
    assert bold_words("không có", "gì") == "không có"


def test_the_plan_of_the_best_hit_comes_first() -> None:
    hits = [SearchHit(plan, f"KH {plan}", 1, "PL", row, 1, "x", False) for row, plan in enumerate((2, 1, 2))]
    grouped = [(title, [hit.row_id for hit in found]) for title, found in by_plan(hits)]
    assert grouped == [("KH 2", [0, 2]), ("KH 1", [1])]
