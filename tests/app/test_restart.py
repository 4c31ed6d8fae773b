"""The program starts itself once more."""

from pathlib import Path

from app.restart import start_again


def test_the_new_program_runs_beside_this_one(tmp_path: Path) -> None:
    with start_again(["-c", f"import pathlib; pathlib.Path({str(tmp_path / 'dấu')!r}).write_text('x')"]) as started:
        assert started.wait(60) == 0
    assert (tmp_path / "dấu").exists()
