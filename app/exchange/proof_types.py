"""Which files are taken in as proofs, as data in ``resources/proofs``."""

import json
from functools import cache
from pathlib import Path

from app.domain.proof import MOST_BYTES, ProofTypes
from app.paths import RESOURCES

_MEGABYTE = 1 << 20


@cache
def proof_types() -> ProofTypes:
    """The types of files and the largest size that the office takes in."""
    content = json.loads(Path(RESOURCES / "proofs" / "types.json").read_text(encoding="utf-8"))
    largest = min(int(content["largest_megabytes"]) * _MEGABYTE, MOST_BYTES)
    return ProofTypes(frozenset(content["allowed"]), frozenset(content["can_run"]), largest)
