"""Styles, as far as they change what text says."""

from lxml import etree

from app.exchange.docx_styles import Styles, font_of
from tests.app.exchange.word_files import in_list, styles

_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>'
)


def _styles(*definitions: str) -> Styles:
    return Styles(etree.fromstring(styles(_DEFAULTS + "".join(definitions)).encode()))


def _style(key: str, content: str = "", based_on: str = "", more: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{key}" {more}>{base}{content}</w:style>'


def test_no_styles_at_all() -> None:
    nothing = Styles(None)
    assert (nothing.font("x"), nothing.hides("x"), nothing.list_of("x"), nothing.alignment("x")) == (
        "",
        False,
        None,
        None,
    )
    assert nothing.default_paragraph is None
    assert nothing.setting(None, "rPr/b") is None


def test_settings_come_down_the_chain() -> None:
    base = _style(
        "base",
        f'<w:pPr>{in_list(3, 1)}<w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii=".VnTime"/><w:b/><w:vanish/></w:rPr>',
    )
    found = _styles(base, _style("child", "", "base"), _style("shown", '<w:rPr><w:vanish w:val="0"/></w:rPr>', "child"))
    assert found.font("child") == ".VnTime"
    assert found.setting("child", "rPr/b") is True
    assert found.list_of("child") == ("3", 1)
    assert found.alignment("child") == "center"
    assert (found.hides("child"), found.hides("shown")) == (True, False)


def test_the_document_has_a_font_of_its_own() -> None:
    assert _styles(_style("a")).font("a") == "Times New Roman"
    assert _styles().font(None) == "Times New Roman"


def test_the_default_paragraph_style() -> None:
    assert _styles(_style("a"), _style("b", more='w:default="1"')).default_paragraph == "b"


def test_styles_based_on_each_other_come_to_an_end() -> None:
    assert _styles(_style("a", "", "b"), _style("b", "", "a")).font("a") == "Times New Roman"


def test_the_font_of_a_run() -> None:
    fonts = etree.fromstring(styles('<w:rFonts w:cs="Arial" w:hAnsi=".VnArial"/>').encode())
    assert font_of(fonts) == ".VnArial"
    assert font_of(None) == ""
