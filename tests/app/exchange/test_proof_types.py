"""The types of proofs that are delivered."""

from app.domain.proof import allowed, can_run
from app.exchange.proof_types import proof_types


def test_what_offices_send_is_taken_in_and_programs_are_not() -> None:
    types = proof_types()
    assert types.largest == 50 * 1024 * 1024
    assert types.can_run <= types.allowed
    assert all(allowed(f"a.{ending}", types) for ending in ("pdf", "docx", "xlsx", "jpg", "png", "zip"))
    programs = (
        "exe",
        "bat",
        "cmd",
        "js",
        "vbs",
        "ps1",
        "msi",
        "lnk",
        "hta",
        "jar",
        "scr",
        "com",
        "sh",
        "desktop",
        "url",
        "svg",
    )
    assert not any(allowed(f"a.{ending}", types) for ending in programs)
    assert all(can_run(f"a.{ending}", types) for ending in ("docm", "xlsm", "html", *programs))
    assert not any(can_run(f"a.{ending}", types) for ending in ("pdf", "docx", "png"))
