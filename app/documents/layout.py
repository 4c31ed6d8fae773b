"""Sizes, margins, styles and line lengths of printed documents, read from ``resources/layout``."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.documents.model import Style
from app.domain.errors import Refused
from app.domain.official import Urgency
from app.paths import RESOURCES
from app.texts import text

LAYOUT_FILE: Path = RESOURCES / "layout" / "nd30.json"


@dataclass(frozen=True, slots=True)
class StyleLayout:
    """How a paragraph style is drawn: sizes and spaces in points, ``align`` is left, center or justify.

    ``first_line`` moves the first line in by so many millimetres, ``spacing`` is a multiple of single line spacing,
    ``keep_next`` holds a paragraph on the page of the next one.
    """

    size: float
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    align: str = "left"
    before: float = 0
    after: float = 0
    first_line: float = 0
    spacing: float = 1.0
    keep_next: bool = False

    def drawn(self, words: str) -> str:
        """``words`` as they stand on paper: in capitals where the style asks for them."""
        return words.upper() if self.capitals else words


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A sheet of paper and its margins, in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def printable_width(self) -> float:
        """Millimetres between the left and the right margin."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything a writer measures by.

    ``lines`` are the lengths of the lines below some elements as a share of the text's length; ``line_thickness``,
    ``after_line`` (the space below a title's line), ``grid_thickness`` and ``after_table`` are points,
    ``cell_padding`` millimetres; ``line_spacing`` is what a single line takes as a multiple of the size; page numbers
    are shown from page ``first_numbered`` of a section.
    ``heading_left`` and ``signature_left`` are the shares of the width that the left columns of a document's head and
    end take, ``signature_lines`` the lines left free for the signature; ``urgency_boxes`` are width and height of the
    frames in millimetres, ``urgency_color`` is red, green and blue as six hexadecimal digits.
    """

    source: str
    font: str
    styles: dict[Style, StyleLayout]
    line_spacing: float
    lines: dict[Style, float]
    line_thickness: float
    after_line: float
    grid_thickness: float
    after_table: float
    cell_padding: float
    page_number_size: float
    first_numbered: int
    papers: dict[str, tuple[float, float]]
    margins: dict[str, dict[str, float]]
    heading_left: float
    signature_left: float
    signature_lines: int
    urgency_boxes: dict[Urgency, tuple[float, float]]
    urgency_color: str

    def page(self, paper: str, landscape: bool) -> PageLayout:
        """The sheet for ``paper`` in one orientation. Raises Refused for a paper that the layout does not know."""
        if paper not in self.papers:
            raise Refused("document.no_such_paper", paper=paper, papers=", ".join(self.papers))
        short, long = self.papers[paper]
        width, height = (long, short) if landscape else (short, long)
        return PageLayout(width, height, **self.margins["landscape" if landscape else "portrait"])


@cache
def layout() -> Layout:
    """The layout that ships with the program: Nghị định 30/2020/NĐ-CP, Phụ lục I."""
    return _layout_from(json.loads(LAYOUT_FILE.read_text(encoding="utf-8")))


def _layout_from(data: dict[str, Any]) -> Layout:
    lines = dict(data["lines"])
    return Layout(
        source=text("document.layout_source", **data["source"]),
        font=data["font"],
        styles={Style(name): StyleLayout(**values) for name, values in data["styles"].items()},
        line_spacing=data["line_spacing"],
        line_thickness=lines.pop("thickness"),
        after_line=lines.pop("after"),
        lines={Style(name): share for name, share in lines.items()},
        grid_thickness=data["table"]["line"],
        after_table=data["table"]["after"],
        cell_padding=data["table"]["padding"],
        page_number_size=data["page_number"]["size"],
        first_numbered=data["page_number"]["first_shown"],
        papers={name: (short, long) for name, (short, long) in data["papers"].items()},
        margins=data["margins"],
        heading_left=data["heading"]["left_share"],
        signature_left=data["signature"]["left_share"],
        signature_lines=data["signature"]["space_lines"],
        urgency_boxes={Urgency(name): (wide, high) for name, (wide, high) in data["urgency"]["boxes"].items()},
        urgency_color=data["urgency"]["color"],
    )
