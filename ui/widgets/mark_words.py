"""What was noted of a thing, and a proof, in lines of words."""

from datetime import date

from app.domain.dates import date_text
from app.domain.mark import Mark
from app.domain.proof import Proof
from app.texts import text


def mark_lines(mark: Mark | None) -> tuple[str, ...]:
    """What was noted, in lines of words."""
    if mark is None:
        return ()
    lines = []
    if mark.done:
        lines.append(text("row_panel.done_on", day=date_text(mark.done)))
    elif mark.begun:
        lines.append(text("row_panel.begun_on", day=date_text(mark.begun)))
    if mark.cancelled:
        lines.append(text("row_panel.cancelled_on", day=date_text(mark.cancelled)))
    if mark.document or mark.document_day:
        lines.append(_document(mark.document or "", mark.document_day))
    reason = "row_panel.reason_cancelled" if mark.cancelled else "row_panel.reason_late"
    named = (("row_panel.content", mark.content), (reason, mark.reason), ("row_panel.note", mark.note))
    return (*lines, *(text(key, words=words) for key, words in named if words))


def _document(number: str, day: date | None) -> str:
    dated = text("row_panel.of_day", number=number, day=date_text(day)) if day else number
    return text("row_panel.document", document=dated.strip())


def proof_words(proof: Proof) -> str:
    """A proof by its number and day, its content, else its file's name."""
    number = text("row_panel.of_day", number=proof.number, day=date_text(proof.day)) if proof.day else proof.number
    named = " - ".join(part for part in (number.strip(), " ".join(proof.title.split())) if part)
    if proof.file is None:
        return named
    return text("row_panel.proof_file", named=named, file=proof.file.name) if named else proof.file.name
