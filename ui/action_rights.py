"""Which right each command of the window needs: loaded once somebody has signed in."""

from collections.abc import Mapping

from app.domain.access import Actor, Right
from ui.rights import why_not

RIGHTS: Mapping[str, Right] = {
    **dict.fromkeys(("new_plan", "import", "restore"), Right.MANAGE),
    **dict.fromkeys(
        ("undo", "redo", "cut", "paste", "clear", "copy_above", "edit_cell", "add_row", "duplicate_rows", "delete_rows",
         "move_up", "move_down", "merge_down", "split_down"),
        Right.ENTER,
    ),
    **dict.fromkeys(
        ("add_section", "add_column", "column_menu", "add_appendix", "rename_appendix", "appendix_left",
         "appendix_right", "delete_appendix"),
        Right.WHOLE,
    ),
}  # fmt: skip
"""The right that a command needs of whoever has signed in; use cases ask for it themselves."""


def refused_commands(actor: Actor) -> dict[str, str]:
    """The commands that ``actor`` may not use, each with the sentence that says why."""
    reasons = {name: why_not(actor, right) for name, right in RIGHTS.items()}
    return {name: why for name, why in reasons.items() if why}
