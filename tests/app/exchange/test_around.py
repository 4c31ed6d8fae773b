"""What stands around the appendices."""

from app.domain.body import BodyTable
from app.exchange.around import Around, body_table, layout_lines
from app.exchange.captions import Caption
from app.exchange.source import SourceParagraph
from tests.app.exchange.source_samples import lines, row, table


def test_captions_are_left_out_of_the_text() -> None:
    around = Around()
    for line in lines("Một câu.", "Phụ lục 1", "3", "Nhiệm vụ"):
        around.add(line)
    around.leave_out(Caption("Phụ lục 1", "Nhiệm vụ", lines=2, loose=("Ghi chú.",)))
    around.add(*lines("Câu sau."))
    around.leave_out(Caption("", ""))
    assert [line.text for line in around.above if isinstance(line, SourceParagraph)] == ["Một câu."]
    assert [line.text for line in around.below if isinstance(line, SourceParagraph)] == ["Ghi chú.", "Câu sau."]
    assert around.texts == ["Một câu.", "Phụ lục 1", "Nhiệm vụ", "Câu sau."]


def test_boxes_and_tables_say_nothing_of_the_plan() -> None:
    around = Around()
    around.add(SourceParagraph("12", boxed=True))
    around.add(BodyTable((("a",),), 0))
    assert (len(around.above), around.texts) == (2, [])


def test_a_table_of_the_text() -> None:
    drawn = table(row("Xã", "Dân số", repeated=True), (("Cả hai", 2),), ("A", "1"))
    assert body_table(drawn) == BodyTable((("Xã", "Dân số"), ("Cả hai", ""), ("A", "1")), 1)
    assert body_table(table()) == BodyTable((), 0)


def test_a_table_that_lays_out_text() -> None:
    drawn = table(("Nơi nhận:\n- Lưu: VT.", "CHỦ TỊCH"), ("", "Trần Văn Bình"))
    assert [line.text for line in layout_lines(drawn)] == ["Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Trần Văn Bình"]


def test_a_small_table_stays_a_table_and_a_heading_block_does_not() -> None:
    around = Around()
    around.add_table(table(("Xã", "Dân số"), ("A", "1")))
    around.add_table(table(("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("Số: 1/KH", "An Phú")))
    around.add_table(table(("Một khung", ""), ("12", "")))
    first, *others = around.above
    assert first == BodyTable((("Xã", "Dân số"), ("A", "1")), 0)
    assert all(isinstance(line, SourceParagraph) for line in others) and len(others) == 6
    assert around.texts == [
        "Xã", "A", "Dân số", "ỦY BAN NHÂN DÂN", "Số: 1/KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "An Phú", "Một khung",
    ]  # fmt: skip
