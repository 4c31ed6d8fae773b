"""The file that carries settings: written, read back, and refused where it is anything else."""

import json
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.settings import Settings
from app.exchange.settings_file import read_settings_file, write_settings

OTHER = Settings(150, True, 30, 0, "A3", "always", False, False, True)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_settings(OTHER, tmp_path / "cai-dat.json")
    assert read_settings_file(tmp_path / "cai-dat.json", Settings()) == OTHER


def test_a_file_says_nothing_about_the_computer_or_the_people(tmp_path: Path) -> None:
    write_settings(OTHER, tmp_path / "cai-dat.json")
    names = set(json.loads((tmp_path / "cai-dat.json").read_text(encoding="utf-8")))
    assert names == {"format", *Settings.__dataclass_fields__}
    assert not names & {"export_folder", "backup_folder", "printer", "password"}


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "settings.no_settings_file"),
        (b"\xff\xfe\x00", "settings.no_settings_file"),
        (b"[" * 60_000, "settings.no_settings_file"),
        (b"x" * 70_000, "settings.file_too_large"),
        (b'{"format": "so-cchc-settings/2"}', "settings.no_settings_file"),
        (b'{"format": "so-cchc-settings/1", "soon_days": 1e400}', "settings.wrong_values"),
        (b'{"format": "so-cchc-settings/1", "soon_days": 9, "paper": "A0"}', "settings.wrong_values"),
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: bytes, key: str) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_settings_file(tmp_path / "a.json", Settings())
    assert refused.value.key == key


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_settings_file(tmp_path / "a.json", Settings())
    assert refused.value.key == "settings.file_not_read"


def test_names_that_cannot_be_shown_are_made_harmless(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps({"format": "so-cchc-settings/1", "so\u202eon\n": 1, "x" * 500: 2}), encoding="utf-8"
    )
    with pytest.raises(Refused) as refused:
        read_settings_file(tmp_path / "a.json", Settings())
    names = str(refused.value.values["names"])
    assert names.isprintable()
    assert len(names) < 60
