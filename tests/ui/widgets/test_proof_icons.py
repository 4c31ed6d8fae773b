"""Each kind of proof has an icon that exists."""

from datetime import date

import pytest

from app.domain.proof import Proof, ProofFile
from app.exchange.proof_types import proof_types
from ui.icons import icon
from ui.widgets.proof_icons import proof_icon

DAY = date(2026, 6, 17)


@pytest.mark.parametrize("ending", sorted(proof_types().allowed))
def test_every_type_taken_in_has_its_icon(qapp: object, ending: str) -> None:
    assert qapp
    name, tone = proof_icon(Proof(1, "", None, "", ProofFile("0" * 64, f"a.{ending}", 9), DAY))
    assert not icon(name, tone).isNull()


def test_a_number_alone_looks_otherwise() -> None:
    assert proof_icon(Proof(1, "7/BC", None, "", None, DAY))[0] == "number"
