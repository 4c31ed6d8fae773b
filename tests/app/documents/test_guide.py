"""The pages of the help as chapters on paper."""

from app.documents.guide import Illustration, guide, guide_layout
from app.documents.model import Paragraph, Style, Table
from app.domain.help_page import parse_page

SOURCE = """# Sao lưu

Bấm **Lưu**, xem [Bắt đầu](bat-dau).

## Các bước

1. Cắm USB.

- Một ý.

> Nhớ.

![Một hình](hinh)

| `F1` | Hướng dẫn |
| `F2` | Sửa |
| `F3` | Ba |
| `F4` | Bốn |
| `F5` | Năm |
"""


def test_a_page_becomes_a_chapter() -> None:
    made = guide([parse_page("mo-dau", "# Mở đầu\n\nChào."), parse_page("sao-luu", SOURCE)], "1.2.3")
    assert [chapter.title for chapter in made.chapters] == ["1. Mở đầu", "2. Sao lưu"]
    assert any("1.2.3" in paragraph.text for paragraph in made.head)
    words, heading, step, point, note, picture, table = made.chapters[1].blocks
    assert isinstance(words, Paragraph) and words.text == "Bấm Lưu, xem Bắt đầu."
    assert [run.text for run in words.runs if run.bold] == ["Lưu"]
    assert heading == Paragraph("Các bước", Style.ITEM_TITLE)
    assert isinstance(step, Paragraph) and step.text == "1. Cắm USB."
    assert isinstance(point, Paragraph) and point.text == "– Một ý."
    assert isinstance(note, Paragraph) and note.style is Style.ITEM
    assert isinstance(picture, Illustration) and picture.file == "hinh.png"
    assert isinstance(table, Table)


def test_short_tables_stand_in_two_halves() -> None:
    (*_, table) = guide([parse_page("x", SOURCE)], "1").chapters[0].blocks
    assert isinstance(table, Table)
    rows = [[cell.text if cell else "" for cell in row] for row in table.rows]
    assert rows == [["F1", "Hướng dẫn", "F4", "Bốn"], ["F2", "Sửa", "F5", "Năm"], ["F3", "Ba", "", ""]]


def test_tables_are_as_wide_as_the_page() -> None:
    page = guide_layout().page("A4", landscape=False)
    (*_, table) = guide([parse_page("x", SOURCE)], "1").chapters[0].blocks
    assert isinstance(table, Table)
    assert abs(sum(table.widths) - page.printable_width) < 0.1
