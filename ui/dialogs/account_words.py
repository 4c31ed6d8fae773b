"""What screens say of accounts."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from math import ceil

from app.domain.account import Account
from app.domain.errors import Refused
from app.domain.unit import Unit
from app.texts import sentence_for, text


def refusal_words(refusal: Refused | None, until: datetime | None, now: datetime) -> str:
    """Why a try was not let through; of a lock for how many minutes, too."""
    if until is not None:
        minutes = max(ceil((until - now).total_seconds() / 60), 1)
        return text("accounts_page.locked", minutes=minutes, until=f"{until:%H:%M}")
    return sentence_for(refusal) if refusal is not None else ""


def account_row(
    account: Account, units: Mapping[int, str], last: Mapping[str, datetime], now: datetime
) -> tuple[str, ...]:
    """Name, role, scope, when it was signed in to last, and its state."""
    from app.domain.account import locked_until

    seen = last.get(account.name)
    until = locked_until(account.tries, now)
    state = "off" if not account.is_on else "locked_now" if until else "on"
    return (
        account.name,
        text(f"access.role_{account.role}"),
        scope_words(account, units),
        f"{seen:%d/%m/%Y %H:%M}" if seen else text("accounts_page.never"),
        text(f"accounts_page.state_{state}", until=f"{until:%H:%M}" if until else ""),
    )


def scope_words(account: Account, units: Mapping[int, str]) -> str:
    """Which rows an account may change."""
    if account.units is None:
        return text("accounts_page.scope_all" if account.role == "entry" else f"accounts_page.scope_{account.role}")
    return "; ".join(units.get(id_, text("accounts_page.unit_gone")) for id_ in sorted(account.units))


def unit_names(units: Iterable[Unit]) -> dict[int, str]:
    """What the units are called, by id."""
    return {unit.id: unit.name for unit in units if unit.id is not None}
