"""Which commands each entry of a row has."""

from app.domain.correction import Correction
from app.domain.keys import TASK
from app.domain.mark import Mark
from app.domain.milestone import Milestone, MilestoneKind
from app.domain.proof import Proof, ProofFile
from app.services.row_progress import RowProgress
from tests.ui.widgets.rows_in_progress import TODAY, of_kind, progress_of
from ui.widgets.row_commands import ATTACHING, commands_for
from ui.widgets.row_entry import EntryKind


def commands(progress: RowProgress, kind: EntryKind, *places: int) -> list[str]:
    """What is possible for the entries of a kind at these places, ways to proofs left out."""
    found = of_kind(progress, kind)
    possible = commands_for(progress, [found[place] for place in places])
    assert [name for name in possible if name in ATTACHING] == list(ATTACHING)
    return [name for name in possible if name not in ATTACHING]


def test_each_kind_of_entry_has_its_commands() -> None:
    progress = progress_of("Báo cáo: hằng quý\nThường xuyên\nTheo kế hoạch của tỉnh", "- Báo cáo;\n- Danh mục.")
    assert commands(progress, EntryKind.OCCURRENCE, 0) == ["done", "cancel", "edit", "remove", "add", "product"]
    assert commands(progress, EntryKind.OCCURRENCE, 0, 1) == ["done", "cancel", "add", "product"]
    assert commands(progress, EntryKind.QUESTION, 0) == ["yes", "no", "add"]
    assert commands(progress, EntryKind.EVENT, 0) == ["event", "edit", "remove", "add"]
    assert commands(progress, EntryKind.PRODUCT, 1) == ["done", "cancel", "add"]
    assert commands(progress, EntryKind.TASK, 0) == ["add"]
    assert commands_for(progress, []) == ["add", *ATTACHING]


def test_what_is_settled_can_be_opened_again_or_changed() -> None:
    keys = progress_of("hằng quý").row.keys
    progress = progress_of("hằng quý", marks=[Mark(1, keys[0], TODAY), Mark(1, keys[1], cancelled=TODAY)])
    assert commands(progress, EntryKind.OCCURRENCE, 0) == ["change", "reopen", "edit", "remove", "add"]
    assert commands(progress, EntryKind.OCCURRENCE, 1) == ["reopen", "edit", "remove", "add"]
    assert commands(progress, EntryKind.OCCURRENCE, 0, 2) == ["done", "cancel", "reopen", "add"]
    undated = progress_of("", marks=[Mark(1, TASK, begun=TODAY)])
    assert commands(undated, EntryKind.TASK, 0) == ["done", "reopen", "add"]
    assert commands(progress_of(""), EntryKind.TASK, 0) == ["done", "begin", "add"]


def test_a_proof_is_opened_only_where_it_has_a_file() -> None:
    number = Proof(7, "7/BC", None, "", None, TODAY)
    file = Proof(8, "", None, "", ProofFile("0" * 64, "a.pdf", 9), TODAY)
    progress = progress_of("", proofs={"": (number, file)})
    assert commands(progress, EntryKind.PROOF, 0) == ["drop", "add"]
    assert commands(progress, EntryKind.PROOF, 1) == ["open", "drop", "add"]


def test_a_correction_can_be_given_up() -> None:
    correction = Correction("x", (Milestone(MilestoneKind.BY, due=TODAY),))
    assert "read_again" in commands_for(progress_of("y", corrected=correction), [])
