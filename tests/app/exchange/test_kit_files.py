"""Outlines and forms to a file and back, and from files made elsewhere."""

import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from app.domain.body import Level
from app.domain.errors import Refused
from app.domain.report_kits import KitKind
from app.domain.report_outline import Outline
from app.domain.statistics_form import FormSet
from app.exchange.kit_files import read_kit_file, write_kit_file
from app.exchange.outlines import report_kit
from app.paths import RESOURCES

KIT = report_kit()


@pytest.mark.parametrize("outline", KIT.outlines, ids=lambda one: one.key)
def test_an_outline_comes_back_from_its_file(outline: Outline, tmp_path: Path) -> None:
    write_kit_file(outline, tmp_path / "đề cương.xlsx")
    loaded = read_kit_file(tmp_path / "đề cương.xlsx", 2027, KIT)
    assert (loaded.content, loaded.kind, loaded.year, loaded.remarks) == (outline, KitKind.OUTLINE, 2027, ())


@pytest.mark.parametrize(("form_set", "kind"), [(KIT.forms, KitKind.FORMS), (KIT.extras[0], KitKind.EXTRA)])
def test_forms_come_back_from_their_file(form_set: FormSet, kind: KitKind, tmp_path: Path) -> None:
    write_kit_file(form_set, tmp_path / "biểu.xlsx")
    loaded = read_kit_file(tmp_path / "biểu.xlsx", 2027, KIT)
    assert (loaded.content, loaded.kind, loaded.year) == (form_set, kind, 2027)


@pytest.mark.parametrize("file", sorted((RESOURCES / "reports").glob("*.json")), ids=lambda one: one.stem)
def test_the_programs_own_format_is_read(file: Path) -> None:
    assert read_kit_file(file, 2027, KIT).content in KIT.outlines


def test_forms_in_the_programs_own_format_are_read() -> None:
    assert read_kit_file(RESOURCES / "forms" / "bnv-4625-2025.json", 2027, KIT).content == KIT.forms


def foreign(path: Path, *lines: tuple[str, str]) -> Path:
    """A province's outline: ordinals and titles alone."""
    book = openpyxl.Workbook()
    sheet = book.active
    for line in (("ĐỀ CƯƠNG BÁO CÁO", ""), ("STT", "Nội dung"), *lines):
        sheet.append(line)
    book.save(path)
    return path


def test_of_an_outline_made_elsewhere_titles_find_what_the_register_offers(tmp_path: Path) -> None:
    path = foreign(tmp_path / "De cuong 2027.xlsx", ("I", "KẾT QUẢ"), ("1", "Cải cách thể chế"), ("2", "Việc riêng"))
    loaded = read_kit_file(path, 2027, KIT)
    assert isinstance(loaded.content, Outline)
    parts = loaded.content.parts
    assert [(one.key, one.level) for one in parts] == [("I", Level.PART), ("I.1", Level.ITEM), ("I.2", Level.ITEM)]
    assert parts[1].offers == ("field_tasks", "form_figures") and parts[1].form == "2" and parts[2].offers == ()
    assert [one.key for one in loaded.remarks] == ["kits.part_without_offer"]
    assert loaded.content.title == "De cuong 2027" and loaded.content.number == ""
    assert "4625" not in loaded.content.opening


def test_points_made_elsewhere_stand_in_their_part_and_find_the_words_of_known_ones(tmp_path: Path) -> None:
    lines = (("I", "KẾT QUẢ"), ("1", "Cải cách thể chế"), ("a)", "Việc riêng"), ("đ", "tổ chức thi hành và theo dõi "
             "thi hành pháp luật"), ("2", "Khác"))  # fmt: skip
    loaded = read_kit_file(foreign(tmp_path / "a.xlsx", *lines), 2027, KIT).content
    assert isinstance(loaded, Outline)
    own, known = loaded.parts[1].points
    assert (own.title, own.words) == ("Việc riêng", ()) and "thi hành pháp luật" in known.words
    assert loaded.parts[2].points == ()


@pytest.mark.parametrize(
    "lines",
    [
        (("I", "KẾT QUẢ"),),
        (("I", "KẾT QUẢ"), ("1", "Một"), ("1", "Hai")),
        (("I", "KẾT QUẢ"), ("mục một", "Một")),
        (("I", "KẾT QUẢ"), ("1", "Việc {lạ}")),
        (("I", "KẾT QUẢ"), ("1", "Việc {kỳ.__class__}")),
        (("I", "KẾT QUẢ"), ("1", "Việc {")),
    ],
)
def test_an_outline_that_cannot_be_worked_with_is_refused(lines: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    with pytest.raises(Refused):
        read_kit_file(foreign(tmp_path / "a.xlsx", *lines), 2027, KIT)


def test_an_unknown_offer_is_refused(tmp_path: Path) -> None:
    write_kit_file(KIT.outline, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book["Đề cương"]["D3"] = "Chuyện khác"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(Refused) as refused:
        read_kit_file(tmp_path / "a.xlsx", 2027, KIT)
    assert refused.value.key == "kits.offer_unknown"


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"parts": []}', '{"parts": 5}', '{"forms": [{}]}', "[" * 100_000, '"x"', "null"],
)
def test_json_that_is_something_else_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(Refused):
        read_kit_file(tmp_path / "a.json", 2027, KIT)


def test_json_with_a_place_or_an_offer_that_there_is_not_is_refused(tmp_path: Path) -> None:
    raw = json.loads((RESOURCES / "reports" / "dot-xuat.json").read_text(encoding="utf-8"))
    for wrong in (
        {"closing": "{period.year}"},
        {"parts": [{"key": "I", "level": "item", "title": "A", "offers": ["x"]}]},
    ):
        (tmp_path / "a.json").write_text(json.dumps(raw | wrong))
        with pytest.raises(Refused):
            read_kit_file(tmp_path / "a.json", 2027, KIT)


def test_a_changed_outline_is_what_was_changed(tmp_path: Path) -> None:
    changed = replace(KIT.outline, title="Đề cương tỉnh 2027", parts=KIT.outline.parts[:3], key="tinh")
    write_kit_file(changed, tmp_path / "b.xlsx")
    assert read_kit_file(tmp_path / "b.xlsx", 2027, KIT).content == changed
