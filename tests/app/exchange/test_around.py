"""What stands around the appendices."""

from app.domain.body import BodyTable
from app.exchange.around import Around, body_table, layout_lines
from app.exchange.captions import Caption
from app.exchange.source import SourceParagraph
from tests.app.exchange.source_samples import lines, row, table


def test_captions_are_left_out_of_the_text() -> None:
    around = Around()
    around.add(*lines("Một câu.", "Phụ lục 1", "3", "Nhiệm vụ"))
    around.leave_out(Caption("Phụ lục 1", "Nhiệm vụ", lines=2, loose=("Ghi chú.",)))
    around.add(*lines("Câu sau."))
    around.leave_out(Caption("", ""))
    assert [line.text for line in around.above if isinstance(line, SourceParagraph)] == ["Một câu.", "3"]
    assert [line.text for line in around.below if isinstance(line, SourceParagraph)] == ["Ghi chú.", "Câu sau."]
    assert around.texts == ["Một câu.", "Phụ lục 1", "Nhiệm vụ", "Câu sau."]


def test_boxes_and_tables_say_nothing_of_the_plan() -> None:
    around = Around()
    around.add(SourceParagraph("trong hộp", boxed=True), BodyTable((("a",),), 0))
    assert (len(around.above), around.texts) == (2, [])


def test_a_table_of_the_text() -> None:
    drawn = table(row("Xã", "Dân số", repeated=True), (("Cả hai", 2),), ("A", "1"))
    assert body_table(drawn) == BodyTable((("Xã", "Dân số"), ("Cả hai", ""), ("A", "1")), 1)
    assert body_table(table()) == BodyTable((), 0)


def test_a_table_that_lays_out_text() -> None:
    drawn = table(("Nơi nhận:\n- Lưu: VT.", "CHỦ TỊCH"), ("", "Trần Văn Bình"))
    assert [line.text for line in layout_lines(drawn)] == ["Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Trần Văn Bình"]
