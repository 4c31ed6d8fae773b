"""Heading rows of tables in a sheet, where nothing but their words tells them from other rows."""

from collections.abc import Sequence

from app.domain.plan import Role
from app.exchange.headings import role_of

_LONGEST = 80


def is_heading_row(texts: Sequence[str]) -> bool:
    """Whether ``texts``, the filled cells of a row from left to right, are the headings of a plan's table.

    Stricter than for a table known to be one: a row of short tasks may hold such words too.
    """
    if len(texts) < 2 or any(len(text) > _LONGEST for text in texts):
        return False
    roles = [role_of(text) for text in texts]
    known = {role for role in roles if role is not Role.OTHER}
    if Role.ORDINAL in roles[:2]:
        return len(known) > 1
    return len(known) >= 3 and len(known) * 4 >= len(texts) * 3 and not texts[0][0].isdigit()
