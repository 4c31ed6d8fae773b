"""Column widths of the import preview."""

from ui.widgets.import_table import fitted


def test_columns_fill_the_room() -> None:
    widths = fitted([46, 54, 230, 112, 112], 1000)
    assert widths[:2] == [46, 54]
    assert 1000 - len(widths) <= sum(widths) <= 1000


def test_columns_shrink_a_little_rather_than_scroll() -> None:
    wanted = [46, 54, 230, 112, 112]
    assert sum(fitted(wanted, sum(wanted) - 60)) <= sum(wanted) - 60
    assert fitted(wanted, 300) == wanted
