"""Known tricks, one by one: each is refused with a sentence, or read as the plain text that it is."""

import io
import json
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from openpyxl import Workbook, load_workbook

from app.domain.errors import Refused
from app.domain.imported import ImportedPlan
from app.domain.plan import Plan
from app.exchange.clipboard import format_block, parse_clipboard
from app.exchange.export import export_plan
from app.exchange.plan_json import to_json
from app.exchange.read import read_plan
from app.exchange.samples import sample_plan
from app.services.imports import add_imported
from app.texts import sentence_for
from db.restore import restore
from db.storage import DatabaseStorage, open_storage
from tests.db.data_folders import tree, write_zip
from tests.fuzz import nasty
from tests.fuzz.readings import is_printable
from tests.fuzz.seeds import fill, seeds

_HEADING = ("TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian hoàn thành")
Members = dict[str, bytes]


def _excel(cell: str) -> bytes:
    """A plan of one row with ``cell`` as its task."""
    book = Workbook()
    for row in (("Phụ lục số 01: Việc năm 2026",), _HEADING, ("1", "", "Báo cáo", "Phòng A", "Quý I")):
        book.active.append(row)
    book.active.cell(3, 2, "@@@")
    kept = io.BytesIO()
    book.save(kept)
    return _changed(kept.getvalue(), lambda members: _replace(members, b"@@@", cell.encode("utf-8", "replace")))


def _replace(members: Members, old: bytes, new: bytes) -> None:
    for name, content in members.items():
        members[name] = content.replace(old, new)


def _changed(content: bytes, change: Callable[[Members], object]) -> bytes:
    with ZipFile(io.BytesIO(content)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    change(members)
    kept = io.BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as package:
        for name, part in members.items():
            package.writestr(name, part)
    return kept.getvalue()


def _task(file: Path) -> str:
    return read_plan(file, 2026).plan.appendices[0].rows[0].cells[1] or ""


def _stored(storage: DatabaseStorage, imported: ImportedPlan) -> Plan:
    (id_,) = storage.write("nhập", lambda work: add_imported(work, [imported])).result
    return storage.read(lambda work: work.get_plan(id_))


def _refusal(file: Path) -> str:
    with pytest.raises(Refused) as refused:
        read_plan(file, 2026)
    assert file.name in sentence_for(refused.value)
    return refused.value.key


@pytest.mark.parametrize("kind", ["word", "excel", "opendocument"])
@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("word/media/x.png", bytes(60 << 20), "import.bomb"),
        ("../../ngoài.txt", b"x", "import.path_trick"),
        ("C:\\Windows\\x.dll", b"x", "import.path_trick"),
        ("/etc/passwd", b"x", "import.path_trick"),
    ],
)
def test_packages_with_a_bad_part(kind: str, name: str, content: bytes, key: str, tmp_path: Path) -> None:
    ending = {"word": "docx", "excel": "xlsx", "opendocument": "ods"}[kind]
    spoilt = _changed(seeds(kind, tmp_path)[0], lambda members: members.update({name: content}))
    (tmp_path / f"lạ.{ending}").write_bytes(spoilt)
    before = sorted(tmp_path.rglob("*"))
    assert _refusal(tmp_path / f"lạ.{ending}") == key
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("kind", "part"),
    [("word", "word/document.xml"), ("excel", "xl/worksheets/sheet1.xml"), ("opendocument", "content.xml")],
)
@pytest.mark.parametrize("entities", nasty.ENTITIES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_expanded(kind: str, part: str, entities: str, encoding: str, tmp_path: Path) -> None:
    ending = {"word": "docx", "excel": "xlsx", "opendocument": "ods"}[kind]
    written = f"<?xml version='1.0' encoding='{encoding}'?>{entities}<a>&d;&x;</a>".encode(encoding)
    spoilt = _changed(seeds(kind, tmp_path)[0], lambda members: members.update({part: written}))
    (tmp_path / f"lạ.{ending}").write_bytes(spoilt)
    try:
        read = repr(read_plan(tmp_path / f"lạ.{ending}", 2026))
    except Refused:
        return
    # a sheet that only points outside is empty
    assert "root:" not in read and "0123456789" not in read


@pytest.mark.parametrize(("kind", "ending"), [("word", "docm"), ("excel", "xlsm")])
def test_macros_are_left_out_and_the_plan_is_read(kind: str, ending: str, tmp_path: Path) -> None:
    content = seeds(kind, tmp_path)[1]
    spoilt = _changed(content, lambda members: members.update({f"{kind[:2]}/vbaProject.bin": b"\xd0\xcf", "x": b""}))
    (tmp_path / f"lạ.{ending}").write_bytes(spoilt)
    assert read_plan(tmp_path / f"lạ.{ending}", 2026).plan.appendices


def test_a_sheet_that_points_outside_is_read_without_it(tmp_path: Path) -> None:
    link = (
        b'<Relationships><Relationship Id="rId1" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>'
    )
    parts = {"xl/externalLinks/externalLink1.xml": b"<a/>", "xl/worksheets/_rels/sheet1.xml.rels": link}
    (tmp_path / "lạ.xlsx").write_bytes(_changed(_excel("Rà soát"), lambda members: members.update(parts)))
    assert _task(tmp_path / "lạ.xlsx") == "Rà soát"


def test_a_document_that_points_outside_is_read_without_asking_anybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*given: object, **named: object) -> None:
        raise AssertionError(f"somebody was asked: {given} {named}")

    outside = b' TargetMode="External" Target="http://127.0.0.1:9/x"/></Relationships>'
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = b"".join(
        b'<Relationship Id="rLa%d" Type="%s/%s"' % (number, kind, name) + outside[: -len(b"</Relationships>")]
        for number, name in enumerate((b"attachedTemplate", b"image", b"aFChunk", b"oleObject", b"subDocument"))
    )

    def change(members: Members) -> None:
        part = "word/_rels/document.xml.rels"
        members[part] = members[part].replace(b"</Relationships>", more + b"</Relationships>")

    (tmp_path / "lạ.docx").write_bytes(_changed(seeds("word", tmp_path)[0], change))
    monkeypatch.setattr(socket.socket, "connect", asked)
    monkeypatch.setattr(socket, "getaddrinfo", asked)
    assert read_plan(tmp_path / "lạ.docx", 2026).plan.appendices


