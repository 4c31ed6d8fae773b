"""Which outline and which statistics forms count in a year: those that come with the program, or those an office has
loaded from a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from app.domain.report_outline import Kit, Outline, OutlinePart
from app.domain.statistics_form import FormSet, FormSource
from app.domain.text import fold

NO_FORMS = FormSet("", "", 0, "", FormSource("", "", None), ())
"""Goes with an outline that has no statistics forms."""
T = TypeVar("T", Outline, FormSet)


class KitKind(StrEnum):
    """What a loaded file is for. FORMS are the statistics forms of the reports, EXTRA forms are filled in beside
    them."""

    OUTLINE = "outline"
    FORMS = "forms"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class KitFile:
    """An outline or a set of forms that the office has loaded. It counts from ``from_year`` on, until one with a later
    year does; None: no longer, reports begun by it keep it. ``id`` is None until stored."""

    id: int | None
    kind: KitKind
    from_year: int | None
    content: Outline | FormSet


def kit_in(year: int, shipped: Kit, files: Sequence[KitFile], outline: str = "", forms: str = "") -> Kit:
    """What reports of ``year`` are made by. ``outline`` and ``forms`` are the keys of those that a report was begun
    with, "" for what counts in that year."""
    outlines = (*(shipped.outlines or (shipped.outline,)), *_loaded(Outline, files))
    sets = (*(shipped.form_sets or (shipped.forms,)), *_loaded(FormSet, files))
    chosen = _keyed(outlines, outline) or _counting(Outline, files, KitKind.OUTLINE, year) or shipped.outline
    form_set = _forms_of(chosen, forms, sets, _counting(FormSet, files, KitKind.FORMS, year)) or shipped.forms
    fitting = fitted(chosen, form_set, _keyed(sets, chosen.forms))
    return replace(
        shipped,
        outline=fitting,
        forms=form_set,
        extras=_extras(year, shipped, files),
        outlines=tuple({one.key: one for one in outlines}.values()),
        form_sets=tuple(dict.fromkeys(sets)),
    )


def _loaded(kind: type[T], files: Sequence[KitFile]) -> Iterator[T]:
    return (one.content for one in files if isinstance(one.content, kind))


def _keyed(known: Sequence[T], key: str) -> T | None:
    return next((one for one in known if one.key == key), None)


def _counting(kind: type[T], files: Sequence[KitFile], purpose: KitKind, year: int) -> T | None:
    """The loaded one whose year comes last among those that count in ``year``; the one loaded last of several."""
    fitting = [one for one in files if one.kind is purpose and one.from_year is not None and one.from_year <= year]
    found = max(fitting, key=lambda one: (one.from_year or 0, one.id or 0), default=None)
    return found.content if found is not None and isinstance(found.content, kind) else None


def _forms_of(outline: Outline, key: str, sets: Sequence[FormSet], counting: FormSet | None) -> FormSet | None:
    """The forms that go with ``outline``: those a report was begun with, those that count, those it names itself."""
    if not outline.forms:
        return NO_FORMS
    return _keyed(sets, key) or counting or _keyed(sets, outline.forms)


def _extras(year: int, shipped: Kit, files: Sequence[KitFile]) -> tuple[FormSet, ...]:
    """The sets filled in beside; of those with a form of the same name only the newest."""
    fitting = [one for one in files if one.kind is KitKind.EXTRA and one.from_year and one.from_year <= year]
    newest = sorted(fitting, key=lambda one: (one.from_year or 0, one.id or 0), reverse=True)
    found: list[FormSet] = []
    for form_set in (*_loaded(FormSet, newest), *shipped.extras):
        there = {form.key for one in found for form in one.forms}
        if not there & {form.key for form in form_set.forms}:
            found.append(form_set)
    return tuple(found)


def fitted(outline: Outline, forms: FormSet, own: FormSet | None) -> Outline:
    """``outline`` for other ``forms`` than its ``own``: what it takes from a row is taken from the row of the same
    label, wherever that stands now; what has no such row is left out, for the same code may ask for something else."""
    if outline.forms == forms.key:
        return outline
    codes = _moved_rows(own, forms) if own else {}
    titles = _moved_forms(own, forms) if own else {}
    figures = {codes[code]: name for code, name in outline.register_figures.items() if code in codes}
    parts = tuple(_part(part, codes, titles) for part in outline.parts)
    return replace(outline, forms=forms.key, register_figures=figures, parts=parts)


def _part(part: OutlinePart, codes: Mapping[str, str], forms: Mapping[str, str]) -> OutlinePart:
    figures = tuple(codes[code] for code in part.figures if code in codes)
    return replace(part, figures=figures, form=forms.get(part.form, ""))


def _moved_rows(own: FormSet, forms: FormSet) -> dict[str, str]:
    """The "form/row" codes of ``own`` with those of the rows that bear the same label alone in ``forms``."""
    there: dict[str, list[str]] = {}
    for form in forms.forms:
        for row in form.rows:
            there.setdefault(fold(row.label), []).append(f"{form.key}/{row.code}")
    rows = {f"{form.key}/{row.code}": there.get(fold(row.label), []) for form in own.forms for row in form.rows}
    return {code: _same_place(code, found) for code, found in rows.items() if len(found) == 1 or code in found}


def _same_place(code: str, found: Sequence[str]) -> str:
    return code if code in found else found[0]


def _moved_forms(own: FormSet, forms: FormSet) -> dict[str, str]:
    there = {fold(form.title): form.key for form in forms.forms}
    return {form.key: there[fold(form.title)] for form in own.forms if fold(form.title) in there}
