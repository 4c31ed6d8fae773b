"""What a clerk wants to see of a plan; needed before the plan itself is read."""

from app.domain.access import Right
from app.ports import Work
from app.services.access import needs

_HIDDEN = "plan_states_hidden"


@needs(Right.READ)
def states_hidden(work: Work) -> bool:
    """Whether the clerk does not want to see the states in the table of a plan."""
    return work.get_setting(_HIDDEN) == "1"


@needs(Right.READ)
def hide_states(work: Work, hidden: bool) -> None:
    """Remember whether the states are shown in the table of a plan."""
    work.save_setting(_HIDDEN, "1" if hidden else "0")
