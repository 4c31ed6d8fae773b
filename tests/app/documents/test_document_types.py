import pytest

from app.documents.document_types import document_type, document_types, usual_symbol
from app.domain.errors import Refused


def test_all_types_of_the_decree_are_there_and_the_cong_van() -> None:
    assert len(document_types()) == 31
    assert document_types()["BC"].name == "Báo cáo"
    assert [code for code, kind in document_types().items() if not kind.in_symbol] == ["CV"]


@pytest.mark.parametrize(
    ("code", "office", "unit", "symbol"),
    [
        ("KH", "UBND", "", "KH-UBND"),
        ("BC", "UBND", "VX", "BC-UBND"),
        ("CV", "UBND", "VX", "UBND-VX"),
        ("CV", "UBND", "", "UBND"),
    ],
)
def test_symbols(code: str, office: str, unit: str, symbol: str) -> None:
    assert usual_symbol(code, office, unit) == symbol


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(Refused, match="no_such_type"):
        document_type("XX")
