"""The outline that a periodic report follows, as data: its parts in order and what the register can offer for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.body import Level
from app.domain.occurrence import Calendar
from app.domain.statistics_form import FormSet
from app.domain.text import fold


@dataclass(frozen=True, slots=True)
class OutlinePoint:
    """A point ("a) ...") within a part; ``words`` pick what is said below it of all that is offered for the part."""

    title: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """One heading of the report. ``offers`` name what can be filled in from the register; ``words`` pick tasks by what
    they are called, ``fields`` by the appendix or section they stand in, ``figures`` are "form/row" codes and ``form``
    is a whole statistics form. ``points`` divide what is said."""

    key: str
    level: Level
    title: str
    offers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    form: str = ""
    points: tuple[OutlinePoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """``subject``, ``opening`` and ``closing`` have places for {period}, {next} and {office}; ``opening_before`` is for
    times before the document that prescribes the outline. ``forms`` is the key of the set of statistics forms that go
    with it, "" where it has none; ``register_figures`` says which of their rows ("form/row") the register itself fills,
    by the name of a figure. ``source``, ``number`` and ``day`` are those of the document that prescribes it. An
    ``ad_hoc`` outline is for reports at any time alone."""

    key: str
    title: str
    source: str
    number: str
    day: date | None
    document_type: str
    subject: str
    opening: str
    opening_before: str
    closing: str
    annexes: str
    forms: str
    parts: tuple[OutlinePart, ...]
    register_figures: Mapping[str, str] = field(default_factory=dict)
    ad_hoc: bool = False


def by_points(
    points: Sequence[OutlinePoint], sentences: Sequence[str]
) -> tuple[list[str], list[tuple[OutlinePoint, list[str]]]]:
    """``sentences`` shared out to the points by their words, the longest word found in one deciding; first those that
    no point has a word for."""
    rest: list[str] = []
    shared: dict[OutlinePoint, list[str]] = {point: [] for point in points}
    for sentence in sentences:
        point = _point_of(points, fold(sentence))
        (rest if point is None else shared[point]).append(sentence)
    return rest, list(shared.items())


def _point_of(points: Sequence[OutlinePoint], folded: str) -> OutlinePoint | None:
    found = [(len(word), point) for point in points for word in map(fold, point.words) if word in folded]
    return max(found, key=lambda one: one[0])[1] if found else None


@dataclass(frozen=True, slots=True)
class Kit:
    """What reports are made by: the outline, its statistics forms, the calendar that offices start from. ``extras`` are
    forms filled in beside those of the reports; ``outlines`` and ``form_sets`` all that are known."""

    outline: Outline
    forms: FormSet
    calendar: Calendar
    extras: tuple[FormSet, ...] = ()
    outlines: tuple[Outline, ...] = ()
    form_sets: tuple[FormSet, ...] = ()
