"""Who signs for an office on a day, and how such a body is usually signed for."""

from datetime import date

import pytest

from app.domain.office import Office, OfficeSigner, is_committee, usual_signer
from app.domain.official import Signer

DAY = date(2026, 6, 17)


def test_the_first_signer_in_office_on_a_day_signs() -> None:
    gone = OfficeSigner("Người trước", "Chủ tịch", active_to=date(2026, 5, 31))
    now = OfficeSigner("Người sau", "Chủ tịch", active_from=date(2026, 6, 1))
    office = Office(signers=(gone, now))
    assert office.signer_on(DAY) == Signer(("Chủ tịch",), "Người sau")
    assert office.signer_on(date(2026, 5, 31)).name == "Người trước"
    assert Office().signer_on(DAY) == Signer()


@pytest.mark.parametrize(
    ("body", "post", "lines"),
    [
        (("ỦY BAN NHÂN DÂN", "XÃ MẪU"), "Chủ tịch", ("TM. Ủy ban nhân dân", "Chủ tịch")),
        (("UBND xã Mẫu",), "phó chủ tịch", ("TM. Ủy ban nhân dân", "KT. Chủ tịch", "phó chủ tịch")),
        (("Sở Nội vụ",), " Giám  đốc ", ("Giám đốc",)),
        (("Sở Nội vụ",), "Phó Giám đốc", ("KT. Giám đốc", "Phó Giám đốc")),
    ],
)
def test_the_usual_signature(body: tuple[str, ...], post: str, lines: tuple[str, ...]) -> None:
    assert usual_signer("Người ký", post, body).block() == Signer(lines, "Người ký")


@pytest.mark.parametrize("name", ["Uỷ ban nhân dân phường", "UBND xã", "ỦY BAN NHÂN DÂN"])
def test_a_committee_is_known_by_any_spelling(name: str) -> None:
    assert is_committee((name,)) and not is_committee(("Phòng Văn hóa",)) and not is_committee(())
