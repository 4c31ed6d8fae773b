import pytest

from app.documents.layout import layout
from app.domain.errors import Refused
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.exchange.templates import list_builtin, new_plan, template_from_plan
from app.texts import sentence_for

KEYS = ["seven-appendices", "one-table", "logical-framework"]
COLUMNS = (Column("TT", Role.ORDINAL, 9.5, id=1), Column("Việc", Role.TASK, id=2))


def item(*cells: str | None) -> Row:
    return Row(RowKind.ITEM, cells=cells, id=7)


def section(ordinal: str, words: str) -> Row:
    return Row(RowKind.SECTION, ordinal=ordinal, text=words, id=8)


def test_the_builtin_layouts_are_listed_with_name_and_description() -> None:
    assert [template.key for template in list_builtin()] == KEYS
    assert all(template.name and template.description for template in list_builtin())


def test_seven_appendices_have_six_columns_and_a_row_to_type_into() -> None:
    plan = new_plan("seven-appendices", 2027, "ỦY BAN NHÂN DÂN XÃ THỬ", level="commune")
    assert [appendix.label for appendix in plan.appendices] == [f"Phụ lục số 0{n}" for n in range(1, 8)]
    assert all(len(appendix.columns) == 6 for appendix in plan.appendices)
    assert all(
        appendix.rows == (Row(RowKind.ITEM, ("1", "", "", "", "", ""), numbered=True),) for appendix in plan.appendices
    )
    assert plan.info.year == 2027
    assert plan.info.issuing_body == "ỦY BAN NHÂN DÂN XÃ THỬ"
    assert "năm 2027" in plan.info.title


@pytest.mark.parametrize(("key", "columns"), [("one-table", 6), ("logical-framework", 9)])
def test_one_table_layouts_have_a_blank_row_under_each_section(key: str, columns: int) -> None:
    (appendix,) = new_plan(key, 2026).appendices
    assert len(appendix.columns) == columns
    assert [row.kind for row in appendix.rows] == [RowKind.SECTION, RowKind.ITEM] * 7
    assert "năm 2026" in appendix.title


@pytest.mark.parametrize("key", KEYS)
def test_the_columns_of_a_layout_fill_the_page_width(key: str) -> None:
    for appendix in new_plan(key, 2026).appendices:
        assert sum(column.width or 0 for column in appendix.columns) == layout().page("A4", True).printable_width


def test_a_title_of_ones_own_replaces_the_layouts() -> None:
    assert new_plan("one-table", 2026, title="Kế hoạch riêng").info.title == "Kế hoạch riêng"


@pytest.mark.parametrize("key", ["", "unknown", "../samples/an-phu-mau-2026"])
def test_an_unknown_layout_is_refused(key: str) -> None:
    with pytest.raises(Refused) as refusal:
        new_plan(key, 2026)
    assert "mẫu bố cục" in sentence_for(refusal.value)


def test_a_template_keeps_columns_and_sections_and_one_row_per_group() -> None:
    rows = (
        item("0", "a"),
        section("I", "MỘT"),
        section("1", "Một một"),
        item("1", "b"),
        item(None, "c"),
        section("II", "HAI"),
    )
    plan = Plan(
        PlanInfo("Kế hoạch", 2025, symbol="9/KH", place_date="hôm nay", signer_name="ai đó"),
        (Appendix("Phụ lục", "Nhiệm vụ", COLUMNS, rows, id=3),),
        id=5,
    )
    made = template_from_plan(plan)
    (appendix,) = made.appendices
    assert [row.text or row.cells for row in appendix.rows] == [("1", ""), "MỘT", "Một một", ("1", ""), "HAI"]
    assert (made.info.symbol, made.info.place_date, made.info.signer_name) == (None, None, None)
    assert {made.id, appendix.id, *(c.id for c in appendix.columns), *(r.id for r in appendix.rows)} == {None}
    assert appendix.columns[0].width == 9.5


def test_a_template_of_an_empty_appendix_gets_a_row_to_type_into() -> None:
    plan = Plan(PlanInfo("Kế hoạch", 2025), (Appendix("Phụ lục", "Nhiệm vụ", COLUMNS),))
    assert len(template_from_plan(plan).appendices[0].rows) == 1
