import docx
import pytest
from docx.oxml.ns import qn

from app.documents.layout import layout
from app.documents.model import Style
from app.exchange.docx_out_styles import add_styles, style_id


@pytest.mark.parametrize("style", Style)
def test_every_style_becomes_a_named_word_style_in_times_new_roman(style: Style) -> None:
    document = docx.Document()
    add_styles(document, layout())
    (made,) = (one for one in document.styles if one.style_id == style_id(style))
    look = layout().styles[style]
    assert (made.font.size.pt, made.font.bold, made.font.italic) == (look.size, look.bold, look.italic)
    assert {value for name, value in made.element.rPr.rFonts.attrib.items()} == {"Times New Roman"}
    assert qn("w:asciiTheme") not in document.styles["Normal"].element.rPr.rFonts.attrib


def test_style_ids_are_ascii_and_unique() -> None:
    ids = [style_id(style) for style in Style]
    assert len(set(ids)) == len(ids)
    assert all(one.isascii() and one.isalnum() for one in ids)


def test_numbered_headings_stand_in_the_navigation_pane() -> None:
    document = docx.Document()
    add_styles(document, layout())
    ours = [one for one in document.styles if one.style_id.startswith("CCHC")]
    levels = {one.style_id: one.element.pPr.find(qn("w:outlineLvl")) for one in ours}
    assert levels[style_id(Style.PART)].get(qn("w:val")) == "0"
    assert levels[style_id(Style.ITEM_TITLE)].get(qn("w:val")) == "1"
    assert levels[style_id(Style.BODY)] is None
