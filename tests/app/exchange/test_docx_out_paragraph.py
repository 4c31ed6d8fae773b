import re

from app.documents.layout import layout
from app.documents.model import Paragraph, Style
from app.documents.text_width import text_width
from app.domain.body import Run
from app.exchange.docx_out_paragraph import body_paragraph_xml, rule_xml


def xml(paragraph: Paragraph, keep_next: bool = False) -> str:
    return body_paragraph_xml(paragraph, 160, layout(), keep_next)


def test_runs_keep_their_weight_and_slant() -> None:
    made = xml(Paragraph("a bc", Style.BODY, (Run("a "), Run("b", bold=True), Run("c", italic=True))))
    assert re.findall(r"<w:r>(.*?)<w:t[^>]*>(.*?)</w:t>", made) == [
        ("", "a "), ("<w:rPr><w:b/></w:rPr>", "b"), ("<w:rPr><w:i/></w:rPr>", "c")]  # fmt: skip


def test_what_the_style_sets_is_not_set_again() -> None:
    assert "<w:b/>" not in xml(Paragraph("a", Style.PART, (Run("a", bold=True),)))


def test_each_line_is_a_paragraph_and_odd_signs_are_escaped() -> None:
    made = xml(Paragraph("", Style.BODY, (Run("một & <hai>\nba", bold=True),)))
    assert made.count("<w:p>") == 2
    assert "một &amp; &lt;hai&gt;" in made


def test_an_empty_paragraph_is_one_paragraph() -> None:
    assert xml(Paragraph("", Style.BODY)).count("<w:p>") == 1


def test_the_last_text_is_held_with_the_signature() -> None:
    assert "<w:keepNext/>" in xml(Paragraph("a", Style.BODY), keep_next=True)
    assert "<w:keepNext/>" not in xml(Paragraph("a", Style.BODY))


def test_a_paragraph_may_be_moved_in() -> None:
    assert '<w:ind w:left="2835"/>' in xml(Paragraph("a", Style.ADDRESSEE, left=50))


def test_the_line_below_has_its_share_of_the_drawn_text() -> None:
    made = rule_xml("Kế hoạch\nCải cách", Style.DOCUMENT_TITLE, 160, 0.4, layout(), after=12)
    indents = [int(one) for one in re.findall(r'w:(?:left|right)="(\d+)"', made)]
    assert len(indents) == 2
    length = 160 - sum(indents) * 25.4 / 1440
    assert abs(length - 0.4 * text_width("Cải cách", 14, bold=True)) < 0.1
    assert 'w:after="240"' in made


def test_the_space_below_a_title_stands_below_its_line() -> None:
    made = xml(Paragraph("Cải cách", Style.DOCUMENT_TITLE, rule=0.4))
    line = made.split("</w:p>")[1]
    assert f'w:after="{layout().after_line * 20:.0f}"' in line
    attached = xml(Paragraph("(Ban hành kèm theo)", Style.ATTACHED_TO, rule=0.4))
    assert '<w:spacing w:after="0"/>' in attached.split("</w:p>")[0]


def test_lines_of_one_paragraph_stand_close() -> None:
    first, second = xml(Paragraph("V/v một\nhai", Style.DISPATCH_TITLE)).split("</w:p>")[:2]
    assert "<w:spacing" not in first
    assert '<w:spacing w:before="0"/>' in second
    first, second = xml(Paragraph("một\nhai", Style.BODY)).split("</w:p>")[:2]
    assert '<w:spacing w:after="0"/>' in first
    assert "<w:spacing" not in second
