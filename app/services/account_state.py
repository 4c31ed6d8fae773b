"""What is asked of accounts before the first page is shown: whether there are any, and who works."""

from dataclasses import dataclass

from app.domain.access import Actor, Right
from app.ports import Work
from app.services.access import needs


@dataclass(frozen=True, slots=True)
class AccountsState:
    """What somebody who has not signed in may know: whether there are accounts, and the names that can sign in."""

    are_on: bool
    names: tuple[str, ...] = ()


@needs(Right.SIGN_IN)
def accounts_state(work: Work) -> AccountsState:
    """Whether there are accounts, and who may sign in."""
    accounts = work.accounts()
    return AccountsState(bool(accounts), tuple(one.name for one in accounts if one.is_on))


@needs(Right.SIGN_IN)
def whoever_works(work: Work) -> Actor:
    """Who works now, with what the account may now."""
    return work.actor