@pytest.mark.parametrize("formula", ["=cmd|'/c calc'!A0", "+1+1", "@SUM(1)", "-2+3", "=HYPERLINK(1)"])
def test_what_looks_like_a_formula_stays_text_on_every_way_out(formula: str, tmp_path: Path) -> None:
    (tmp_path / "vào.xlsx").write_bytes(_excel(formula))
    imported = read_plan(tmp_path / "vào.xlsx", 2026)
    assert imported.plan.appendices[0].rows[0].cells[1] == formula
    export_plan(imported.plan, "xlsx", tmp_path / "ra.xlsx")
    cells = [cell for row in load_workbook(tmp_path / "ra.xlsx").active.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == formula] == ["s"]
    assert "mso-number-format:'\\@'" in format_block([[formula]])[1]


@pytest.mark.parametrize("text", ["a\u202egnp.exe", "\u2066ẩn\u2069\u200b\u200e\ufeff", "x_x0007__x001B_[31m"])
def test_control_and_bidirectional_characters_reach_no_stored_cell(text: str, tmp_path: Path) -> None:
    (tmp_path / "vào.xlsx").write_bytes(_excel(f"Rà soát {text}"))
    plan = sample_plan()
    content = to_json(plan)
    content["appendices"][0]["rows"][1] = {"kind": "section", "ordinal": f"I{text}", "text": text}
    (tmp_path / "vào.json").write_text(json.dumps(content))
    with closing(open_storage(tmp_path / "dữ liệu")) as storage:
        for file in (tmp_path / "vào.xlsx", tmp_path / "vào.json"):
            stored = _stored(storage, read_plan(file, 2026))
            assert is_printable(json.dumps(to_json(stored), ensure_ascii=False))
    for block in (parse_clipboard(f"<table><tr><td>{text}", None), parse_clipboard(None, text)):
        assert all(is_printable(cell or "") for row in block for cell in row)


def test_a_cell_longer_than_excel_allows_comes_in_whole_and_goes_out_whole(tmp_path: Path) -> None:
    content = to_json(sample_plan())
    item = next(row for row in content["appendices"][0]["rows"] if row["kind"] == "item")
    item["cells"][1] = long = "dài " * 20_000 + "hết"
    (tmp_path / "dài.json").write_text(json.dumps(content))
    plan = read_plan(tmp_path / "dài.json").plan
    assert long in [cell for row in plan.appendices[0].rows for cell in row.cells]
    export_plan(plan, "json", tmp_path / "ra.json")
    assert read_plan(tmp_path / "ra.json").plan == plan


@pytest.mark.parametrize(
    ("kind", "ending"), [("word", "xlsx"), ("excel", "docx"), ("old excel", "xlsx"), ("plan file", "xls")]
)
def test_a_file_that_pretends_to_be_another(kind: str, ending: str, tmp_path: Path) -> None:
    (tmp_path / f"giả.{ending}").write_bytes(seeds(kind, tmp_path)[0])
    assert _refusal(tmp_path / f"giả.{ending}") == "read.other_name"


@pytest.mark.parametrize("name", nasty.NAMES)
@pytest.mark.parametrize("is_link", [False, True])
def test_no_name_in_a_backup_leads_outside(name: str, is_link: bool, tmp_path: Path) -> None:
    (tmp_path / "nguồn").mkdir()
    content = seeds("backup", tmp_path / "nguồn")[0]
    with ZipFile(io.BytesIO(content)) as package:
        members = {one: package.read(one) for one in package.namelist()}
    write_zip(tmp_path / "lạ.zip", members)
    with ZipFile(tmp_path / "lạ.zip", "a") as package:
        added = ZipInfo(name or "x")
        added.external_attr = (0o120777 if is_link else 0o644) << 16
        package.writestr(added, b"/etc/passwd")
    fill(tmp_path / "dữ liệu")
    before, outside = tree(tmp_path / "dữ liệu"), sorted(one.name for one in tmp_path.iterdir())
    with pytest.raises(Refused):
        restore(tmp_path / "dữ liệu", tmp_path / "lạ.zip")
    assert tree(tmp_path / "dữ liệu") == before
    assert sorted(one.name for one in tmp_path.iterdir()) == outside
