from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.domain.imported import ImportedPlan, ImportNote, NoteKind
from app.domain.plan import Plan, PlanInfo
from app.exchange.export import export_plan
from app.exchange.own_info import PROPERTIES_PART, properties_xml, with_own_info
from app.exchange.samples import sample_plan


def read_as(path: Path, info: PlanInfo) -> PlanInfo:
    """What becomes of ``info``, as the text of the file at ``path`` gave it."""
    return with_own_info(ImportedPlan(path.name, Plan(info)), path).plan.info


@pytest.fixture(params=["docx", "xlsx"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"Kế hoạch.{request.param}"
    export_plan(sample_plan(), request.param, path)
    return path


def test_what_the_paper_does_not_show_comes_back(made: Path) -> None:
    assert read_as(made, PlanInfo("Phụ lục số 01", 2026)) == sample_plan().info


def test_another_year_in_the_text_means_another_plan(made: Path) -> None:
    assert read_as(made, PlanInfo("Kế hoạch mới", 2027)) == PlanInfo("Kế hoạch mới", 2027)


def test_other_words_in_the_text_win_and_other_spellings_do_not(made: Path) -> None:
    text_says = PlanInfo("a", 2026, issuing_body="Ủy ban nhân dân xã An Phú Mẫu", document_type="Quyết định")
    info = read_as(made, text_says)
    assert (info.issuing_body, info.document_type) == ("ỦY BAN NHÂN DÂN XÃ AN PHÚ MẪU", "Quyết định")


def test_a_year_that_the_text_does_not_say_comes_from_the_file(made: Path) -> None:
    made_up = tuple(ImportNote(NoteKind.ASSUMED, key) for key in ("import.no_year", "import.no_title"))
    other = ImportNote(NoteKind.ASSUMED, "import.other")
    imported = with_own_info(ImportedPlan("a", Plan(PlanInfo("a", 2031)), (*made_up, other)), made)
    assert imported.plan.info == sample_plan().info
    assert imported.notes == (other,)


def test_lists_in_the_text_win(made: Path) -> None:
    assert read_as(made, PlanInfo("a", 2026, recipients=("Lưu: VT.",))).recipients == ("Lưu: VT.",)


@pytest.mark.parametrize("content", [b"", b"<a", b"<a/>", b'<a><b name="cchc-plan:year">2026</b></a>'])
def test_damaged_or_foreign_properties_are_left_alone(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with ZipFile(path, "w") as package:
        package.writestr(PROPERTIES_PART, content)
    info = PlanInfo("a", 2026)
    assert read_as(path, info) == info


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04"])
def test_a_file_of_another_kind_has_no_properties(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(content)
    info = PlanInfo("a", 2026)
    assert read_as(tmp_path / "a.xls", info) == info


def test_an_unknown_level_is_not_taken(made: Path, tmp_path: Path) -> None:
    plan = sample_plan()
    export_plan(replace(plan, info=replace(plan.info, level="empire")), made.suffix[1:], tmp_path / made.name)
    assert read_as(tmp_path / made.name, PlanInfo("a", 2026)).level is None


def test_a_year_of_thousands_of_digits_is_none(tmp_path: Path) -> None:
    properties = properties_xml(PlanInfo("x", 2026)).replace(b"2026", b"9" * 5_000)
    with ZipFile(tmp_path / "x.docx", "w") as package:
        package.writestr(PROPERTIES_PART, properties)
    noted = ImportedPlan("x.docx", Plan(PlanInfo("x", 2026), ()), (ImportNote(NoteKind.ASSUMED, "import.no_year"),))
    assert with_own_info(noted, tmp_path / "x.docx") == noted
