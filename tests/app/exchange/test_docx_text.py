"""Paragraphs of Word as they are drawn."""

import pytest
from lxml import etree

from app.exchange.docx_numbering import Numbering
from app.exchange.docx_styles import Styles
from app.exchange.docx_text import ParagraphText, joined
from tests.app.exchange.word_files import document, in_list, level, numbering, p, r, styles

_LISTS = numbering(level(0, "bullet", "\uf0b7"), level(0, "decimal", "%1."))
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="an"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="anchu"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="cu"><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr></w:style>'
    f'<w:style w:type="paragraph" w:styleId="gach"><w:pPr>{in_list(1)}</w:pPr></w:style>'
)
_OLD = '<w:rFonts w:ascii=".VnTime"/>'


@pytest.fixture
def reader() -> ParagraphText:
    return ParagraphText(
        Styles(etree.fromstring(styles(_STYLES).encode())), Numbering(etree.fromstring(_LISTS.encode()))
    )


def _read(reader: ParagraphText, *paragraphs: str) -> list[str]:
    body = etree.fromstring(document(*paragraphs).encode())[0]
    return [reader.of(*group) for group in joined(body)]


def _style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("Ban hành kế ") + r("hoạch"), "Ban hành kế hoạch"),
        (r("Ban") + r("<w:br/>") + r("hành"), "Ban\nhành"),
        (r("Ban") + r("<w:cr/>") + r("hành"), "Ban\nhành"),
        (r("a") + r("<w:tab/>") + r("b"), "a b"),
        (r("a") + r("<w:noBreakHyphen/>") + r("b"), "a-b"),
        (r("a") + r("<w:softHyphen/>") + r("b"), "ab"),
        (r("  a\u00a0 \n b "), "a b"),
        (r("Hoa\u0300"), "Hoà"),
        (r('<w:sym w:font="Wingdings" w:char="F0FC"/>') + r(" có"), "- có"),
        (r('<w:sym w:font="Arial" w:char="0041"/>') + r('<w:sym w:char="zz"/>') + r("<w:sym/>"), "A"),
        ("<w:hyperlink>" + r("liên kết") + "</w:hyperlink>", "liên kết"),
        ("<w:ins>" + r("thêm") + "</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>", "thêm"),
        ("<w:moveFrom>" + r("cũ") + "</w:moveFrom><w:moveTo>" + r("mới") + "</w:moveTo>", "mới"),
        ("<w:ins><w:del>" + r("bỏ") + "</w:del></w:ins>", ""),
        (r("<w:fldChar/>") + r("<w:instrText>PAGE</w:instrText>") + r("7"), "7"),
        ('<w:fldSimple w:instr="PAGE">' + r("7") + "</w:fldSimple>", "7"),
        (r("chữ") + r('<w:footnoteReference w:id="1"/>') + r('<w:annotationRef/>'), "chữ"),
        (r("<w:lastRenderedPageBreak/>") + r("trang"), "trang"),
        ("<!-- ghi chú -->" + r("a"), "a"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_is_drawn(content: str, text: str, reader: ParagraphText) -> None:
    paragraph = f"<w:p><w:pPr/>{content}</w:p>"
    assert _read(reader, paragraph) == [text]
    assert (reader.hidden, reader.boxes, reader.converted, reader.lost) == (0, 0, {}, [])


def test_hidden_text_is_left_out_and_counted(reader: ParagraphText) -> None:
    paragraphs = (
        p(r("a") + r("ẩn", "<w:vanish/>")),
        p(r("b") + r("ẩn", '<w:rStyle w:val="anchu"/>')),
        p(r("ẩn"), _style("an")),
        p(r("hiện", '<w:vanish w:val="false"/>'), _style("an")),
        p(r(" ", "<w:vanish/>")),
    )
    assert _read(reader, *paragraphs) == ["a", "b", "", "hiện", ""]
    assert reader.hidden == 3


def test_bullets_and_numbers(reader: ParagraphText) -> None:
    paragraphs = (
        p("một", in_list(1)),
        p("hai", _style("gach")),
        p("không", _style("gach") + in_list(0)),
        p("ba", in_list(2)),
        p("bốn", in_list(2)),
        p("không có", in_list(77)),
    )
    assert _read(reader, *paragraphs) == ["- một", "- hai", "không", "1. ba", "2. bốn", "không có"]


def test_an_empty_paragraph_shows_its_number_but_no_bullet(reader: ParagraphText) -> None:
    assert _read(reader, p("", in_list(2)), p("", in_list(1)), p("", in_list(2))) == ["1.", "", "2."]


def test_a_typed_dash_is_not_doubled(reader: ParagraphText) -> None:
    assert _read(reader, p("- một"), p("- hai", in_list(1))) == ["- một", "- hai"]


def test_old_fonts(reader: ParagraphText) -> None:
    paragraphs = p(r("§æi míi", _OLD)), p(r("c¶i c¸ch"), _style("cu")), p(r("Kế hoạch", _OLD)), p(r("abc", _OLD))
    assert _read(reader, *paragraphs) == ["Đổi mới", "CẢI CÁCH", "Kế hoạch", "abc"]
    assert dict(reader.converted) == {".VnTime": 1, ".VnTimeH": 1}


def test_a_font_given_to_one_slot_only(reader: ParagraphText) -> None:
    assert _read(reader, p(r("§æi", '<w:rFonts w:hAnsi=".VnTime" w:cs="Arial"/>'))) == ["Đổi"]


def test_a_lost_letter_is_noted(reader: ParagraphText) -> None:
    _read(reader, p(r("ph¬ng ¸n", _OLD)))
    assert reader.lost == ["phơng án"]


_BOX = "<w:txbxContent>" + p("trong hộp") + "</w:txbxContent>"


def test_a_box_is_left_out_and_counted_once(reader: ParagraphText) -> None:
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{_BOX}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert _read(reader, p(r("chữ") + f"<w:r>{both}</w:r>")) == ["chữ"]
    assert reader.boxes == 1
    old = f"<w:r><w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict></w:r>"
    assert _read(reader, p(r("chữ") + old)) == ["chữ"]
    assert reader.boxes == 2


def test_a_picture_is_no_box(reader: ParagraphText) -> None:
    empty = "<w:r><w:pict><v:shape><w:txbxContent>" + p() + "</w:txbxContent></v:shape></w:pict></w:r>"
    assert _read(reader, p(r("chữ") + "<w:r><w:drawing/></w:r>" + empty)) == ["chữ"]
    assert reader.boxes == 0


def test_ends_that_are_deleted_join(reader: ParagraphText) -> None:
    end = "<w:rPr><w:del/></w:rPr>"
    assert _read(reader, p(r("a "), end), p(r("b "), end), p("c"), p("d", end), "<w:tbl/>", p("e", end)) == [
        "a b c",
        "d",
        "",
        "e",
    ]
