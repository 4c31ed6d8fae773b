"""The version as Windows wants it."""

import pytest

from build_spec.bundle import version
from build_spec.version_info import version_file, version_numbers


@pytest.mark.parametrize(
    ("text", "numbers"), [("1", (1, 0, 0, 0)), ("0.1.0", (0, 1, 0, 0)), ("2026.11.3.4", (2026, 11, 3, 4))]
)
def test_four_numbers(text: str, numbers: tuple[int, int, int, int]) -> None:
    assert version_numbers(text) == numbers


@pytest.mark.parametrize("text", ["1.2.3.4.5", "1.2rc1", ""])
def test_other_versions_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="."):
        version_numbers(text)


def test_the_file_names_program_and_version() -> None:
    made = version_file(version())
    assert "Sổ CCHC" in made
    assert f'"FileVersion", "{version()}"' in made
