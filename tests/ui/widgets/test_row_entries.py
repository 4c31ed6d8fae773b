"""What the panel lists of a row."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.correction import Correction
from app.domain.mark import Mark
from app.domain.milestone import Milestone, MilestoneKind
from app.domain.milestone_lines import LineState
from app.domain.proof import Proof
from app.domain.staff import LogKind, LogLine
from app.services.people import Story
from tests.ui.widgets.rows_in_progress import NOW, TODAY, of_kind, progress_of
from ui.widgets.row_entries import entries_of
from ui.widgets.row_entry import EntryKind
from ui.widgets.tracking_words import TONES


def test_the_cell_stands_word_for_word_on_top() -> None:
    cell = "- Báo cáo: quý I\n- Danh mục: tháng 5"
    assert entries_of(progress_of(cell))[0].words == f"“{cell}”"
    assert entries_of(progress_of(""))[0].words == "Ô thời hạn để trống."


def test_a_periodic_milestone_heads_its_occurrences() -> None:
    progress = progress_of("Báo cáo: định kỳ hằng quý")
    [heading] = of_kind(progress, EntryKind.MILESTONE)
    occurrences = of_kind(progress, EntryKind.OCCURRENCE)
    assert heading.words == "Báo cáo: hằng quý" and heading.milestone == 0
    assert [(one.words, one.line) for one in occurrences[:2]] == [
        ("Quý I", "Hạn 20/3/2026"),
        ("Quý II", "Hạn 20/6/2026"),
    ]
    assert occurrences[1].details == ("Hạn rơi vào Thứ Bảy",)


def test_a_single_day_needs_no_heading() -> None:
    progress = progress_of("báo cáo: 02/9/2026")
    assert of_kind(progress, EntryKind.MILESTONE) == []
    [one] = of_kind(progress, EntryKind.OCCURRENCE)
    assert one.words == "Báo cáo" and one.details == ("Hạn rơi vào ngày nghỉ: Quốc khánh",)


@pytest.mark.parametrize(
    ("deadline", "state", "words"),
    [
        ("16/6/2026", LineState.OVERDUE, "Quá hạn 1 ngày"),
        ("17/6/2026", LineState.DUE_SOON, "Đến hạn hôm nay"),
        ("24/6/2026", LineState.DUE_SOON, "Còn 7 ngày"),
        ("25/6/2026", LineState.NOT_DUE, "Chưa đến hạn"),
    ],
)
def test_the_badge_says_the_state(deadline: str, state: LineState, words: str) -> None:
    [one] = of_kind(progress_of(deadline), EntryKind.OCCURRENCE)
    assert one.badge is not None and (one.badge.tone, one.badge.words) == (TONES[state], words)


def test_all_that_was_noted_stands_below() -> None:
    [key] = progress_of("1/6/2026").row.keys
    mark = Mark(1, key, date(2026, 6, 3), "3/BC", "Ghi", date(2026, 6, 2), "Trích", reason="Chậm")
    [one] = of_kind(progress_of("1/6/2026", marks=[mark]), EntryKind.OCCURRENCE)
    assert one.badge is not None and one.badge.words == "Hoàn thành quá hạn"
    assert one.details == (
        "Hoàn thành ngày 03/6/2026",
        "Văn bản: 3/BC ngày 02/6/2026",
        "Trích yếu: Trích",
        "Lý do: Chậm",
        "Ghi chú: Ghi",
    )
    off = replace(mark, done=None, cancelled=date(2026, 6, 4), document=None, document_day=None)
    [one] = of_kind(progress_of("1/6/2026", marks=[off]), EntryKind.OCCURRENCE)
    assert "Hủy từ ngày 04/6/2026" in one.details and "Lý do hủy: Chậm" in one.details


def test_what_cannot_be_read_is_for_the_clerk_to_decide() -> None:
    [one] = of_kind(progress_of("abc xyz"), EntryKind.MILESTONE)
    assert one.words == "Không đọc được: abc xyz" and one.badge is not None and one.badge.words == "Cần xem lại"


def test_products_say_their_own_state_or_how_many_milestones_are_met() -> None:
    cells = "Báo cáo: hằng quý", "- Báo cáo;\n- Danh mục."
    progress = progress_of(*cells)
    products = of_kind(progress, EntryKind.PRODUCT)
    assert [entry.badge and entry.badge.words for entry in products] == ["Đạt 0/4 mốc", None]
    marks = [Mark(1, progress.row.keys[0], TODAY), Mark(1, products[1].key or "", TODAY)]
    badges = [entry.badge and entry.badge.words for entry in of_kind(progress_of(*cells, marks), EntryKind.PRODUCT)]
    assert badges == ["Đạt 1/4 mốc", "Hoàn thành"]
    assert "Sản phẩm: Báo cáo" in of_kind(progress, EntryKind.OCCURRENCE)[3].details[-1]


def test_marks_and_proofs_of_what_is_gone_are_not_lost() -> None:
    proof = Proof(7, "7/BC", None, "", None, TODAY)
    mark = Mark(1, "bao cao|quarterly:2|1", TODAY)
    progress = progress_of("", marks=[mark], proofs={mark.occurrence: (proof,), "gone|by|1": (proof,), "": (proof,)})
    [loose] = of_kind(progress, EntryKind.LOOSE)
    assert loose.words == "Bao cao - Quý II"
    told = LogLine(1, NOW, "", LogKind.DONE, "", 1, 1, "cell", "Thời gian", "- Báo cáo: hằng quý", "")
    progress = replace(progress, story=Story((), (told,)))
    [loose] = of_kind(progress, EntryKind.LOOSE)
    assert loose.words == "Báo cáo - Quý II" and len(of_kind(progress, EntryKind.PROOF)) == 3


def test_a_deadline_set_by_hand_and_a_shared_one_say_so() -> None:
    correction = Correction("1/6/2026", (Milestone(MilestoneKind.BY, due=date(2026, 7, 1)),))
    [hint] = of_kind(progress_of("1/6/2026", corrected=correction), EntryKind.HINT)
    assert "đã được sửa" in hint.words
    shared = progress_of("1/6/2026")
    shared = replace(shared, row=replace(shared.row, text=None))
    assert "ô gộp" in of_kind(shared, EntryKind.HINT)[0].words and of_kind(shared, EntryKind.OCCURRENCE) == []
