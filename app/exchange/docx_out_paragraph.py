"""Paragraphs of a Word document as XML text: bold and slanted stretches, lines below, indents of their own."""

from xml.sax.saxutils import escape

from app.documents.layout import Layout, StyleLayout
from app.documents.model import Paragraph, Style
from app.documents.text_width import text_width
from app.domain.body import Run
from app.exchange.docx_out_styles import style_id
from app.exchange.docx_out_table import twips
from app.exchange.out_text import printable

_TINY_RUN = '<w:rPr><w:sz w:val="2"/></w:rPr>'
_EIGHTHS = 8
"""Word measures the thickness of lines in eighths of a point."""


def body_paragraph_xml(paragraph: Paragraph, width: float, measures: Layout, keep_next: bool = False) -> str:
    """``paragraph`` in a text column of ``width`` millimetres, one Word paragraph for each of its lines, and the line
    below where it has one. ``keep_next`` holds it on the page of what follows."""
    look = measures.styles[paragraph.style]
    own = "<w:keepNext/>" if keep_next and not look.keep_next else ""
    indent = f'<w:ind w:left="{twips(paragraph.left)}"/>' if paragraph.left else ""
    lines = _lines(paragraph)
    drawn: list[str] = []
    for number, line in enumerate(lines):
        ends = number == len(lines) - 1 and not paragraph.rule
        spacing = _spacing(look, begins=number == 0, ends=ends)
        properties = f'<w:pStyle w:val="{style_id(paragraph.style)}"/>{own}{spacing}{indent}'
        drawn.append(f"<w:p><w:pPr>{properties}</w:pPr>{''.join([_run(run, look) for run in line])}</w:p>")
    return "".join(drawn) + (_rule(paragraph, width, measures) if paragraph.rule else "")


def _spacing(look: StyleLayout, begins: bool, ends: bool) -> str:
    """What takes the style's spaces away between the lines of one paragraph."""
    before = "" if begins or not look.before else ' w:before="0"'
    after = "" if ends or not look.after else ' w:after="0"'
    return f"<w:spacing{before}{after}/>" if before or after else ""


def rule_xml(words: str, style: Style, room: float, share: float, measures: Layout, after: float = 0) -> str:
    """A line ``share`` times as long as the last line of ``words``, centred in ``room`` millimetres; ``after`` are the
    points below it."""
    look = measures.styles[style]
    drawn = look.drawn(words.split("\n")[-1])
    indent = twips(max(0.0, (room - share * text_width(drawn, look.size, look.bold)) / 2))
    thickness = round(measures.line_thickness * _EIGHTHS)
    keep = "<w:keepNext/>" if look.keep_next else ""
    return (
        f'<w:p><w:pPr>{keep}<w:pBdr><w:top w:val="single" w:sz="{thickness}" w:space="1" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="40" w:after="{round(after * 20)}" w:line="60" w:lineRule="exact"/>'
        f'<w:ind w:left="{indent}" w:right="{indent}"/>{_TINY_RUN}</w:pPr></w:p>'
    )


def _rule(paragraph: Paragraph, width: float, measures: Layout) -> str:
    room = width - paragraph.left
    return rule_xml(paragraph.text, paragraph.style, room, paragraph.rule, measures, measures.after_line)


def _lines(paragraph: Paragraph) -> list[list[Run]]:
    """The runs of each line."""
    lines: list[list[Run]] = [[]]
    for run in paragraph.runs or (Run(paragraph.text),):
        first, *others = printable(run.text).split("\n")
        lines[-1].append(Run(first, run.bold, run.italic))
        lines += [[Run(words, run.bold, run.italic)] for words in others]
    return lines


def _run(run: Run, look: StyleLayout) -> str:
    if not run.text:
        return ""
    bold = "<w:b/>" if run.bold and not look.bold else ""
    italic = "<w:i/>" if run.italic and not look.italic else ""
    properties = f"<w:rPr>{bold}{italic}</w:rPr>" if bold or italic else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'
