"""The lines of a form of columns: written, changed cell by cell, taken away."""

from decimal import Decimal
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from app.domain.reporting_period import parse_period
from app.domain.statistics_form import NOT_AVAILABLE, Figure, FormLine
from app.exchange.form_json import builtin_form_sets
from app.ports import Storage
from app.ports.reporting import FigurePlace
from app.services.figure_lines import change_lines, lines_in, remove_lines, words_codes, write_lines
from app.services.stored_figures import kept_text

SET = next(one for one in builtin_form_sets() if one.key == "vpcp-ii-06a")
FORM = SET.forms[0]
PERIOD = parse_period("2026-6M")
FIVE, SIX = Figure(Decimal(5)), Figure(Decimal(6))
LINES = [FormLine("1", "Hộ tịch", {"4": FIVE}), FormLine("2", "Đất đai", {"4": SIX, "5": NOT_AVAILABLE})]


def read(storage: Storage) -> list[FormLine]:
    """The lines that are stored."""
    return list(lines_in(storage.read(lambda work: work.figures(PERIOD.code, SET.key)), FORM))


def write(storage: Storage, lines: list[FormLine]) -> None:
    """Put lines in place of what there is."""
    storage.write("ghi", partial(write_lines, period=PERIOD, form_set=SET, form=FORM, lines=lines))


def test_ordinal_and_name_have_columns_of_their_own() -> None:
    assert words_codes(FORM) == ("1", "2")


def test_lines_come_back_as_written_and_fewer_leave_nothing_behind(storage: Storage) -> None:
    write(storage, LINES)
    assert read(storage) == LINES
    write(storage, LINES[1:])
    assert read(storage) == LINES[1:]
    write(storage, [])
    assert storage.read(lambda work: work.figures(PERIOD.code, SET.key)) == {}


def test_cells_are_changed_and_a_line_begins_below(storage: Storage) -> None:
    write(storage, LINES)
    change = partial(change_lines, period=PERIOD, form_set=SET, form=FORM)
    new = partial(change, figures={(0, "4"): None, (2, "4"): FIVE}, words={(2, "2"): "Chứng thực"})
    storage.write("sửa", new)
    assert read(storage) == [FormLine("1", "Hộ tịch", {}), LINES[1], FormLine("", "Chứng thực", {"4": FIVE})]


def test_lines_below_one_taken_away_move_up_and_undo_brings_it_back(storage: Storage) -> None:
    write(storage, LINES)
    storage.write("xóa", partial(remove_lines, period=PERIOD, form_set=SET, form=FORM, numbers=[0]))
    assert read(storage) == LINES[1:]
    storage.undo()
    assert read(storage) == LINES


FIGURES = st.one_of(st.just(NOT_AVAILABLE), st.integers(0, 10**6).map(lambda one: Figure(Decimal(one))))
CODES = st.sampled_from([row.code for row in FORM.rows if row.kind.is_figure])
NAMES = st.sampled_from(["Hộ tịch", "Đất đai", "-", "Chứng thực"])


@given(st.lists(st.builds(FormLine, st.sampled_from(["", "1", "2"]), NAMES, st.dictionaries(CODES, FIGURES))))
def test_stored_places_say_all_of_a_line(lines: list[FormLine]) -> None:
    stored = {
        FigurePlace(PERIOD.code, SET.key, FORM.key, code, number): words
        for number, line in enumerate(lines, 1)
        for code, words in {"1": line.ordinal, "2": line.name,
                            **{code: kept_text(one) for code, one in line.figures.items()}}.items()
        if words
    }  # fmt: skip
    assert list(lines_in(stored, FORM)) == lines
