"""Small appendices and random ones for tests."""

from dataclasses import replace

from hypothesis import strategies as st

from app.domain.merging import gather, spread
from app.domain.plan import Appendix, Cell, Column, Plan, PlanInfo, Role, Row, RowKind

COLUMNS = (
    Column("TT", Role.ORDINAL),
    Column("Nhiệm vụ", Role.TASK),
    Column("Sản phẩm", Role.PRODUCT),
)


def item(*cells: Cell, numbered: bool = False) -> Row:
    """An item row."""
    return Row(RowKind.ITEM, cells, numbered=numbered)


def section(ordinal: str, text: str = "Đề mục", numbered: bool = False) -> Row:
    """A section row."""
    return Row(RowKind.SECTION, ordinal=ordinal, text=text, numbered=numbered)


def table(*rows: Row, columns: tuple[Column, ...] = COLUMNS) -> Appendix:
    """An appendix with these rows."""
    return Appendix("Phụ lục số 01", "Nhiệm vụ năm 2025", columns, rows)


def plan(*appendices: Appendix, title: str = "Cải cách hành chính năm 2025", year: int = 2025) -> Plan:
    """A plan with these appendices."""
    return Plan(PlanInfo(title, year), appendices)


def cells_of(appendix: Appendix) -> list[tuple[Cell, ...]]:
    """The cells of every row; a section shows as its ordinal and text."""
    return [row.cells if row.kind is RowKind.ITEM else (row.ordinal, row.text) for row in appendix.rows]


def without_ids(value: Plan) -> Plan:
    """The plan as a reader would have made it."""
    parts = (
        replace(
            part,
            id=None,
            columns=tuple(replace(column, id=None) for column in part.columns),
            rows=tuple(replace(row, id=None) for row in part.rows),
        )
        for part in value.appendices
    )
    return replace(value, id=None, appendices=tuple(parts))


texts = st.sampled_from(["", "Rà soát văn bản", "Đối thoại", "- Quý I;\n- Quý II.", "Văn phòng"])
ordinals = st.sampled_from(["", "1", "2", "3", "1.", "2.", "1.1", "1.2", "a", "I"])


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """A row that may say that its cells are merged with the ones above."""
    if draw(st.integers(0, 5)) == 0:
        return section(draw(st.sampled_from(["I", "II", "III", "1", "2", ""])), draw(texts), draw(st.booleans()))
    cells = [draw(st.one_of(st.none(), ordinals)), draw(st.one_of(st.none(), texts)), draw(texts)]
    return item(*cells, numbered=draw(st.booleans()))


@st.composite
def tables(draw: st.DrawFn) -> Appendix:
    """A sound appendix with merged cells and sections."""
    raw = table(*draw(st.lists(rows(), max_size=7)))
    return gather(raw, spread(raw.rows))


blocks = st.lists(st.lists(st.one_of(st.none(), texts), min_size=1, max_size=3), min_size=1, max_size=4)
