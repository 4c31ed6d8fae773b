"""What is made at its first use."""

from pathlib import Path

import pytest

from app.late import Late


def test_it_is_made_once_and_not_before_its_use() -> None:
    made: list[Path] = []

    def make() -> Path:
        made.append(Path("a") / "b.txt")
        return made[-1]

    late = Late(make)
    assert made == []
    assert (late.name, late.suffix) == ("b.txt", ".txt")
    assert len(made) == 1
    with pytest.raises(AttributeError):
        _ = late.nothing
