"""Figures entered in statistics forms, one line for each."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from app.ports.reporting import FigurePlace
from db.tables import figure


def figures(connection: Connection, period: str, form_set: str) -> dict[FigurePlace, str]:
    """What was entered in the forms of a set for a period."""
    query = select(figure).where(figure.c.period == period, figure.c.form_set == form_set).order_by(figure.c.id)
    return {
        FigurePlace(found.period, found.form_set, found.form, found.code, found.line): found.value
        for found in connection.execute(query)
    }


def save_figures(connection: Connection, new: Mapping[FigurePlace, str]) -> None:
    """Write figures; "" takes one away."""
    for place, value in new.items():
        if not value:
            connection.execute(delete(figure).where(_is(place)))
        # an update first: "on conflict" would not tell the undo log which row it replaced
        elif connection.execute(update(figure).where(_is(place)).values(value=value)).rowcount == 0:
            connection.execute(insert(figure).values(_values(place) | {"value": value}))


def _values(place: FigurePlace) -> dict[str, object]:
    return {name: getattr(place, name) for name in ("period", "form_set", "form", "line", "code")}


def _is(place: FigurePlace) -> ColumnElement[bool]:
    return and_(*(figure.c[name] == value for name, value in _values(place).items()))
