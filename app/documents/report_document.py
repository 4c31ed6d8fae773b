"""A periodic report as it goes on paper: the text, the statistics forms and the annex of results behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.documents.form_report import FormReport
from app.documents.form_table import figures_of, form_label, form_section
from app.documents.model import Block, Document, Paragraph, Section, Style
from app.documents.official_document import official_document
from app.documents.official_wording import goes_with
from app.documents.report_offers import Sources, offers_for
from app.documents.results_annex import results_document
from app.documents.wording import body_in_running_text
from app.domain.body import BodyParagraph, BodyPart, Level, Run
from app.domain.body_levels import POINT_LETTERS
from app.domain.official import OfficialDocument
from app.domain.period_phrases import following_phrase, official_words
from app.domain.report import Report, ReportPart
from app.domain.report_outline import Outline, OutlinePart, by_points
from app.domain.statistics_form import FormSet, Shape
from app.texts import text


def drafted_parts(outline: Outline, sources: Sources) -> tuple[ReportPart, ...]:
    """The parts of a new report with what the register offers for each; a part that asks for words and has none says
    that nothing is known."""
    return tuple(_drafted(part, sources) for part in outline.parts)


def _drafted(part: OutlinePart, sources: Sources) -> ReportPart:
    title = in_words(part.title, sources)
    if part.level is Level.PART:
        return ReportPart(part.key, part.level, title)
    return ReportPart(part.key, part.level, title, tuple(_offered(part, offers_for(part, sources))))


def _offered(part: OutlinePart, sentences: Sequence[str]) -> Iterator[BodyParagraph]:
    """What is offered, below the points of the part where it has some; where nothing is, that nothing is known."""
    rest, shared = by_points(part.points, sentences)
    yield from map(paragraph, rest or (() if shared else (text("report.no_data"),)))
    for letter, (point, said) in zip(POINT_LETTERS, shared, strict=False):
        yield BodyParagraph((Run(f"{letter}) {point.title}"),), Level.POINT)
        yield from map(paragraph, said or (text("report.no_data"),))


def paragraph(words: str) -> BodyParagraph:
    """A sentence as a paragraph of its level."""
    level = Level.DASH if words.startswith("- ") else Level.PLAIN
    return BodyParagraph((Run(words),), level)


def in_words(template: str, sources: Sources, office: str = "", title: str = "") -> str:
    """A sentence of the outline with its places filled; quarters are written small within a sentence. What an ad hoc
    report plans for has no name of its own."""
    period, phrase = _inside(sources.span.period.name), following_phrase(sources.span.period)
    following = official_words(phrase) if phrase else text("report.time_to_come")
    return template.format(period=period, next=following, office=office, title=title, NEXT=following.upper())


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]


def report_body(report: Report, outline: Outline, sources: Sources) -> OfficialDocument:
    """The report with its whole text: opening, numbered headings with their paragraphs, closing."""
    body = tuple(one for _, one in _keyed_body(report, outline, sources))
    return replace(report.head, body=body, appendices=_annex_labels(sources))


def place_in_parts(
    report: Report, outline: Outline, sources: Sources, index: int
) -> tuple[str, int] | tuple[None, None]:
    """The key of the part that the paragraph ``index`` (from 0) of ``report_body`` belongs to, and its position there
    (0 for the heading itself, too); (None, None) for opening and closing."""
    keys = [key for key, _ in _keyed_body(report, outline, sources)]
    key = keys[index] if 0 <= index < len(keys) else None
    if key is None:
        return None, None
    return key, max(index - keys.index(key) - 1, 0)


def _keyed_body(report: Report, outline: Outline, sources: Sources) -> list[tuple[str | None, BodyPart]]:
    office, title = office_name(report.head), _in_a_sentence(report.head.title)
    body: list[tuple[str | None, BodyPart]] = []
    for words in (report.replaces, in_words(_opening(outline, sources), sources, office, title)):
        if words:
            body.append((None, paragraph(words)))
    for part in report.parts:
        body.append((part.key, BodyParagraph((Run(f"{part.key.split('.')[-1]}. {part.title}"),), part.level)))
        body += [(part.key, one) for one in part.paragraphs]
    if outline.annexes:
        body.append((None, BodyParagraph((Run(outline.annexes, italic=True),), Level.PLAIN)))
    body.append((None, paragraph(in_words(outline.closing, sources, office, title))))
    return body


def _in_a_sentence(title: str) -> str:
    """``title`` inside a sentence: its first letter small, unless it begins an abbreviation."""
    words = " ".join(title.split()).rstrip(" .")
    return words if words[1:2].isupper() else _inside(words)


def _annex_labels(sources: Sources) -> tuple[str, ...]:
    forms = (form_label(form) for form in sources.forms.forms if form.shape is Shape.ROWS)
    return (*forms, text("progress.results_label"))


def _opening(outline: Outline, sources: Sources) -> str:
    """A report of a time before the document that prescribes the outline does not cite it."""
    is_older = outline.day is not None and sources.span.end < outline.day
    return outline.opening_before if is_older else outline.opening


def report_document(report: Report, outline: Outline, forms: FormSet, sources: Sources) -> Document:
    """``report`` on paper. ``forms`` are printed with the report's own figures, the annex of results is that of the
    last day of its period."""
    head = report_body(report, outline, sources)
    line = goes_with(head, office_name(head))
    annexes = (*_form_sections(report, forms, sources), *_results(sources))
    printed = official_document(head, tuple(_with_reference(one, line) for one in annexes))
    return replace(printed, forms=_form_report(report, forms, sources))


def _with_reference(annex: Section, line: str) -> Section:
    """``annex`` with the document that it goes with named above the days that it is about (Phụ lục I, mục IV)."""
    return replace(annex, blocks=tuple(_named_above(one, line) for one in annex.blocks))


def _named_above(block: Block, line: str) -> Block:
    if isinstance(block, Paragraph) and block.style is Style.ATTACHED_TO:
        return replace(block, text=f"{line}\n{block.text}")
    return block


def _form_report(report: Report, forms: FormSet, sources: Sources) -> FormReport:
    figures = {form.key: figures_of(form, report.figures) for form in forms.forms if form.shape is Shape.ROWS}
    office = " ".join(line for line in report.head.issuing_body if line)
    return FormReport(office, report.period, forms, figures, indicators=tuple(sources.indicators))


def office_name(head: OfficialDocument) -> str:
    """The issuing office inside a sentence."""
    return body_in_running_text(" ".join(head.issuing_body)) or text("report.office")


def _form_sections(report: Report, forms: FormSet, sources: Sources) -> list[Section]:
    return [form_section(form, report.figures, sources.span) for form in forms.forms if form.shape is Shape.ROWS]


def _results(sources: Sources) -> Sequence[Section]:
    return results_document(sources.plan, sources.rows, sources.span.end, heading_block=False).sections
