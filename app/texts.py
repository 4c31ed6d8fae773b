"""Every sentence a person reads, by key, from the files in ``resources/texts``."""

import tomllib
from functools import cache
from pathlib import Path

from app.domain.errors import Refused
from app.paths import RESOURCES


@cache
def _area(name: str) -> dict[str, str]:
    with Path(RESOURCES / "texts" / f"{name}.toml").open("rb") as file:
        return {key: str(value) for key, value in tomllib.load(file).items()}


def text(key: str, **values: object) -> str:
    """The sentence for ``key`` (``"area.name"``: file ``area.toml``, entry ``name``) with ``{values}`` filled in.

    Raises KeyError for an unknown key or a missing value.
    """
    area, name = key.split(".", 1)
    sentence = _area(area)[name]
    return sentence.format(**values) if values else sentence


def sentence_for(error: Refused) -> str:
    """What the clerk reads for ``error``: what is wrong, where, and what to do."""
    return text(error.key, **error.values)
