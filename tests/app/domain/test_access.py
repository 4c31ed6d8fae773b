"""Roles, rights, and whose steps are taken back."""

import pytest

from app.domain.access import EVERYTHING, NOBODY, Actor, Right, Role, may, must_have, must_own_step
from app.domain.errors import Refused

ADMIN, ENTRY, VIEW = (Actor(role, role) for role in Role)
OWN = Actor("own", Role.ENTRY, frozenset({1}))


@pytest.mark.parametrize(
    ("actor", "rights"),
    [
        (EVERYTHING, list(Right)),
        (ADMIN, list(Right)),
        (ENTRY, [Right.SIGN_IN, Right.READ, Right.ENTER, Right.WHOLE]),
        (OWN, [Right.SIGN_IN, Right.READ, Right.ENTER]),
        (VIEW, [Right.SIGN_IN, Right.READ]),
        (NOBODY, [Right.SIGN_IN]),
    ],
)
def test_what_each_role_may(actor: Actor, rights: list[Right]) -> None:
    assert [right for right in Right if may(actor, right)] == rights


@pytest.mark.parametrize(
    ("actor", "right", "key"),
    [
        (NOBODY, Right.READ, "access.sign_in_first"),
        (VIEW, Right.ENTER, "access.view_only"),
        (VIEW, Right.ACCOUNTS, "access.view_only"),
        (OWN, Right.WHOLE, "access.own_rows_only"),
        (ENTRY, Right.MANAGE, "access.admin_only"),
    ],
)
def test_a_refusal_says_why(actor: Actor, right: Right, key: str) -> None:
    with pytest.raises(Refused) as refused:
        must_have(actor, right)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("actor", "who", "key"),
    [
        (EVERYTHING, "ai đó", None),
        (ADMIN, "ai đó", None),
        (ENTRY, "entry", None),
        (OWN, "own", None),
        (ENTRY, "ai đó", "access.step_of_other"),
        (ENTRY, "", "access.step_of_nobody"),
    ],
)
def test_only_ones_own_steps_are_taken_back(actor: Actor, who: str, key: str | None) -> None:
    if key is None:
        must_own_step(actor, "bước", who)
    else:
        with pytest.raises(Refused) as refused:
            must_own_step(actor, "bước", who)
        assert refused.value.key == key
