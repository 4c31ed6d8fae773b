"""The rows of a table of indicators, read into forms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.statistics_form import Answer, Calculation, Form, FormRow, ValueKind
from app.domain.statistics_guess import calculation_text, read_calculation, with_guesses
from app.domain.text import clean_line, fold
from app.exchange.form_grid import FormRole, FormTable, Grid, code_of, is_code, successor_code
from app.texts import text

_ANSWER = re.compile(r"(\d{1,9}) = ([^;]+)")
_FORM_NAME = re.compile(r"(?:biểu(?:\s+mẫu)?(?:\s+số)?\s*)?([\w.]*\d[\w./]*?)\s*[-–.:]\s+(\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FormRemark:
    """What was assumed or left out while a form was read: the key and values of a sentence."""

    key: str
    values: tuple[tuple[str, str], ...]


class FormReader:
    """Reads the rows of one table into forms."""

    def __init__(self, grid: Grid, table: FormTable, remarks: list[FormRemark]) -> None:
        self._grid, self._roles, self._remarks = grid, table.roles, remarks

    def forms(self, lines: Sequence[int], title: str) -> Iterator[Form]:
        """The forms in ``lines``: a line of words alone names another one, and so does a code that begins anew."""
        rows: list[FormRow] = []
        for line in lines:
            row = self._row(line, rows)
            new_title = self._title(line)
            if rows and (new_title or (row and row.code == rows[0].code)):
                yield self._form(rows, title)
                rows = []
            title = new_title or title
            if row:
                rows.append(row)
        if rows:
            yield self._form(rows, title)

    def _text(self, line: int, role: FormRole) -> str:
        return self._grid.text(line, self._roles[role]) if role in self._roles else ""

    def _title(self, line: int) -> str:
        """The words of a line that holds nothing else and no code."""
        texts = [text for column in self._grid.columns() if (text := self._grid.text(line, column))]
        return clean_line(texts[0]) if len(texts) == 1 and not is_code(texts[0]) else ""

    def _row(self, line: int, before: Sequence[FormRow]) -> FormRow | None:
        written, label = self._text(line, FormRole.CODE), self._text(line, FormRole.LABEL)
        if not written or not label:
            if label and not self._title(line):
                self._remark("statistics.row_without_code", label=clean_line(label))
            return None
        taken = {row.code for row in before}
        code = code_of(written)
        code = successor_code(code, before[-1].code, code in taken) if before else code
        kind, answers = self._kind(line)
        return FormRow(
            code,
            label,
            self._shown(line, FormRole.UNIT),
            kind,
            answers,
            self._calculation(line, code),
            self._text(line, FormRole.GROUP),
            self._text(line, FormRole.NOTE),
            self._note_rows(line),
        )

    def _shown(self, line: int, role: FormRole) -> str:
        return self._grid.shown(line, self._roles[role]) if role in self._roles else ""

    def _kind(self, line: int) -> tuple[ValueKind, tuple[Answer, ...]]:
        name, _, answers = self._text(line, FormRole.KIND).partition(":")
        kinds = {fold(text(f"statistics.kind_{kind.value}")): kind for kind in ValueKind}
        found = tuple(Answer(int(number), meaning.strip()) for number, meaning in _ANSWER.findall(answers))
        return kinds.get(fold(name).strip(), ValueKind.TEXT), found

    def _calculation(self, line: int, code: str) -> Calculation | None:
        words = self._text(line, FormRole.CALCULATION)
        found = read_calculation(words) if words else None
        if words and found is None:
            self._remark("statistics.calculation_unread", code=code, typed=clean_line(words))
        return found

    def _note_rows(self, line: int) -> int:
        if not self._text(line, FormRole.NOTE):
            return 1
        return self._grid.rows_below(line, self._roles[FormRole.NOTE])

    def _form(self, rows: list[FormRow], title: str) -> Form:
        if FormRole.KIND not in self._roles:
            rows = with_guesses(rows)
            for row in rows:
                if row.calculation:
                    words = calculation_text(row.calculation)
                    self._remark("statistics.calculation_guessed", form=title, code=row.code, calculation=words)
        found = _FORM_NAME.fullmatch(title)
        return Form(found[1] if found else "", found[2] if found else title, tuple(rows))

    def _remark(self, key: str, **values: str) -> None:
        self._remarks.append(FormRemark(key, tuple(values.items())))
