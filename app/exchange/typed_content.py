"""What was read from a JSON file of somebody else's: its texts cleaned, its values of the types that are declared."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from app.domain.text import clean_cell

Json = Any
"""A parsed JSON value."""


def cleaned(raw: Json) -> Json:
    """The parsed JSON ``raw`` with every text in it as a cell holds it, names too."""
    if isinstance(raw, str):
        return clean_cell(raw)
    if isinstance(raw, list):
        return [cleaned(one) for one in raw]
    if isinstance(raw, dict):
        return {clean_cell(name): cleaned(value) for name, value in raw.items()}
    return raw


def check_types(found: object) -> None:
    """Raises TypeError where a field of the dataclass ``found``, or of one within it, is not of its declared type."""
    hints = get_type_hints(type(found))
    for one in fields(found) if is_dataclass(found) else ():
        if not _fits(getattr(found, one.name), hints[one.name]):
            raise TypeError(f"{type(found).__name__}.{one.name}")


def _fits(value: object, hint: object) -> bool:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return any(_fits(value, one) for one in arguments)
    if origin is tuple:
        inner = arguments[0] if len(arguments) == 2 and arguments[1] is Ellipsis else None
        return isinstance(value, tuple) and (inner is None or all(_fits(one, inner) for one in value))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return isinstance(value, Mapping) and all(
            _fits(name, arguments[0]) and _fits(one, arguments[1]) for name, one in value.items()
        )
    if not isinstance(hint, type):
        return True
    return _is_a(value, hint)


def _is_a(value: object, hint: type) -> bool:
    # JSON has one kind of number, and yes and no are none of it
    known = (int, float) if hint is float else (hint,)
    good = isinstance(value, known) and (hint is bool or not isinstance(value, bool))
    if good and is_dataclass(value):
        check_types(value)
    return good
