"""Sizes, margins, styles and line lengths of printed documents, read from ``resources/layout``."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.documents.model import Style
from app.domain.errors import Refused
from app.paths import RESOURCES
from app.texts import text

LAYOUT_FILE: Path = RESOURCES / "layout" / "nd30.json"


@dataclass(frozen=True, slots=True)
class StyleLayout:
    """How a paragraph style is drawn: sizes and spaces in points, ``align`` is left, center or justify."""

    size: float
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    align: str = "left"
    before: float = 0
    after: float = 0

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

    ``motto_line`` and ``body_line`` are the lengths of the lines below motto and issuing body as a share of the
    text's length; ``line_thickness`` and ``grid_thickness`` are points, ``cell_padding`` millimetres;
    ``line_spacing`` is a multiple of the size; page numbers are shown from page ``first_numbered`` of a section.
    """

    source: str
    font: str
    styles: dict[Style, StyleLayout]
    line_spacing: float
    motto_line: float
    body_line: float
    line_thickness: float
    grid_thickness: float
    cell_padding: float
    page_number_size: float
    first_numbered: int
    papers: dict[str, tuple[float, float]]
    margins: dict[str, dict[str, float]]

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
    source = data["source"]
    return Layout(
        source=text("document.layout_source", **source),
        font=data["font"],
        styles={Style(name): StyleLayout(**values) for name, values in data["styles"].items()},
        line_spacing=data["line_spacing"],
        motto_line=data["lines"]["motto"],
        body_line=data["lines"]["issuing_body"],
        line_thickness=data["lines"]["thickness"],
        grid_thickness=data["table"]["line"],
        cell_padding=data["table"]["padding"],
        page_number_size=data["page_number"]["size"],
        first_numbered=data["page_number"]["first_shown"],
        papers={name: (short, long) for name, (short, long) in data["papers"].items()},
        margins=data["margins"],
    )
