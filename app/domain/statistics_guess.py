"""What a form that says nothing but labels and units seems to ask for; every guess is for the clerk to confirm."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.domain.statistics_form import Answer, Calculation, Form, FormRow, Ratio, Total, ValueKind
from app.domain.text import fold

_ANSWER = re.compile(r"([^\d=;|]+?)\s*=\s*(\d+)")
_MONEY = re.compile(r"(?:^|trieu |ty |nghin |ngan )dong\b|\bvnd\b")
_COUNTS_FILES = re.compile(r"(?:tong )?so (?:luong )?ho so\b")
_RATIO = re.compile(r"([\w.]+(?:\s*\+\s*[\w.]+)*)\s*/\s*([\w.]+(?:\s*\+\s*[\w.]+)*)")
_SUM = re.compile(r"(≥)?\s*([\w.]+(?:\s*\+\s*[\w.]+)*)")


def answers_in(unit: str) -> tuple[Answer, ...]:
    """The answers that a unit like "Có = 1; Không = 0" lists."""
    return tuple(Answer(int(number), meaning.strip(" ;,|\n")) for meaning, number in _ANSWER.findall(unit))


def guessed_kind(unit: str, has_children: bool) -> ValueKind:
    """What a row holds, by its unit: a row without one is a heading where rows of its own stand below it."""
    if "%" in unit:
        return ValueKind.PERCENT
    if answers_in(unit):
        return ValueKind.CODED
    if _MONEY.search(fold(unit)):
        return ValueKind.AMOUNT
    return ValueKind.HEADING if not unit and has_children else ValueKind.COUNT


def with_guesses(rows: Sequence[FormRow]) -> list[FormRow]:
    """``rows`` with the kinds and calculations that their units, labels and codes suggest: a percentage over two
    counts is their ratio, a "Tổng số" the sum of the rows below it."""
    kinds = [
        replace(row, kind=guessed_kind(row.unit, bool(_children(row, rows))), answers=answers_in(row.unit))
        for row in rows
    ]
    return [replace(row, calculation=_guessed_calculation(row, kinds)) for row in kinds]


def doubtful_units(form: Form) -> list[FormRow]:
    """Rows that count files by their label but something else by their unit, as real forms have them ("Thủ tục")."""
    return [
        row for row in form.rows if _COUNTS_FILES.match(fold(row.label)) and "ho so" not in fold(row.unit or "hồ sơ")
    ]


def calculation_text(calculation: Calculation | None) -> str:
    """``calculation`` as a person writes it: "2.2 / 2.1", "1.1 + 1.2", "≥ 4.1.1 + 4.1.2"."""
    if isinstance(calculation, Ratio):
        return f"{' + '.join(calculation.part)} / {' + '.join(calculation.whole)}"
    if calculation is None:
        return ""
    return ("" if calculation.complete else "≥ ") + " + ".join(calculation.parts)


def read_calculation(text: str) -> Calculation | None:
    """The calculation that ``calculation_text`` writes as ``text``; None where it is none."""
    words = text.strip().lstrip("=").strip()
    if found := _RATIO.fullmatch(words):
        return Ratio(_codes(found[1]), _codes(found[2]))
    found = _SUM.fullmatch(words)
    return Total(_codes(found[2]), complete=not found[1]) if found else None


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.split("+"))


def _children(row: FormRow, rows: Sequence[FormRow]) -> list[FormRow]:
    prefix = f"{row.code}."
    return [one for one in rows if one.code.startswith(prefix) and "." not in one.code[len(prefix) :]]


def _guessed_calculation(row: FormRow, rows: Sequence[FormRow]) -> Calculation | None:
    below = _children(row, rows)
    codes = tuple(one.code for one in below)
    same = len(below) >= 2 and len({one.kind for one in below}) == 1
    measured = same and below[0].kind in (ValueKind.COUNT, ValueKind.AMOUNT)
    if row.kind is ValueKind.PERCENT and measured and len(below) == 2:
        return Ratio(codes[1:], codes[:1])
    is_total = row.kind in (ValueKind.COUNT, ValueKind.AMOUNT) and fold(row.label).startswith("tong so")
    return Total(codes) if is_total and measured else None
