"""The text of a plan outside its appendices, taken apart: heading, bases, decision, the plan's own text, signature."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from app.domain.body import Body, BodyPart, BodyTable, words_of
from app.domain.text import fold
from app.exchange.captions import is_attached_line
from app.exchange.plan_closing import Recipients, Signature, recipients_in, signature_in
from app.exchange.plan_heading import heading_end, heading_start, superior_body
from app.exchange.plan_paragraphs import BASIS, Line, full_line, paragraphs
from app.exchange.source import SourceParagraph

_DECIDES = re.compile(r"QUYẾT ĐỊNH\s*:?$|Điều 1\s*[.:]|.*\bthi hành Quyết định này")
_PLAN = re.compile(r"KẾ HOẠCH\b")
_RUN_TOGETHER = re.compile(r"(KẾ HOẠCH|QUYẾT ĐỊNH)(?=[A-ZĐ][^\W\dA-ZĐ])")
_RECIPIENTS = re.compile(r"noi nhan\W*")


def plan_body(above: Sequence[Line], below: Sequence[Line], footnotes: tuple[str, ...] = ()) -> Body | None:
    """The body of the plan whose first appendix stands between the lines ``above`` and ``below``; None where no line
    of them says anything."""
    upper = list(_lines(above))
    lines = [*upper, *_lines(below)]
    if not lines:
        return None
    texts = [line.shown if isinstance(line, SourceParagraph) else "" for line in lines]
    recipients, signature = recipients_in(texts), signature_in(texts)
    zones = _Zones(lines, texts, _closing(texts, recipients, signature))
    heading = heading_end(texts, 0, len(upper))
    plan = _plan_start(texts[: len(upper)], heading)
    bases = _bases_end(zones, heading, len(upper))
    plan_text = heading_end(texts, plan, len(upper)) if plan else bases
    return Body(
        parts=zones.parts(plan_text, len(upper)),
        heading=zones.lines(0, heading),
        decision=zones.parts(bases, plan),
        plan_heading=zones.lines(plan, plan_text) if plan else (),
        after=zones.parts(len(upper), len(lines)),
        bases=tuple(map(_text_of, zones.parts(heading, bases))),
        recipients=recipients.names,
        signer_titles=signature.titles,
        signer_name=signature.name,
        superior_body=superior_body(texts[:heading]),
        footnotes=footnotes,
    )


class _Zones:
    """Spans of one document's lines without those of its recipients and signature."""

    def __init__(self, lines: Sequence[Line], texts: Sequence[str], closing: frozenset[int]) -> None:
        self._lines = lines
        self.texts = texts
        self._closing = closing
        self._full = full_line(lines)

    def parts(self, start: int, end: int) -> tuple[BodyPart, ...]:
        """The paragraphs and tables from line ``start`` up to ``end``."""
        places = groupby(range(start, end), lambda place: place in self._closing)
        spans = ([self._lines[place] for place in span] for closing, span in places if not closing)
        return tuple(part for span in spans for part in paragraphs(span, self._full))

    def lines(self, start: int, end: int) -> tuple[str, ...]:
        """The texts of the lines from ``start`` up to ``end``."""
        return tuple(self.texts[place] for place in range(start, end) if place not in self._closing)


def _lines(lines: Sequence[Line]) -> Iterator[Line]:
    """``lines`` without drawn rules, and with a break where a kind ran into its title."""
    for line in lines:
        if isinstance(line, BodyTable):
            yield line
        elif found := _RUN_TOGETHER.match(line.text):
            yield SourceParagraph(found[0], line.centered, line.bold)
            yield SourceParagraph(line.text[found.end() :], line.centered, line.bold)
        elif any(letter.isalnum() for letter in line.text):
            yield line


def _closing(texts: Sequence[str], recipients: Recipients, signature: Signature) -> frozenset[int]:
    """The places of the lines that say who receives and who signs; words behind "Nơi nhận:" are not among them."""
    listed = range(recipients.start, recipients.end)
    told = (place for place in listed if not _says_more(texts[place], place == recipients.start))
    return frozenset((*told, *signature.places))


def _says_more(text: str, first: bool) -> bool:
    folded = fold(text)
    return first and folded.startswith("noi nhan") and not _RECIPIENTS.fullmatch(folded)


def _plan_start(texts: Sequence[str], heading: int) -> int:
    """Where the plan begins that a decision issues, whose ``heading`` ends there; 0 where there is no decision or no
    plan of its own."""
    decided = next((place for place in range(heading, len(texts)) if _DECIDES.match(texts[place])), None)
    if decided is None:
        return 0
    below = range(decided + 1, len(texts))
    named = next((place for place in below if _PLAN.match(texts[place])), None)
    if named is None:
        named = next((place for place in below if is_attached_line(texts[place])), None)
    return 0 if named is None else heading_start(texts, named, decided + 1)


def _bases_end(zones: _Zones, start: int, end: int) -> int:
    """The place after the last of the bases that begin at ``start``."""
    basis = False
    for place in range(start, end):
        text = zones.texts[place]
        if BASIS.match(text):
            basis = True
        elif not basis or zones.texts[place - 1].endswith((";", ".")):
            return place
    return end if basis else start


def _text_of(part: BodyPart) -> str:
    return "" if isinstance(part, BodyTable) else words_of(part)
