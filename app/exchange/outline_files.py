"""Outlines of reports read from an Excel file: one that the program wrote itself says everything, of another only
the numbers and titles of its parts can be read, and what the register offers is taken from a known outline."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.documents.document_types import document_types
from app.domain.body import Level
from app.domain.errors import Refused
from app.domain.report_outline import Outline, OutlinePart, OutlinePoint
from app.domain.text import clean_line, fold
from app.exchange.form_files import day_in
from app.exchange.form_grid import Grid
from app.exchange.form_rows import FormRemark
from app.exchange.outline_files_out import COLUMNS, INFO
from app.exchange.outline_words import read_offers, read_places
from app.texts import text

MOST_PARTS = 200
"""More parts than any report has."""
_KEY = re.compile(r"[IVX]{1,5}(\.\d{1,2})?")
_POINT = re.compile("[a-zđ]")
_FIGURE = re.compile(r"(\S+)\s*=\s*(.+)")
_SENTENCES = ("subject", "opening", "opening_before", "closing")
_REGISTER = ("tasks", "tasks_done")


def outline_in(
    grids: Sequence[Grid], path: Path, known: Sequence[Outline], remarks: list[FormRemark]
) -> Outline | None:
    """The outline that the sheets of a file hold, None where they hold none; ``known`` are those to fall back on, the
    one to follow first. Raises Refused for an outline that cannot be worked with."""
    found = next(((grid, columns) for grid in grids if (columns := _columns(grid)) is not None), None)
    if found is None:
        return None
    grid, (top, named) = found
    info = _info(next((one for one in grids if fold(one.name) == fold(text("statistics.info_sheet"))), None))
    parts = tuple(_parts(grid, top, named))
    if "offers" not in named:
        parts = tuple(_borrowed(parts, known, remarks))
    return checked_outline(_outline(info, parts, path, known[0]))


def _columns(grid: Grid) -> tuple[int, dict[str, int]] | None:
    """The row of the headings and the columns by name; None where there is no key and title."""
    names = {fold(text(f"kits.column_{name}")): name for name in COLUMNS}
    names |= {fold(other): name for name in ("key", "title") for other in text(f"kits.column_{name}_other").split("|")}
    for row in grid.lines[:20]:
        found = {names[word]: column for column in grid.columns() if (word := fold(grid.text(row, column))) in names}
        if {"key", "title"} <= found.keys():
            return row, found
    return None


def _parts(grid: Grid, top: int, columns: Mapping[str, int]) -> list[OutlinePart]:
    chapter = ""
    parts: list[OutlinePart] = []
    for row in (line for line in grid.lines if line > top):
        cells = {name: grid.text(row, column).strip() for name, column in columns.items()}
        key, title = cells["key"].strip(" .)"), clean_line(cells["title"])
        if not key or not title:
            continue
        if _POINT.fullmatch(key) and parts and parts[-1].level is Level.ITEM:
            point = OutlinePoint(read_places(title), _listed(cells.get("words", "")))
            parts[-1] = replace(parts[-1], points=(*parts[-1].points, point))
            continue
        if key.isdigit() and chapter:
            key = f"{chapter}.{key}"
        if not _KEY.fullmatch(key):
            raise Refused("kits.key_wrong", code=key, title=title)
        chapter = key.partition(".")[0]
        parts.append(_part(key, title, cells))
    return parts


def _part(key: str, title: str, cells: Mapping[str, str]) -> OutlinePart:
    lists = {name: _listed(cells.get(name, "")) for name in ("words", "fields", "figures")}
    level = Level.ITEM if "." in key else Level.PART
    offers = read_offers(cells.get("offers", ""))
    return OutlinePart(key, level, read_places(title), offers, form=cells.get("form", ""), points=(), **lists)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[;\n]", words) if part.strip())


def _borrowed(
    parts: Sequence[OutlinePart], known: Sequence[Outline], remarks: list[FormRemark]
) -> Iterator[OutlinePart]:
    """``parts`` with what a known outline offers for one of the same title."""
    offered = {fold(part.title): part for outline in reversed(known) for part in outline.parts}
    for part in parts:
        same = offered.get(fold(part.title))
        if same is not None:
            points = tuple(_known_point(point, same) for point in part.points)
            yield replace(same, key=part.key, level=part.level, title=part.title, points=points)
            continue
        if part.level is not Level.PART:
            remarks.append(FormRemark("kits.part_without_offer", (("key", part.key), ("title", part.title))))
        yield part


def _known_point(point: OutlinePoint, part: OutlinePart) -> OutlinePoint:
    """``point`` with the words of the one of the same title in a known ``part``."""
    return next((one for one in part.points if fold(one.title) == fold(point.title)), point)


def _info(grid: Grid | None) -> dict[str, str]:
    """What the sheet about an outline says, by name."""
    lines = {fold(grid.text(row, 0)): grid.text(row, 1).strip() for row in grid.lines} if grid else {}
    return {name: lines[key] for name in INFO if (key := fold(text(f"kits.info_{name}"))) in lines}


def _outline(info: Mapping[str, str], parts: tuple[OutlinePart, ...], path: Path, usual: Outline) -> Outline:
    """The outline that ``info`` tells of; what it leaves out is that of the ``usual`` one."""
    sentences = {name: read_places(info[name]) for name in _SENTENCES if name in info}
    sentences = sentences or {"opening": usual.opening_before}
    named = {name: info[name] for name in ("forms", "document_type", "annexes") if name in info}
    outline = replace(
        usual,
        key=info.get("key") or re.sub(r"[^a-z0-9]+", "-", fold(path.stem)).strip("-"),
        title=info.get("title") or path.stem,
        source=info.get("document", ""),
        number=info.get("number", ""),
        day=day_in(info.get("date", "")),
        parts=parts,
        ad_hoc=fold(info.get("ad_hoc", "")) == fold(text("kits.yes")),
    )
    for name, words in {**sentences, **named}.items():
        outline = replace(outline, **{name: words})  # type: ignore[arg-type]  # all of these are texts
    return replace(outline, register_figures=_register(info.get("register_figures", ""))) if info else outline


def _register(words: str) -> dict[str, str]:
    named = {fold(text(f"kits.figure_{name}")): name for name in _REGISTER}
    found = [match for line in words.split("\n") if (match := _FIGURE.fullmatch(line.strip()))]
    return {match[1]: named[fold(match[2])] for match in found if fold(match[2]) in named}


def checked_outline(outline: Outline) -> Outline:
    """``outline`` itself, once sure that it can be worked with. Raises Refused where it has no part or more than any
    report has, a key comes twice, or its type of document is unknown."""
    if not any(part.level is Level.ITEM for part in outline.parts):
        raise Refused("kits.outline_empty", title=outline.title)
    if len(outline.parts) > MOST_PARTS:
        raise Refused("kits.outline_too_long", title=outline.title, most=MOST_PARTS)
    keys = [part.key for part in outline.parts]
    for key in keys:
        if keys.count(key) > 1:
            raise Refused("kits.key_twice", code=key)
    if outline.document_type not in document_types():
        raise Refused("kits.type_unknown", code=outline.document_type, codes=", ".join(document_types()))
    return outline
