"""Which icon stands for a proof: the kind of its file, or that it is a number alone."""

from app.domain.proof import Proof, ending_of

_KINDS = {
    ("document", "bad"): ("pdf",),
    ("document", "primary"): ("doc", "docx", "docm", "rtf", "odt"),
    ("sheet", "good"): ("xls", "xlsx", "xlsm", "xlsb", "ods", "csv"),
    ("document", "warn"): ("ppt", "pptx", "pptm", "odp"),
    ("picture", "primary"): ("jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic"),
}
_BY_ENDING = {ending: kind for kind, endings in _KINDS.items() for ending in endings}


def proof_icon(proof: Proof) -> tuple[str, str]:
    """The names of icon and colour."""
    if proof.file is None:
        return "number", "quiet"
    return _BY_ENDING.get(ending_of(proof.file.name), ("document", "quiet"))
