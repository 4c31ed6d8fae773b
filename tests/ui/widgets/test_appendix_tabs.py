"""Names on tabs."""

import pytest

from ui.widgets.appendix_tabs import short_label


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Phụ lục số 02", "PL 02"),
        ("PHỤ LỤC II", "PL II"),
        ("Phụ lục 3a", "PL 3a"),
        ("", "Bảng 1"),
        ("Biểu tổng hợp", "Biểu tổng hợp"),
        ("Biểu tổng hợp nhiệm vụ cả năm", "Biểu tổng hợp nhi…"),
    ],
)
def test_short_label(label: str, shown: str) -> None:
    assert short_label(label, 0) == shown
