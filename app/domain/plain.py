"""Dataclasses as plain JSON values and back, by their annotations: for what is kept whole, not line by line.

Fields that have their default are left out, so that a field added later is simply missing in older data.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_KIND = "is"
"""Names the class where a field can hold more than one."""


def to_plain(value: object) -> Any:  # noqa: ANN401 - JSON values have no type of their own
    """``value`` as JSON values: dataclasses as objects, tuples as lists, days and numbers as text."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(to_plain(key)): to_plain(one) for key, one in value.items()}
    if isinstance(value, (tuple, list, frozenset)):
        return [to_plain(one) for one in value]
    if is_dataclass(value):
        named = {field.name: getattr(value, field.name) for field in fields(value)}
        kept = {field.name: to_plain(named[field.name]) for field in fields(value) if not _is_usual(field, named)}
        return {_KIND: type(value).__name__, **kept}
    raise TypeError(type(value).__name__)


def _is_usual(field: "Field[Any]", named: Mapping[str, object]) -> bool:
    if field.default is not MISSING:
        return bool(named[field.name] == field.default)
    return field.default_factory is not MISSING and bool(named[field.name] == field.default_factory())


def from_plain(kind: type[T], plain: object) -> T:
    """The value of type ``kind`` that ``to_plain`` made ``plain`` of. Raises KeyError, TypeError or ValueError where
    it is none."""
    return cast(T, _made(kind, plain))


def _made(kind: Any, plain: Any) -> Any:  # noqa: ANN401 - annotations and JSON values have no type of their own
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _one_of(get_args(kind), plain)
    if origin is not None:
        return _collection(origin, get_args(kind), plain)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _made(hints[name], one) for name, one in plain.items() if name != _KIND})
    if isinstance(kind, type) and issubclass(kind, tuple):
        return kind(*(_made(hint, one) for hint, one in zip(_hints(kind).values(), plain, strict=True)))
    return _simple(kind, plain)


def _simple(kind: Any, plain: Any) -> Any:  # noqa: ANN401 - as above
    if kind in (date, datetime):
        return kind.fromisoformat(plain)
    if kind is Decimal or issubclass(kind, Enum):
        return kind(plain)
    if not isinstance(plain, (int, float) if kind is float else kind):
        raise TypeError(f"{plain!r} is no {kind.__name__}")
    return plain


def _one_of(kinds: tuple[Any, ...], plain: Any) -> Any:  # noqa: ANN401 - as above
    if plain is None and NoneType in kinds:
        return None
    classes = [kind for kind in kinds if kind is not NoneType]
    if len(classes) == 1:
        return _made(classes[0], plain)
    return _made(next(kind for kind in classes if kind.__name__ == plain[_KIND]), plain)


def _collection(origin: Any, kinds: tuple[Any, ...], plain: Any) -> Any:  # noqa: ANN401 - as above
    if issubclass(origin, Mapping):
        return {_key(kinds[0], key): _made(kinds[1], one) for key, one in plain.items()}
    if origin is tuple and kinds[-1] is not Ellipsis:
        return tuple(_made(kind, one) for kind, one in zip(kinds, plain, strict=True))
    return origin(_made(kinds[0], one) for one in plain)


def _key(kind: Any, key: str) -> Any:  # noqa: ANN401 - as above
    return int(key) if kind is int else _made(kind, key)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
