"""Outlines and sets of statistics forms from a file, whichever of the two it holds; and to a file."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.errors import Refused
from app.domain.report_kits import KitKind
from app.domain.report_outline import Kit, Outline
from app.domain.statistics_form import FormSet, Shape
from app.exchange.export import export_file
from app.exchange.form_files import read_form_file
from app.exchange.form_files_out import write_form_file
from app.exchange.form_grid import grids_of
from app.exchange.form_json import form_set_from_json
from app.exchange.form_rows import FormRemark
from app.exchange.outline_files import checked_outline, outline_in
from app.exchange.outline_files_out import write_outline_file
from app.exchange.outline_words import check_places
from app.exchange.outlines import outline_from_json
from app.exchange.read import read_sheets
from app.exchange.typed_content import check_types, cleaned

_MOST_BYTES = 8 << 20
"""No outline and no set of forms is a larger JSON file."""


@dataclass(frozen=True, slots=True)
class LoadedKit:
    """What a file holds, what it seems to be for, the year it counts from, and what should be known of the reading."""

    content: Outline | FormSet
    kind: KitKind
    year: int
    remarks: tuple[FormRemark, ...] = ()


def read_kit_file(path: Path, year: int, kit: Kit) -> LoadedKit:
    """The outline or the forms in the spreadsheet or JSON file at ``path``. ``year`` stands in where it names none,
    ``kit`` is what is known already. Raises Refused for a file that cannot be read or holds neither."""
    if path.suffix.lower() == ".json":
        return _from_json(path, year)
    remarks: list[FormRemark] = []
    outline = outline_in(list(grids_of(read_sheets(path))), path, _known(kit), remarks)
    if outline is not None:
        return LoadedKit(outline, KitKind.OUTLINE, year, tuple(remarks))
    loaded = read_form_file(path, year)
    return LoadedKit(loaded.form_set, _kind(loaded.form_set, kit), max(loaded.form_set.year, year), loaded.remarks)


def _known(kit: Kit) -> Sequence[Outline]:
    return (kit.outline, *(one for one in kit.outlines if one != kit.outline))


def _kind(form_set: FormSet, kit: Kit) -> KitKind:
    """Forms of rows that share a name with those of the reports are taken for the next of these."""
    reported = {form.key for form in kit.forms.forms}
    same = any(form.key in reported for form in form_set.forms if form.shape is Shape.ROWS)
    return KitKind.FORMS if same else KitKind.EXTRA


def _from_json(path: Path, year: int) -> LoadedKit:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Refused("kits.unreadable", file=path.name)
        raw: dict[str, Any] = cleaned(json.loads(path.read_text(encoding="utf-8-sig")))
        content = outline_from_json(raw) if "parts" in raw else form_set_from_json(raw)
        check_types(content)
        if isinstance(content, Outline):
            return LoadedKit(_checked(content), KitKind.OUTLINE, year)
        form_set = content
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused("kits.unreadable", file=path.name) from error
    rows = all(form.shape is Shape.ROWS for form in form_set.forms)
    return LoadedKit(form_set, KitKind.FORMS if rows else KitKind.EXTRA, max(form_set.year, year))


def _checked(outline: Outline) -> Outline:
    sentences = (outline.subject, outline.opening, outline.opening_before, outline.closing)
    for sentence in (*sentences, *(part.title for part in outline.parts)):
        check_places(sentence)
    return checked_outline(outline)


def write_kit_file(content: Outline | FormSet, path: Path) -> None:
    """Write an outline or a set of forms to the .xlsx file ``path`` and read it back. Raises what ``export_file``
    refuses."""
    if isinstance(content, Outline):
        export_file(path, lambda made: write_outline_file(content, made), lambda made: _same_outline(content, made))
    else:
        export_file(path, lambda made: write_form_file(content, made), lambda made: _same_forms(content, made))


def _same_outline(outline: Outline, made: Path) -> bool:
    return outline_in(list(grids_of(read_sheets(made))), made, [outline], []) == outline


def _same_forms(form_set: FormSet, made: Path) -> bool:
    return read_form_file(made, form_set.year).form_set == form_set
