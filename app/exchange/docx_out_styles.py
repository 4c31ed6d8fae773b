"""The named paragraph styles of a Word document, made from the layout data."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.styles.styles import Styles
from docx.text.font import Font
from docx.text.parfmt import ParagraphFormat

from app.documents.layout import Layout, StyleLayout
from app.documents.model import Style
from app.texts import text

_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_OUTLINE = {Style.APPENDIX_LABEL: 0, Style.PART: 0, Style.ITEM_TITLE: 1, Style.ARTICLE_TITLE: 1}


def style_id(style: Style) -> str:
    """The identifier by which paragraphs name ``style``; ASCII only."""
    return "CCHC" + style.value.title().replace("_", "")


def add_styles(document: WordDocument, layout: Layout) -> None:
    """Give a python-docx ``document`` one paragraph style per ``Style``, all based on Times New Roman text."""
    _set_font(document.styles["Normal"], layout.font, layout.styles[Style.BODY].size)
    for style in Style:
        _add(document.styles, style, layout)


def _add(styles: Styles, style: Style, layout: Layout) -> None:
    name = text(f"export.style_{style.value}")
    # python-docx gives add_style no types
    made: ParagraphStyle = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)  # type: ignore[no-untyped-call]
    made.element.styleId = style_id(style)
    made.base_style = styles["Normal"]
    made.quick_style = True
    look = layout.styles[style]
    _set_font(made, layout.font, look.size)
    _set_character(made.font, look)
    _set_paragraph(made.paragraph_format, look)
    if style in _OUTLINE:
        _put_into_outline(made, _OUTLINE[style])


def _set_font(style: ParagraphStyle, name: str, size: float) -> None:
    """All four scripts: the package's own template takes Vietnamese letters from the theme's font otherwise."""
    style.font.name = name
    style.font.size = Pt(size)
    fonts = style.element.rPr.rFonts
    for attribute in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _set_character(font: Font, look: StyleLayout) -> None:
    font.bold = look.bold
    font.italic = look.italic
    font.all_caps = look.capitals


def _set_paragraph(paragraph: ParagraphFormat, look: StyleLayout) -> None:
    paragraph.alignment = _ALIGNMENTS[look.align]
    paragraph.space_before = Pt(look.before)
    paragraph.space_after = Pt(look.after)
    paragraph.line_spacing = look.spacing
    paragraph.first_line_indent = Mm(look.first_line) if look.first_line else None
    paragraph.keep_with_next = look.keep_next
    paragraph.widow_control = True


def _put_into_outline(style: ParagraphStyle, level: int) -> None:
    """Show the paragraphs of ``style`` in Word's navigation pane, ``level`` steps below the top."""
    properties = style.element.get_or_add_pPr()
    properties.append(properties.makeelement(qn("w:outlineLvl"), {qn("w:val"): str(level)}))
