import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents.model import Document
from app.documents.options import PrintOptions
from app.domain.errors import MachineTrouble, Refused
from app.domain.plan import Plan
from app.exchange import read_back, write_docx
from app.exchange.export import FORMATS, export_plan, suggest_other_name
from app.exchange.plan_json import read_json
from app.exchange.samples import sample_plan
from app.texts import sentence_for


@pytest.fixture
def plan() -> Plan:
    return sample_plan()


def remains(folder: Path) -> Iterator[str]:
    return (path.name for path in sorted(folder.iterdir()))


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_leaves_one_file_and_replaces_the_old_one(plan: Plan, format: str, tmp_path: Path) -> None:
    target = tmp_path / f"Kế hoạch năm 2026.{format}"
    target.write_bytes(b"old")
    export_plan(plan, format, target)
    assert target.stat().st_size > 1000
    assert list(remains(tmp_path)) == [target.name]


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_cannot_be_replaced_stays_and_another_name_is_offered(
    plan: Plan, format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / f"Kế hoạch.{format}"
    target.write_bytes(b"old")

    def locked(made: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "locked", str(made), None, str(target))

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(Refused) as refusal:
        export_plan(plan, format, target)
    assert target.name in sentence_for(refusal.value)
    assert f"Kế hoạch (2).{format}" in sentence_for(refusal.value)
    assert target.read_bytes() == b"old"
    assert list(remains(tmp_path)) == [target.name]


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (errno.ENOSPC, "export.disk_full"),
        (errno.EACCES, "export.folder_read_only"),
        (errno.EROFS, "export.folder_read_only"),
        (errno.ENAMETOOLONG, "export.bad_name"),
        (errno.EIO, "export.cannot_write"),
    ],
)
def test_trouble_while_writing_is_told_and_leaves_nothing_behind(
    plan: Plan, code: int, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def fail(document: Document, path: Path) -> None:
        path.write_bytes(b"half of " + document.title.encode())
        raise OSError(code, "trouble")

    monkeypatch.setattr(write_docx, "write_docx", fail)
    with pytest.raises(Refused) as refusal:
        export_plan(plan, "docx", target)
    assert refusal.value.key == key
    assert sentence_for(refusal.value)
    assert target.read_bytes() == b"old"
    assert list(remains(tmp_path)) == ["a.docx"]


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx"])
def test_a_file_that_reads_back_differently_is_not_delivered(
    plan: Plan, format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_back, f"same_{format}", lambda path, document: not (path and document))
    with pytest.raises(MachineTrouble) as trouble:
        export_plan(plan, format, tmp_path / f"a.{format}")
    assert trouble.value.key == "export.read_back_differs"
    assert list(remains(tmp_path)) == []


def test_a_missing_folder_is_refused(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        export_plan(plan, "docx", tmp_path / "không có" / "a.docx")
    assert "không có" in sentence_for(refusal.value)


def test_a_folder_as_target_is_refused(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        export_plan(plan, "json", tmp_path)
    assert refusal.value.key == "export.target_is_folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes there")
@pytest.mark.parametrize("format", FORMATS)
def test_a_device_or_a_pipe_is_not_replaced(plan: Plan, format: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống")
    with pytest.raises(Refused) as refusal:
        export_plan(plan, format, tmp_path / "ống")
    assert refusal.value.key == "export.target_no_file"
    assert (tmp_path / "ống").is_fifo()


def test_a_name_that_is_too_long_is_refused(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        export_plan(plan, "json", tmp_path / ("x" * 300))
    assert refusal.value.key in ("export.bad_name", "export.cannot_write")
    assert list(remains(tmp_path)) == []


def test_an_unknown_format_is_refused(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        export_plan(plan, "doc", tmp_path / "a.doc")
    assert "docx" in sentence_for(refusal.value)


def test_json_takes_the_chosen_appendices(plan: Plan, tmp_path: Path) -> None:
    export_plan(plan, "json", tmp_path / "a.json", PrintOptions(appendices=(6, 0)))
    read = read_json(tmp_path / "a.json").plan
    assert read.appendices == (plan.appendices[6], plan.appendices[0])
    assert read.info == plan.info
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["format"] == "cchc-plan/1"


@pytest.mark.parametrize("format", FORMATS)
def test_an_unknown_appendix_is_refused(plan: Plan, format: str, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        export_plan(plan, format, tmp_path / "a", PrintOptions(appendices=(7,)))


def test_a_link_keeps_pointing_to_the_new_file(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    export_plan(plan, "json", tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").stat().st_size > 1000


def test_other_names_count_up(tmp_path: Path) -> None:
    (tmp_path / "a (2).xlsx").touch()
    assert suggest_other_name(tmp_path / "a.xlsx").name == "a (3).xlsx"
