"""Values from somebody else's JSON file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from app.exchange.form_json import builtin_form_sets
from app.exchange.outlines import builtin_outlines
from app.exchange.typed_content import check_types, cleaned


@dataclass(frozen=True)
class Inner:
    """A part."""

    name: str


@dataclass(frozen=True)
class Outer:
    """Something with fields of all kinds."""

    name: str = "a"
    count: int = 1
    share: float = 1
    is_open: bool = False
    note: str | None = None
    words: tuple[str, ...] = ("a",)
    parts: tuple[Inner, ...] = (Inner("b"),)
    named: Mapping[str, int] = field(default_factory=dict)


def test_what_comes_with_the_program_fits() -> None:
    for content in (*builtin_outlines(), *builtin_form_sets(), Outer()):
        check_types(content)


@pytest.mark.parametrize(
    "wrong",
    [
        *({"name": 1}, {"name": None}, {"count": "1"}, {"count": True}, {"count": 1.5}, {"share": "x"}, {"is_open": 1}),
        *({"note": 3}, {"words": ["a"]}, {"words": ("a", 1)}, {"parts": (Inner(1),)}, {"parts": ("b",)}),  # type: ignore[arg-type]  # wrong on purpose
        *({"named": {"a": "b"}}, {"named": {1: 1}}, {"named": []}),
    ],
)
def test_a_value_of_another_type_is_named(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"\."):
        check_types(replace(Outer(), **wrong))


def test_texts_lose_what_cannot_be_printed() -> None:
    assert cleaned({"a\u202e": ["\ud800b\x07", 1, None, {"c": " d\t e "}]}) == {"a": ["b", 1, None, {"c": "d e"}]}
