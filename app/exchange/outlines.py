"""Outlines of periodic reports, as data in ``resources/reports``."""

import json
from datetime import date
from functools import cache
from typing import Any

from app.documents.report_offers import OFFERS
from app.domain.body import Level
from app.domain.errors import Refused
from app.domain.report_outline import Kit, Outline, OutlinePart, OutlinePoint
from app.exchange.calendars import default_calendar
from app.exchange.form_json import builtin_form_sets
from app.paths import RESOURCES


@cache
def builtin_outlines() -> tuple[Outline, ...]:
    """The outlines that come with the program, the newest first."""
    files = sorted((RESOURCES / "reports").glob("*.json"), reverse=True)
    return tuple(outline_from_json(json.loads(file.read_text(encoding="utf-8"))) for file in files)


def outline_from_json(content: dict[str, Any]) -> Outline:
    """The outline that a JSON file of ``resources/reports`` or of a province holds. Raises KeyError, TypeError or
    ValueError where it is none."""
    source = content["source"]
    return Outline(
        key=content["key"],
        title=content["title"],
        source=source["document"],
        number=source["number"],
        day=date.fromisoformat(source["date"]) if source["date"] else None,
        document_type=content["document_type"],
        subject=content["subject"],
        opening=content["opening"],
        opening_before=content["opening_before"],
        closing=content["closing"],
        annexes=content["annexes"],
        forms=content["forms"],
        parts=tuple(_part(part) for part in content["parts"]),
        register_figures=content["register_figures"],
        ad_hoc=content.get("ad_hoc", False),
    )


def _part(content: dict[str, Any]) -> OutlinePart:
    lists = {name: tuple(content.get(name, ())) for name in ("offers", "words", "fields", "figures")}
    if not OFFERS.issuperset(lists["offers"]):
        raise ValueError(content["key"])
    points = tuple(OutlinePoint(one["title"], tuple(one["words"])) for one in content.get("points", ()))
    return OutlinePart(
        content["key"], Level(content["level"]), content["title"], form=content.get("form", ""), points=points, **lists
    )


def report_kit() -> Kit:
    """What reports are made by: the newest outline that comes with the program, its forms and the calendar; beside
    them all other outlines and forms that come with it. Raises Refused where its forms are not there."""
    outlines, sets = builtin_outlines(), builtin_form_sets()
    chosen = next(one for one in outlines if not one.ad_hoc)
    forms = next((one for one in sets if one.key == chosen.forms), None)
    if forms is None:
        raise Refused("report.no_forms", forms=chosen.forms)
    reported = {one.forms for one in outlines}
    extras = tuple(one for one in sets if one.key not in reported)
    return Kit(chosen, forms, default_calendar(), extras, outlines, sets)
