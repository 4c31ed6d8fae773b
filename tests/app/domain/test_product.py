"""Products read from a cell, and which milestone yields which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.product import product_of, products_in


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("", []),
        (" ;. ", []),
        ("Báo cáo", ["Báo cáo"]),
        ("Kế hoạch; báo cáo.", ["Kế hoạch", "báo cáo"]),
        ("Kế hoạch\nBáo cáo", ["Kế hoạch", "Báo cáo"]),
        ("- Kế hoạch;\n- Báo cáo.", ["Kế hoạch", "Báo cáo"]),
        ("1. Quyết định\n2. Thông báo", ["Quyết định", "Thông báo"]),
        ("a) Quyết định\nđ) Thông báo", ["Quyết định", "Thông báo"]),
        ("Gồm có:\n- Quyết định\n- Thông báo", ["Quyết định", "Thông báo"]),
        ("- Báo cáo kết quả\nnăm 2026\n- Danh mục", ["Báo cáo kết quả năm 2026", "Danh mục"]),
        ("- Kế hoạch; - Báo cáo", ["Kế hoạch", "Báo cáo"]),
    ],
)
def test_one_product_for_each_item(cell: str, names: list[str]) -> None:
    assert [product.name for product in products_in(cell)] == names


def test_keys_tell_two_of_one_name_apart_and_do_not_mind_case() -> None:
    keys = [product.key for product in products_in("Báo cáo; báo cáo; Kế hoạch")]
    assert len(set(keys)) == 3
    assert products_in("BÁO CÁO")[0].key == keys[0]


PRODUCTS = products_in("- Kế hoạch tuyên truyền\n- Báo cáo quý\n- Báo cáo năm")


@pytest.mark.parametrize(
    ("what", "chosen", "name"),
    [
        ("Kế hoạch", None, "Kế hoạch tuyên truyền"),
        ("gửi báo cáo năm về tỉnh", None, "Báo cáo năm"),
        ("Báo cáo", None, None),
        ("Hội nghị", None, None),
        (None, None, None),
        ("Kế hoạch", PRODUCTS[1].key, "Báo cáo quý"),
        ("Kế hoạch", "product|đã mất|1", "Kế hoạch tuyên truyền"),
    ],
)
def test_the_product_of_a_milestone(what: str | None, chosen: str | None, name: str | None) -> None:
    found = product_of(what, PRODUCTS, chosen)
    assert (found.name if found else None) == name


def test_the_only_product_is_that_of_every_milestone() -> None:
    (only,) = products_in("Báo cáo")
    assert product_of("Hội nghị", [only]) is only and product_of(None, [only]) is only


@given(st.text())
def test_no_text_makes_the_reader_fail(cell: str) -> None:
    found = products_in(cell)
    assert len({product.key for product in found}) == len(found)
    assert all(product.name for product in found)
