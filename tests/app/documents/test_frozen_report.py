"""What of a signed report the register says otherwise now."""

from app.documents.frozen_report import Difference, differences
from app.documents.model import Document, Paragraph, Section, Style, Table, TableCell

ROW = ("1.1", "Số văn bản", "Văn bản", "6", "")


def printed(*blocks: Paragraph | Table) -> Document:
    return Document("Báo cáo", (Section("Báo cáo", blocks),))


def row(*cells: str) -> Table:
    return Table((20.0,) * len(cells), (), (tuple(TableCell(cell) for cell in cells),))


def test_a_figure_is_told_with_the_row_it_stands_in() -> None:
    without = (*ROW[:3], "-", "")
    assert differences(printed(row(*ROW)), printed(row(*without))) == [Difference("6", "-", "1.1. Số văn bản")]
    several = ("1.1", "Số văn bản", "Văn bản", "7", "đã gửi")
    assert differences(printed(row(*ROW)), printed(row(*several))) == [
        Difference("6; -", "7; đã gửi", "1.1. Số văn bản")
    ]


def test_a_sentence_and_a_row_that_came_are_told_whole() -> None:
    signed = printed(Paragraph("Đã làm 3 việc.", Style.BODY))
    current = printed(Paragraph("Đã làm 4 việc.", Style.BODY), row("2", "Thêm"))
    assert differences(signed, current) == [
        Difference("Đã làm 3 việc.", "Đã làm 4 việc."),
        Difference("", "2 | Thêm"),
    ]
    assert differences(current, current) == []
    assert Difference("2 | Thêm", "") in differences(current, signed)
