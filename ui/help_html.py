"""Help pages and what was found in them, in the HTML that Qt's text view knows."""

from collections.abc import Iterable, Sequence
from html import escape

from app.domain.help_page import Block, Grid, Heading, HelpPage, Item, Note, Picture, Span, Spans, Words
from app.domain.help_search import Hit
from app.texts import text
from ui.theme import COLOURS

TEXT_SIZE = 1.08
"""Size of the running text as a multiple of the window's own."""
_LIST_PLACES = {"-": "•"}


def page_html(page: HelpPage, size: int) -> str:
    """``page`` with its title; ``size`` is the height of the window's letters in pixels."""
    return _document("".join((_title(page.title, size), *_grouped(page.blocks, size))), size)


def hits_html(words: str, hits: Sequence[Hit], size: int) -> str:
    """What was found for ``words``, each with a link to its page."""
    title = text("help.found", count=len(hits), words=words) if hits else text("help.nothing_found", words=words)
    tail = "" if hits else f"<p>{escape(text('help.nothing_found_hint'))}</p>"
    return _document(_title(title, size) + "".join(_hit(hit, size) for hit in hits) + tail, size)


def _document(body: str, size: int) -> str:
    style = f"font-size:{round(size * TEXT_SIZE)}px; color:{COLOURS['text']};"
    return f'<html><body style="{style}">{body}</body></html>'


def _title(words: str, size: int) -> str:
    return _line(words, round(size * 1.65), "0 0 10px 0")


def _line(words: str, size: int, margins: str) -> str:
    top, right, bottom, left = margins.split()
    place = f"margin-top:{top}; margin-right:{right}; margin-bottom:{bottom}; margin-left:{left};"
    return f'<p style="{place} font-size:{size}px; font-weight:700;">{escape(words)}</p>'


def _grouped(blocks: Iterable[Block], size: int) -> Iterable[str]:
    return (_block(block, size) for block in blocks)


def _block(block: Block, size: int) -> str:
    match block:
        case Heading(words):
            return _line(words, round(size * 1.25), "18px 0 6px 0")
        case Words(spans):
            return f'<p style="margin-top:0; margin-bottom:8px; line-height:135%;">{_spans(spans)}</p>'
        case Item(mark, spans):
            return _item(mark, spans)
        case Note(spans):
            return _note(spans)
        case Picture(name, caption):
            return _picture(name, caption, size)
        case Grid(rows, is_headed):
            return _grid(rows, is_headed)


def _item(mark: str, spans: Spans) -> str:
    """A table of two cells: the words stay to the right of the mark on every line."""
    sign = f'<td width="24" align="right" style="padding-right:6px;">{_LIST_PLACES.get(mark, mark)}</td>'
    words = f'<td style="line-height:135%; padding-bottom:5px;">{_spans(spans)}</td>'
    return f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{sign}{words}</tr></table>'


def _note(spans: Spans) -> str:
    edge = f'<td width="4" bgcolor="{COLOURS["primary"]}"></td>'
    words = f'<td bgcolor="{COLOURS["primary_soft"]}" style="padding:8px 10px; line-height:135%;">{_spans(spans)}</td>'
    table = f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{edge}{words}</tr></table>'
    return f'{table}<p style="margin:0; font-size:6px;">&nbsp;</p>'


def _picture(name: str, caption: str, size: int) -> str:
    image = f'<p align="center" style="margin-top:8px; margin-bottom:2px;"><img src="{name}.png"></p>'
    small = f"font-size:{round(size * 0.95)}px; color:{COLOURS['quiet']};"
    return f'{image}<p align="center" style="margin-top:0; margin-bottom:12px; {small}"><i>{escape(caption)}</i></p>'


def _grid(rows: Sequence[Sequence[Spans]], is_headed: bool) -> str:
    lines = "".join(_row(row, number, is_headed and number == 0) for number, row in enumerate(rows))
    table = f'<table width="100%" cellspacing="0" cellpadding="5">{lines}</table>'
    return f'{table}<p style="margin:0; font-size:6px;">&nbsp;</p>'


def _row(row: Sequence[Spans], number: int, is_heading: bool) -> str:
    ground = COLOURS["section"] if number % 2 == 0 else COLOURS["card"]
    weight = ' style="font-weight:700;"' if is_heading else ""
    first, *others = (f">{_spans(cell)}</td>" for cell in row)
    start = f'<td bgcolor="{ground}"{weight}'
    cells = "".join((f'{start} width="38%"{first}', *(start + other for other in others)))
    return f"<tr>{cells}</tr>"


def _spans(spans: Spans) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    words = escape(span.words)
    if span.is_name:
        return f"<b>{words}</b>"
    if span.is_key:
        return f'<span style="background-color:{COLOURS["head"]}; font-weight:600;">&nbsp;{words}&nbsp;</span>'
    if span.topic:
        return f'<a href="{span.topic}" style="color:{COLOURS["primary"]};">{words}</a>'
    return words


def _hit(hit: Hit, size: int) -> str:
    link = f'<a href="{hit.topic}" style="color:{COLOURS["primary"]}; text-decoration:none;">{escape(hit.title)}</a>'
    title = f'<p style="margin-top:6px; margin-bottom:2px; font-size:{round(size * 1.15)}px;"><b>{link}</b></p>'
    return f'{title}<p style="margin-top:0; margin-bottom:10px; line-height:130%;">{_marked(hit)}</p>'


def _marked(hit: Hit) -> str:
    """The sentence with the words that were looked for on a ground of their own."""
    parts, end = [], 0
    for start, stop in hit.places:
        found = escape(hit.sentence[start:stop])
        parts.append(escape(hit.sentence[end:start]))
        parts.append(f'<span style="background-color:{COLOURS["warn_soft"]}; font-weight:600;">{found}</span>')
        end = stop
    return "".join((*parts, escape(hit.sentence[end:])))
