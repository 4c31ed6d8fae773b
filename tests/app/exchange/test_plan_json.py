"""The plan format both ways."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.text import clean_cell, clean_line
from app.exchange.plan_json import FORMAT, Json, from_json, read_json, to_json
from app.texts import sentence_for

_CELL = st.text(max_size=8).map(clean_cell)
_LINE = st.text(max_size=8).map(clean_line)


def _sample() -> Json:
    return {
        "format": FORMAT,
        "plan": {
            "title": "Kế hoạch thử",
            "year": 2025,
            "level": "commune",
            "issuing_body": "UBND XÃ THỬ",
            "document_type": None,
            "symbol": None,
            "place_date": None,
            "signer_title": None,
            "signer_name": None,
            "recipients": ["Như trên;", "Lưu: VT."],
            "legal_bases": [],
        },
        "appendices": [
            {
                "label": "Phụ lục",
                "title": "NHIỆM VỤ",
                "columns": [{"heading": "TT", "role": "ordinal"}, {"heading": "Việc", "role": "task"}],
                "rows": [
                    {"kind": "section", "ordinal": "I", "text": "THỂ CHẾ"},
                    {"kind": "item", "cells": ["1", "- Một\n- Hai"]},
                    {"kind": "item", "cells": [None, "Ba"]},
                ],
            }
        ],
    }


@st.composite
def _plans(draw: st.DrawFn) -> Json:
    plan = _sample()
    plan["plan"] |= {"title": draw(_LINE) or "x", "year": draw(st.integers(1945, 2199)), "symbol": draw(_CELL)}
    item = st.fixed_dictionaries({"kind": st.just("item"), "cells": st.tuples(_CELL, _CELL).map(list)})
    section = st.fixed_dictionaries({"kind": st.just("section"), "ordinal": _LINE, "text": _CELL})
    plan["appendices"][0]["rows"] = draw(st.lists(st.one_of(item, section), max_size=4))
    return plan


@given(_plans())
def test_round_trip(plan: Json) -> None:
    once = to_json(from_json(plan, "a.json").plan)
    assert once == plan
    assert to_json(from_json(once, "a.json").plan) == once


def test_sample_round_trip() -> None:
    assert to_json(from_json(_sample(), "a.json").plan) == _sample()


def test_the_real_plans(shared: Path) -> None:
    files = sorted(shared.glob("plans/*.json"))
    assert len(files) == 5
    for file in files:
        content = json.loads(file.read_text(encoding="utf-8"))
        written = to_json(from_json({**content, "format": FORMAT}, file.name).plan)
        assert written["appendices"] == content["appendices"]
        assert written["plan"].items() <= content["plan"].items()


def test_texts_are_normalised() -> None:
    plan = _sample()
    plan["appendices"][0]["rows"][1]["cells"][1] = "  Vie\u0323\u0302c\u00a0 hai\r\nba "
    assert from_json(plan, "a.json").plan.appendices[0].rows[1].cells[1] == "Việc hai\nba"


def test_hidden_columns_stay_hidden() -> None:
    plan = _sample()
    plan["appendices"][0]["columns"][0]["hidden"] = True
    assert to_json(from_json(plan, "a.json").plan) == plan


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("format",), "cchc-plan/2", "other_format"),
        (("plan",), [], "no_info"),
        (("plan", "title"), "  ", "no_title"),
        (("plan", "year"), "2025", "bad_year"),
        (("plan", "year"), True, "bad_year"),
        (("plan", "level"), ["commune"], "bad_info"),
        (("plan", "symbol"), 5, "bad_info"),
        (("plan", "recipients"), [5], "bad_info"),
        (("appendices",), {}, "no_appendices"),
        (("appendices", 0), None, "bad_appendix"),
        (("appendices", 0, "label"), 1, "bad_appendix"),
        (("appendices", 0, "columns"), [], "bad_appendix"),
        (("appendices", 0, "columns", 1), {}, "bad_column"),
        (("appendices", 0, "columns", 1, "role"), "chef", "bad_role"),
        (("appendices", 0, "columns", 1, "role"), [], "bad_role"),
        (("appendices", 0, "rows", 0, "kind"), "chapter", "bad_row"),
        (("appendices", 0, "rows", 0, "text"), None, "bad_row"),
        (("appendices", 0, "rows", 1, "cells"), "1", "bad_row"),
        (("appendices", 0, "rows", 1, "cells"), ["1"], "wrong_cells"),
        (("appendices", 0, "rows", 1, "cells", 1), 5, "bad_cell"),
        (("appendices", 0, "rows", 1, "cells", 1), None, "merged_with_nothing"),
    ],
)
def test_what_breaks_the_format_is_named(path: tuple[Any, ...], value: object, key: str) -> None:
    plan = copy.deepcopy(_sample())
    place: Any = plan
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(Refused) as refused:
        from_json(plan, "a.json")
    assert refused.value.key == f"planfile.{key}"
    assert "a.json" in sentence_for(refused.value)


@pytest.mark.parametrize("content", [None, [], "x", 5, {}])
def test_anything_else_is_refused(content: object) -> None:
    with pytest.raises(Refused):
        from_json(content, "a.json")


@pytest.mark.parametrize("content", [b"{", b'{"a": "\xff"}', b"[" * 100_000, b"1" * 10_000, b'{"format":'])
def test_damaged_files(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "hỏng.json"
    file.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_json(file)
    assert "hỏng.json" in sentence_for(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(_sample(), ensure_ascii=False), encoding=encoding)
    assert to_json(read_json(file).plan) == _sample()


def test_letters_no_file_can_hold_are_dropped() -> None:
    plan = _sample()
    plan["plan"]["title"] = "Kế hoạch \ud800\x07 thử"
    assert from_json(plan, "a.json").plan.info.title == "Kế hoạch thử"
