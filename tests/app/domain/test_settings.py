"""What may be set, what a file of settings may hold, and what is left of values that nobody could have meant."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.settings import (
    FORMAT,
    LOCK_RANGE,
    OF_COMPUTER,
    OF_REGISTER,
    PAPERS,
    SOON_RANGE,
    STATES,
    TEXT_SIZES,
    Settings,
    checked,
    file_of,
    from_file,
    from_stored,
    to_stored,
    wrong_fields,
)

ANY_SETTINGS = st.builds(
    Settings,
    text_size=st.sampled_from(TEXT_SIZES),
    high_contrast=st.booleans(),
    soon_days=st.sampled_from(SOON_RANGE),
    lock_minutes=st.sampled_from(LOCK_RANGE),
    paper=st.sampled_from(PAPERS),
    states=st.sampled_from(STATES),
    heading_block=st.booleans(),
    attached_to=st.booleans(),
    whole_text=st.booleans(),
)


def test_what_nobody_has_set() -> None:
    usual = Settings()
    assert (usual.text_size, usual.high_contrast, usual.soon_days, usual.lock_minutes) == (100, False, 7, 15)
    assert (usual.paper, usual.states, usual.whole_text) == ("A4", "followed", False)


@given(ANY_SETTINGS)
def test_a_file_of_settings_brings_them_all_back(settings: Settings) -> None:
    assert from_file(json.loads(json.dumps(file_of(settings))), Settings()) == settings


@given(ANY_SETTINGS)
def test_the_register_keeps_its_own_as_words(settings: Settings) -> None:
    kept = from_stored(dict(to_stored(settings)))
    assert [getattr(kept, name) for name in OF_REGISTER] == [getattr(settings, name) for name in OF_REGISTER]
    assert [getattr(kept, name) for name in OF_COMPUTER] == [100, False]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text_size", 105),
        ("text_size", 160),
        ("text_size", "120"),
        ("high_contrast", 1),
        ("soon_days", 0),
        ("soon_days", 91),
        ("soon_days", True),
        ("soon_days", 7.0),
        ("lock_minutes", -1),
        ("lock_minutes", 241),
        ("paper", "A5"),
        ("paper", None),
        ("states", "sometimes"),
        ("whole_text", "yes"),
        ("password", "bí mật"),
    ],
)
def test_a_wrong_value_is_named_and_nothing_is_taken(name: str, value: object) -> None:
    with pytest.raises(Refused) as refused:
        from_file({"format": FORMAT, "soon_days": 30, name: value}, Settings())
    assert refused.value.key == "settings.wrong_values"
    assert name in str(refused.value.values["names"])


def test_all_wrong_values_are_named_together() -> None:
    assert wrong_fields({"soon_days": 0, "paper": "A3", "lock_minutes": "x"}) == ["soon_days", "lock_minutes"]


def test_what_a_file_does_not_name_stays() -> None:
    before = Settings(soon_days=20, paper="A3")
    assert from_file({"format": FORMAT, "soon_days": 10}, before) == Settings(soon_days=10, paper="A3")
    assert checked({}, before) == before


@pytest.mark.parametrize("content", [None, [], "A4", {}, {"format": "cchc-plan/1"}, {"format": [FORMAT]}])
def test_another_file_is_no_file_of_settings(content: object) -> None:
    with pytest.raises(Refused) as refused:
        from_file(content, Settings())
    assert refused.value.key == "settings.no_settings_file"


@given(st.dictionaries(st.sampled_from(OF_REGISTER), st.text(max_size=12) | st.sampled_from(["1", "0", "90", "A3"])))
def test_whatever_the_register_holds_is_read(stored: dict[str, Any]) -> None:
    assert wrong_fields({name: getattr(from_stored(stored), name) for name in stored}) == []
