"""Which commands make sense for what is selected in a row's progress."""

from collections.abc import Sequence

from app.services.row_progress import RowProgress
from ui.widgets.row_entry import Entry, EntryKind

_MARKED = (EntryKind.OCCURRENCE, EntryKind.PRODUCT, EntryKind.TASK)
_CANCELLED = (EntryKind.OCCURRENCE, EntryKind.PRODUCT)
DEFAULTS = ("open", "done", "change", "yes", "event", "edit")
"""What Enter and a double click mean: the first of these that is possible."""
PRIMARY = ("done", "yes", "event", "reopen")
"""What the button below the list offers: the first of these that is possible."""
ATTACHING = ("attach", "paste", "number", "pick")
"""Ways to a proof."""
READING = ("open",)
"""What changes nothing."""


def commands_for(progress: RowProgress, selected: Sequence[Entry]) -> list[str]:
    """Names of the possible commands in the order of the menu."""
    one = selected[0] if len(selected) == 1 else None
    return [
        *_marking(selected, one),
        *_answers(selected),
        *(_on_proof(one) if one else ()),
        *_on_milestones(progress, one),
        *(["product"] if _can_choose_product(progress, selected) else []),
        *ATTACHING,
    ]


def _marking(selected: Sequence[Entry], one: Entry | None) -> list[str]:
    found: list[str] = []
    is_open = any(entry.is_open for entry in selected)
    if _all(selected, _MARKED):
        found += ["done"] if is_open else []
        if one and one.mark and one.mark.done:
            found.append("change")
    if one and one.kind is EntryKind.TASK and one.key and one.is_open and not (one.mark and one.mark.begun):
        found.append("begin")
    if one and one.kind is EntryKind.EVENT:
        found.append("event")
    if _all(selected, _CANCELLED) and is_open:
        found.append("cancel")
    if any(_is_noted(entry) for entry in selected) and not any(e.kind is EntryKind.LOOSE for e in selected):
        found.append("reopen")
    return [*found, "forget"] if _all(selected, (EntryKind.LOOSE,)) else found


def _all(selected: Sequence[Entry], kinds: Sequence[EntryKind]) -> bool:
    return bool(selected) and all(entry.kind in kinds and entry.key is not None for entry in selected)


def _is_noted(entry: Entry) -> bool:
    return entry.proof is None and entry.mark is not None and bool(entry.mark.begun or not entry.is_open)


def _answers(selected: Sequence[Entry]) -> list[str]:
    return ["yes", "no"] if _all(selected, (EntryKind.QUESTION,)) and any(e.is_open for e in selected) else []


def _on_proof(one: Entry) -> list[str]:
    if one.proof is None:
        return []
    return ["open", "drop"] if one.proof.file else ["drop"]


def _on_milestones(progress: RowProgress, one: Entry | None) -> list[str]:
    found = ["edit", "remove"] if one and one.milestone is not None else []
    return [*found, "add", "read_again"] if progress.row.is_corrected else [*found, "add"]


def _can_choose_product(progress: RowProgress, selected: Sequence[Entry]) -> bool:
    return len(progress.row.products) > 1 and _all(selected, (EntryKind.OCCURRENCE,))
