"""Which entry of a row is to be dealt with next."""

from app.domain.keys import TASK
from app.domain.mark import Mark
from tests.ui.widgets.rows_in_progress import TODAY, progress_of
from ui.widgets.row_entries import entries_of
from ui.widgets.row_entry import EntryKind, first_to_do


def test_what_is_to_be_done_next() -> None:
    progress = progress_of("Báo cáo: hằng quý", marks=[Mark(1, "bao cao|quarterly:1|1", TODAY)])
    [entry] = first_to_do(entries_of(progress))
    assert entry.words == "Quý II"
    assert [entry.kind for entry in first_to_do(entries_of(progress_of("Thường xuyên")))] == [EntryKind.QUESTION]
    assert [entry.key for entry in first_to_do(entries_of(progress_of("")))] == [TASK]
    assert first_to_do([]) == []
