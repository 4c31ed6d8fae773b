"""Measures the pages of a PDF file row by row against the table of Nghị định 30/2020/NĐ-CP, Phụ lục I."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.domain.body import BodyParagraph, BodyPart, BodyTable, Level, words_of
from app.domain.official import DISPATCH, OfficialDocument, Urgency, is_label
from app.texts import text
from tests.app.exchange.nd30_rules import ALLOWED, SINGLE, Faults, element
from tests.app.exchange.pdf_probe import MM, Probe, Stroke, Word

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PAPER = (210.0, 297.0)
_FRAME_EDGE = 0.5
"""Millimetres that the bounds of a frame are larger than the frame, for the thickness of its line."""
_NUMBER = re.compile(r"Số: ?(\d{2,}|[1-9]\d+)?/\S+")
_DATE = re.compile(r"(\S.*, )?ngày (0[1-9]|[123]\d)? ?tháng (0[12]|[3-9]|1[0-2])? ?năm \d{4}")
_LEVELS = {
    Level.PART: "part",
    Level.ITEM: "item",
    Level.POINT: "point",
    Level.DASH: "body",
    Level.ARTICLE: "article",
    Level.PLAIN: "body",
    Level.HEADING: "body_heading",
}


def pdf_faults(
    shown: Probe, document: OfficialDocument, names: dict[str, str], pages: range | None = None
) -> list[str]:
    """What in the pages of ``document`` breaks the decree: in ``pages``, or in all before the first turned one.
    ``names`` are type names by code."""
    upright = next((n for n, (width, height) in enumerate(shown.sizes) if width > height), shown.pages)
    measuring = _Measuring(shown, document, pages or range(upright))
    measuring.pages()
    measuring.head()
    measuring.titles(names)
    measuring.body()
    measuring.end()
    return measuring.faults.found


class _Measuring:
    def __init__(self, shown: Probe, document: OfficialDocument, pages: range) -> None:
        self.document = document
        self.faults = Faults()
        self.shown = shown
        self.on = pages
        top = ALLOWED["portrait"]["top"][0]
        own = [word for word in shown.words if word.page in pages]
        self.numbers = [word for word in own if word.bottom < top]
        self.words = [word for word in own if word.bottom >= top]
        self.left = min(word.left for word in self.words)
        self.right = PAPER[0] - max(word.right for word in self.words)
        self.width = PAPER[0] - self.left - self.right
        self.at = 0

    def pages(self) -> None:
        """Paper, margins, fonts and page numbers."""
        faults, margins = self.faults, ALLOWED["portrait"]
        for width, height in self.shown.sizes[self.on.start : self.on.stop]:
            faults.near(width, PAPER[0], 0.2, "paper", "width")
            faults.near(height, PAPER[1], 0.2, "paper", "height")
        faults.within(self.left, margins["left"], "margins", "left", 0.5)
        faults.within(self.right, margins["right"], "margins", "right", 0.5)
        faults.within(min(word.top for word in self.words), margins["top"], "margins", "top", 1.0)
        lowest = PAPER[1] - max(word.bottom for word in self.words)
        faults.check(lowest >= margins["bottom"][0] - 0.5, "margins", f"bottom is {lowest:.1f}")
        fonts = {word.font for word in self.words}
        faults.check(all("Times" in font or "LiberationSerif" in font for font in fonts), "font", f"{fonts}")
        faults.check(self.shown.embedded, "font", "not embedded")
        self._page_numbers()

    def _page_numbers(self) -> None:
        rule = ALLOWED["page_number"]
        wanted = [(page, str(page + 1)) for page in range(rule["first_shown"] - 1, len(self.on))]
        found = [(word.page - self.on.start, word.text) for word in self.numbers]
        self.faults.check(found == wanted, "page number", f"shown are {found}")
        for word in self.numbers:
            self.faults.within(word.size, rule["size"], "page number", "size")
            self.faults.check("Bold" not in word.font and "Italic" not in word.font, "page number", word.font)
            self.faults.near(word.middle, self.left + self.width / 2, 1.0, "page number", "middle")

    def find(self, text: str, name: str, start: int = 0) -> list[Word]:
        """The words of ``text`` on paper, as the element ``name``'s; noted where they are missing."""
        wanted = (text.upper() if element(name)["capitals"] else text).split()
        for at in range(start, len(self.words) - len(wanted) + 1):
            if self.words[at].text == wanted[0] and [w.text for w in self.words[at : at + len(wanted)]] == wanted:
                self.at = at + len(wanted)
                return self.words[at : self.at]
        self.faults.check(False, name, f"“{' '.join(wanted)[:60]}” is not on paper")
        return []

    def look(self, words: Sequence[Word], name: str, ignore: Sequence[str] = ()) -> None:
        """Size, weight, slant; ``ignore`` are words that a clerk has set in another face."""
        rule = element(name)
        for word in words:
            self.faults.within(word.size, rule["size"], name, f"size of “{word.text}”", 0.01)
            if word.text not in ignore:
                self.faults.check(("Bold" in word.font) == rule["bold"], name, f"weight of “{word.text}”")
                self.faults.check(("Italic" in word.font) == rule["italic"], name, f"slant of “{word.text}”")

    def centered(self, words: Sequence[Word], middle: float, name: str) -> None:
        """Every line of ``words`` has its middle there."""
        for line in lines_of(words):
            self.faults.near(middle_of(line), middle, 1.0, name, "middle")

    def placed(self, text: str, name: str, start: int = 0) -> list[Word]:
        """An element of the head or the end: its words on paper, looked at."""
        words = self.find(text, name, start) if text else []
        self.look(words, name)
        return words

    def rule_below(self, words: Sequence[Word], name: str) -> None:
        """A line of an allowed share of the last line's length, in its middle and close below."""
        line = lines_of(words)[-1]
        low = max(word.bottom for word in line)
        near = [s for s in self.strokes(line[0].page) if 0 < s.top - low < 4 and s.left < middle_of(line) < s.right]
        self.faults.check(len(near) == 1, name, f"{len(near)} lines below")
        for stroke in near:
            share = (stroke.right - stroke.left) / (line[-1].right - line[0].left)
            self.faults.within(share, ALLOWED["lines"][name], name, "line's share of the text", 0.03)
            self.faults.near((stroke.left + stroke.right) / 2, middle_of(line), 0.7, name, "line's middle")

    def strokes(self, page: int) -> list[Stroke]:
        """The plain horizontal lines of a page; one that is drawn twice counts once."""
        plain = [s for s in self.shown.strokes if s.page == page and s.bottom - s.top < 1]
        return list({(round(s.left), round(s.right), round(s.top)): s for s in plain}.values())

    def head(self) -> None:
        """Boxes 1 to 4, 5b and 10b."""
        document = self.document
        country, motto = self.placed(COUNTRY, "country"), self.placed(MOTTO, "motto")
        superior = self.placed(" ".join(document.superior_body), "superior_body")
        issuing = self.placed(" ".join(document.issuing_body), "issuing_body")
        middle_right, middle_left = middle_of(country), middle_of(lines_of(issuing)[0])
        self.faults.check(len(lines_of(country)) == len(lines_of(motto)) == 1, "country", "more than one line")
        self.faults.check(middle_left < self.left + self.width / 2 < middle_right, "heading", "columns")
        self.centered(motto, middle_right, "motto")
        self.centered([*superior, *issuing], middle_left, "issuing_body")
        self.faults.check(not superior or superior[-1].base < issuing[0].base, "superior_body", "not above")
        self.rule_below(motto, "motto")
        self.rule_below(issuing, "issuing_body")
        self._number_and_date(middle_left, middle_right)
        self._urgency(middle_left)

    def _urgency(self, middle: float) -> None:
        urgency = self.document.urgency
        if urgency is Urgency.NONE:
            return
        words = self.placed(text(f"document.urgency_{urgency.value}"), "urgency")
        self.centered(words, middle, "urgency")
        width, height = ALLOWED["urgency_boxes"][urgency.value]
        sizes = [(s, s.right - s.left - _FRAME_EDGE, s.bottom - s.top - _FRAME_EDGE) for s in self.shown.strokes]
        boxes = [s for s, wide, high in sizes if abs(wide - width) < 0.3 and abs(high - height) < 0.3]
        self.faults.check(len(boxes) == 1, "urgency", f"{len(boxes)} frames of {width} x {height} mm")
        for box in boxes:
            inside = box.top < words[0].top and words[0].bottom < box.bottom
            self.faults.check(inside, "urgency", "word not in its frame")

    def _number_and_date(self, left: float, right: float) -> None:
        number = [w for w in self.words if w.text.startswith("Số:") and w.page == self.on.start][:1]
        if not self.document.symbol:
            return
        row = [w for w in self.words if w.page == self.on.start and number and abs(w.base - number[0].base) < 2.5]
        half = self.left + self.width * 0.45
        symbol, place = [w for w in row if w.right < half], [w for w in row if w.left > half]
        self.look(symbol, "symbol")
        self.look(place, "place_date")
        self.faults.check(bool(_NUMBER.fullmatch(said(symbol))), "symbol", said(symbol))
        self.faults.check(bool(_DATE.fullmatch(said(place))), "place_date", said(place))
        self.centered(symbol, left, "symbol")
        self.centered(place, right, "place_date")
        if self.document.document_type == DISPATCH:
            self._about(symbol, left)

    def _about(self, symbol: Sequence[Word], left: float) -> None:
        about = self.placed(f"V/v {self.document.title}", "dispatch_title")
        self.centered(about, left, "dispatch_title")
        gap = (about[0].base - symbol[0].base) / MM - SINGLE * about[0].size if about and symbol else 0.0
        good = gap >= ALLOWED["gap_below_symbol"] - 0.6
        self.faults.check(good, "dispatch_title", f"gap is {gap:.1f} pt")

    def titles(self, names: dict[str, str]) -> None:
        """Boxes 5a, 6 (bases, who issues) and 9a."""
        document, middle = self.document, self.left + self.width / 2
        if document.document_type != DISPATCH:
            kind = self.placed(names[document.document_type], "document_type")
            title = self.placed(document.title, "document_title")
            self.centered(kind, middle, "document_type")
            self.centered(title, middle, "document_title")
            attached = self.placed(document.attached_to, "attached_to")
            self.centered(attached, middle, "attached_to")
            self.rule_below(attached or title, "document_title")
            # who decides may be the body that stands at the head, too
            below = self.words.index((attached or title)[-1]) + 1 if attached or title else 0
            self.centered(self.placed(document.authority, "issuing_authority", below), middle, "issuing_authority")
        if document.addressees:
            label = self.placed("Kính gửi:", "addressee")
            self._addressees(label)
        for number, basis in enumerate(document.bases, 1):
            words = self.find_closed(basis, "basis", number)
            self.look(words, "basis")
            self.text_lines(words, "basis")

    def find_closed(self, text: str, name: str, number: int) -> list[Word]:
        """A line of a list with the sign that belongs at its end."""
        end = "." if number == len(self.document.bases) else ";"
        return self.find(f"{text.rstrip(' ;.')}{end}", name)

    def _addressees(self, label: Sequence[Word]) -> None:
        one = len(self.document.addressees) == 1
        for number, addressee in enumerate(self.document.addressees, 1):
            end = "" if one else "." if number == len(self.document.addressees) else ";"
            words = self.placed(f"{'' if one else '- '}{addressee}{end}", "addressee")
            if one and words and label:
                self.faults.near(words[0].base, label[0].base, 0.1, "addressee", "line")
            elif words and label:
                self.faults.near(words[0].left, label[-1].right - 1.2, 1.5, "addressee", "dash below the colon")

    def body(self) -> None:
        """Box 6: every paragraph of the text, the spaces between them and the sign at its end."""
        paragraphs: list[list[Word]] = []
        body = self.document.body
        for block, following in zip(body, (*body[1:], None), strict=True):
            if isinstance(block, BodyTable):
                self._table(block)
                paragraphs.append([])
            else:
                paragraphs.append(self._paragraph(block, following))
        for before, after in pairwise(paragraphs):
            if before and after and before[-1].page == after[0].page:
                self._between(before, after)
        self.faults.check(not paragraphs[-1] or paragraphs[-1][-1].text.endswith("./."), "body", "no ./. at its end")

    def _paragraph(self, block: BodyParagraph, following: BodyPart | None) -> list[Word]:
        name = _LEVELS[block.level] + ("_title" if is_label(block, following) else "")
        last = following is None
        text = words_of(block).rstrip(" .;,/") + "./." if last else words_of(block)
        words = self.find(text, name, self.at)
        article = ["Điều", *re.findall(r"\d+\.", text)[:1]] if name == "article" else []
        own = [w for run in block.runs if run.bold or run.italic for w in run.text.split()]
        loose = {word.strip("().,;:") for word in own}
        self.look(words, name, [*article, *(w.text for w in words if w.text.strip("().,;:") in loose)])
        if name == "article":
            self.faults.check(all("Bold" in w.font for w in words[:2]), name, "ordinal not bold")
        if element(name)["align"] == "center":
            self.centered(words, self.left + self.width / 2, name)
        else:
            self.text_lines(words, name)
        return words

    def text_lines(self, words: Sequence[Word], name: str) -> None:
        """First line moved in, the others from margin to margin, line spacing."""
        lines = lines_of(words)
        if not lines:
            return
        indent = lines[0][0].left - self.left
        allowed = ALLOWED["first_line"]
        self.faults.check(any(abs(indent - one) < 0.7 for one in allowed), name, f"first line at {indent:.1f} mm")
        for line in lines[1:]:
            self.faults.near(line[0].left, self.left, 0.7, name, "left edge")
        for line in lines[:-1]:
            self.faults.near(line[-1].right, self.left + self.width, 0.7, name, "right edge (justified)")
        for one, other in pairwise(lines):
            if one[0].page == other[0].page:
                spacing = (other[0].base - one[0].base) / MM / (words[0].size * SINGLE)
                self.faults.within(spacing, ALLOWED["line_spacing"], name, "line spacing", 0.12)

    def _between(self, before: list[Word], after: list[Word]) -> None:
        lines = lines_of(before)
        pitches = [b[0].base - a[0].base for a, b in pairwise(lines) if a[0].page == b[0].page]
        pitch = min(pitches, default=SINGLE * after[0].size * MM)
        gap = (after[0].base - lines[-1][0].base - pitch) / MM
        good = gap >= ALLOWED["least_between_paragraphs"] - 0.1
        self.faults.check(good, "body", f"{gap:.1f} pt before “{said(after)[:30]}”")

    def _table(self, table: BodyTable) -> None:
        for row in table.rows:
            for cell in row:
                words = [word for word in cell.split() if word]
                found = {word.text for word in self.words[self.at :]}
                self.faults.check(set(words) <= found, "table", f"“{cell}” is not on paper")

    def end(self) -> None:
        """Boxes 7a, 7b and 9b, on one page with some text."""
        document, faults = self.document, self.faults
        start = self.at
        authority = [self.placed(line, "signing_authority", start) for line in document.signer.authority]
        name = self.placed(document.signer.name, "signer_name", start)
        label = self.placed("Nơi nhận:", "recipients_label", start) if document.recipients else []
        listed: list[Word] = []
        for number, recipient in enumerate(document.recipients, 1):
            end = "." if number == len(document.recipients) else ";"
            listed += self.placed(f"- {recipient.rstrip(' ;.')}{end}", "recipient", start)
        block = [word for words in (*authority, name, label, listed) for word in words]
        if not block:
            return
        faults.check(len({word.page for word in block}) == 1, "signature", "on several pages")
        above = [w for w in self.words if w.page == block[0].page and w.bottom < min(b.top for b in block)]
        faults.check(bool(above), "signature", "alone on its page")
        self._signature(authority, name, label, listed)

    def _signature(self, authority: list[list[Word]], name: list[Word], label: list[Word], listed: list[Word]) -> None:
        first = authority[0] if authority else name
        middle = middle_of(first)
        self.faults.check(
            not first or middle > self.left + self.width / 2, "signing_authority", "not in the right half"
        )
        for words in (*authority, name):
            self.centered(words, middle, "signer_name")
        if label and first:
            self.faults.near(label[0].base, first[0].base, 0.5, "recipients_label", "height")
        for line in lines_of([*label, *listed]):
            self.faults.near(line[0].left, self.left, 0.7, "recipient", "left edge")
        if name and authority:
            free = (name[0].base - authority[-1][0].base) / MM / name[0].size / SINGLE - 1
            self.faults.check(free >= ALLOWED["signature_lines"] - 0.1, "signature", f"room for {free:.1f} lines")


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """``words`` parted into the lines that they stand on."""
    lines: list[list[Word]] = []
    for word in words:
        if lines and lines[-1][-1].page == word.page and word.left > lines[-1][-1].left:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def middle_of(words: Sequence[Word]) -> float:
    """Middle of a line, in millimetres from the left edge of the paper."""
    return (min(word.left for word in words) + max(word.right for word in words)) / 2 if words else 0.0


def said(words: Sequence[Word]) -> str:
    """``words`` as text."""
    return " ".join(word.text for word in words)
