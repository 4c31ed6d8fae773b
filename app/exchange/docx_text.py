"""The text of Word paragraphs as a reader of the page sees it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from app.domain.text import clean_cell
from app.exchange.docx_numbering import Numbering
from app.exchange.docx_package import Element, W, is_on, number, text_in, value
from app.exchange.docx_runs import PageText, note_mark
from app.exchange.docx_styles import Styles, font_of
from app.exchange.legacy_text import convert, is_legacy_font

_SKIPPED = frozenset(
    W + name
    for name in (
        "del", "moveFrom", "instrText", "delText", "delInstrText", "footnoteReference", "endnoteReference", "pPr",
        "rPr", "annotationRef", "commentReference", "sdtPr", "tbl", "rt", "fldData",
    )
)  # fmt: skip
_DRAWN = frozenset(W + name for name in ("drawing", "pict", "object"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{W}txbxContent"
_BREAKS = {
    **{W + name: "\n" for name in ("br", "cr")},
    **{W + name: " " for name in ("tab", "ptab")},
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",  # the code of "ư" in TCVN3; anywhere else the cell drops it
}
_REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_DELETED_ENDS = tuple(f"{W}pPr/{W}rPr/{W}{name}" for name in ("del", "moveFrom"))
_SHOWN = 60


class ParagraphText:
    """Reads paragraphs of one document; counts what it leaves out: ``hidden`` runs, ``boxes`` of text, ``converted``
    runs by old font, and ``lost``, texts that miss a "ư". ``noted`` are the footnotes referred to so far, by kind
    ("footnote", "endnote") and id. ``is_capital`` says whether all that was read last is drawn in capitals; only told
    where the document is known to have such text (``has_capitals``)."""

    def __init__(self, styles: Styles, numbering: Numbering, has_capitals: bool = False) -> None:
        self._styles = styles
        self._numbering = numbering
        self.hidden = 0
        self.boxes = 0
        self.converted: Counter[str] = Counter()
        self.lost: list[str] = []
        self.noted: list[tuple[str, str]] = []
        self._page: PageText | None = None
        self._has_capitals = has_capitals
        self.is_capital = False

    def of(self, *paragraphs: Element) -> str:
        """The lines of ``paragraphs``, drawn as one with the looks of the last, and their list mark; "" where empty."""
        pieces: list[str] = []
        style: str | None = None
        self.is_capital = self._has_capitals
        for paragraph in paragraphs:
            style = value(paragraph, "pPr/pStyle") or self._styles.default_paragraph
            self._collect(paragraph, style, pieces)
        text = clean_cell("".join(pieces))
        if not text:
            return self._bare_mark(paragraph, style)
        mark = self._mark(paragraph, style)
        return text if mark == "- " and text.startswith("- ") else mark + text

    def on_page(self, *paragraphs: Element) -> PageText:
        """The lines of ``paragraphs`` with their looks, the marks of their footnotes and the boxes that hang on them,
        which are then not counted as left out."""
        self._page = page = PageText()
        try:
            page.lay_out(self.of(*paragraphs))
        finally:
            self._page = None
        return page

    def _bare_mark(self, paragraph: Element, style: str | None) -> str:
        """An empty paragraph still shows its number (the ordinal column is often numbered by Word), but no bullet."""
        mark = self._mark(paragraph, style).strip()
        return "" if mark == "-" else mark

    def _mark(self, paragraph: Element, style: str | None) -> str:
        num = value(paragraph, "pPr/numPr/numId")
        inherited = self._styles.list_of(style)
        level = number(value(paragraph, "pPr/numPr/ilvl"), inherited[1] if inherited else 0)
        if num is None:
            return self._numbering.mark(*inherited) if inherited else ""
        return self._numbering.mark(num, level)

    def _collect(self, parent: Element, style: str | None, pieces: list[str]) -> None:
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED or tag == _FALLBACK or not isinstance(tag, str):
                continue
            if tag == f"{W}r":
                self._run(child, style, pieces)
            elif tag in _DRAWN:
                self._drawn(child)
            else:
                self._collect(child, style, pieces)

    def _drawn(self, shape: Element) -> None:
        boxes = [box for box in shape.iter(_BOX) if text_in(box)]
        if self._page is None:
            self.boxes += bool(boxes)
        else:
            self._page.boxes += [box for box in boxes if next(box.iterancestors(_BOX), None) is None]

    def _run(self, run: Element, style: str | None, pieces: list[str]) -> None:
        properties = run.find(f"{W}rPr")
        run_style = value(properties, "rStyle")
        hidden = is_on(properties, "vanish")
        if hidden is None:
            hidden = self._styles.hides(run_style) or self._styles.hides(style)
        text = "".join(self._letters(run))
        if hidden:
            self.hidden += bool(text.strip())
            return
        font = font_of(properties) or (self._styles.font(run_style) if run_style else "") or self._styles.font(style)
        pieces.append(self._unicode(text, font) if is_legacy_font(font) else text)
        if self.is_capital and text.strip():
            self.is_capital = self._is_set(properties, "rPr/caps", (run_style, style))
        if self._page is not None:
            bold, italic = (self._is_set(properties, f"rPr/{name}", (run_style, style)) for name in ("b", "i"))
            self._page.pieces.append((pieces[-1], (bold, italic)))

    def _is_set(self, properties: Element | None, path: str, styles: Iterable[str | None]) -> bool:
        """Whether the on/off property at ``path`` holds for a run: its own, else its character's, else its
        paragraph's style's."""
        own = is_on(properties, path.removeprefix("rPr/"))
        settings = (own, *(self._styles.setting(one, path) for one in styles)) if own is None else (own,)
        return next((on for on in settings if on is not None), False)

    def _letters(self, run: Element) -> list[str]:
        letters: list[str] = []
        for child in run:
            if child.tag == f"{W}t":
                letters.append((child.text or "").replace("\n", " "))
            elif child.tag in _BREAKS:
                letters.append(_BREAKS[child.tag])
            elif child.tag == f"{W}sym":
                letters.append(_symbol(child))
            elif child.tag in _DRAWN:
                self._drawn(child)
            elif child.tag in _REFERENCES:
                letters.append(self._note(child))
            elif isinstance(child.tag, str) and child.tag.endswith("}AlternateContent"):
                for shape in child.iter(*_DRAWN):
                    if not any(above.tag in (_FALLBACK, _BOX) for above in shape.iterancestors()):
                        self._drawn(shape)
        return letters

    def _note(self, reference: Element) -> str:
        """The mark of a footnote, which a cell does not show: its text is that of the row."""
        self.noted.append((_REFERENCES[reference.tag], reference.get(f"{W}id", "")))
        return "" if self._page is None else note_mark(len(self.noted))

    def _unicode(self, text: str, font: str) -> str:
        converted, lost = convert(text, font)
        if converted != text:
            self.converted[font] += 1
        if lost:
            self.lost.append(clean_cell(converted)[:_SHOWN])
        return converted


def joined(blocks: Iterable[Element]) -> Iterator[list[Element]]:
    """``blocks`` one by one, but a paragraph whose end is deleted together with the one it thereby runs into."""
    open_ended: list[Element] = []
    for block in blocks:
        if block.tag == f"{W}p" and any(block.find(end) is not None for end in _DELETED_ENDS):
            open_ended.append(block)
        elif block.tag == f"{W}p":
            yield [*open_ended, block]
            open_ended = []
        else:
            if open_ended:
                yield open_ended
                open_ended = []
            yield [block]
    if open_ended:
        yield open_ended


def _symbol(symbol: Element) -> str:
    """A character of a symbol font; those fonts hold bullets and ticks in a range of their own."""
    code = symbol.get(f"{W}char", "")
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return "-" if 0xF000 <= point <= 0xF0FF else chr(point) if 0x20 <= point < 0xD800 else ""
