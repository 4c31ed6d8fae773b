"""What was noted of a thing, and its proofs, in words."""

from datetime import date

from app.domain.mark import Mark
from app.domain.proof import Proof, ProofFile
from ui.widgets.mark_words import mark_lines, proof_words

TODAY = date(2026, 6, 17)


def test_proofs_are_named_by_number_content_and_file() -> None:
    file = ProofFile("0" * 64, "a.pdf", 9)
    day = date(2026, 6, 2)
    assert proof_words(Proof(1, "7/BC", day, "Báo cáo", file, TODAY)) == "7/BC ngày 02/6/2026 - Báo cáo (a.pdf)"
    assert proof_words(Proof(1, "7/BC", None, "", None, TODAY)) == "7/BC"
    assert proof_words(Proof(1, "", None, "", file, TODAY)) == "a.pdf"


def test_what_was_noted_stands_line_by_line() -> None:
    assert mark_lines(None) == ()
    assert mark_lines(Mark(1, "k", begun=TODAY)) == ("Thực hiện từ ngày 17/6/2026",)
    met = Mark(1, "k", TODAY, document_day=date(2026, 6, 2), begun=TODAY)
    assert mark_lines(met) == ("Hoàn thành ngày 17/6/2026", "Văn bản: ngày 02/6/2026")
    off = Mark(1, "k", cancelled=TODAY, reason="Bỏ")
    assert mark_lines(off) == ("Hủy từ ngày 17/6/2026", "Lý do hủy: Bỏ")
