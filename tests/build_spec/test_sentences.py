"""The program's own sentences against everything else on standard error."""

import pytest

from app.texts import text
from build_spec.sentences import foreign_lines, sentences


def test_own_sentences_pass() -> None:
    said = "\n".join([text("cli.exported", file="kế hoạch.pdf"), "", text("cli.check_good", plans=1, rows=2, proofs=0)])
    assert foreign_lines(said, sentences()) == []


@pytest.mark.parametrize(
    "line",
    [
        "Traceback (most recent call last):",
        "ModuleNotFoundError: No module named 'docx'",
        "qt.qpa.plugin: Could not load the Qt platform plugin",
        "tệp: lỗi",
    ],
)
def test_other_lines_are_found(line: str) -> None:
    assert foreign_lines(f"{text('cli.interrupted')}\n{line}\n", sentences()) == [line]
