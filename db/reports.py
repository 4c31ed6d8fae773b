"""Reports, the office's own particulars, and the texts of plans: kept whole, as JSON."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.body import Body
from app.domain.errors import Refused
from app.domain.office import Office
from app.domain.plain import from_plain, to_plain
from app.domain.report import Report, ReportState
from app.ports.reporting import ReportSummary
from db.ids import next_ids
from db.tables import office, plan_body, report

_OFFICE = 1
"""There is one office in a register."""


def get_office(connection: Connection) -> Office:
    """What the office says of itself; an empty one where nothing was entered."""
    content = connection.execute(select(office.c.content).where(office.c.id == _OFFICE)).scalar()
    return from_plain(Office, json.loads(content)) if content else Office()


def save_office(connection: Connection, new: Office) -> None:
    """Write what the office says of itself."""
    values = {"content": _json(new)}
    # an update first: "on conflict" would not tell the undo log which row it replaced
    if connection.execute(update(office).where(office.c.id == _OFFICE).values(values)).rowcount == 0:
        connection.execute(insert(office).values(values | {"id": _OFFICE}))


def get_body(connection: Connection, plan_id: int) -> Body | None:
    """The text of a plan around its appendices; None where there is none."""
    content = connection.execute(select(plan_body.c.content).where(plan_body.c.plan_id == plan_id)).scalar()
    return from_plain(Body, json.loads(content)) if content else None


def save_body(connection: Connection, plan_id: int, new: Body | None) -> None:
    """Write that text; None takes it away."""
    place = plan_body.c.plan_id == plan_id
    if new is None:
        connection.execute(delete(plan_body).where(place))
        return
    values = {"content": _json(new)}
    if connection.execute(update(plan_body).where(place).values(values)).rowcount == 0:
        connection.execute(insert(plan_body).values(values | {"plan_id": plan_id}))


def list_reports(connection: Connection, plan_ids: Sequence[int] | None) -> list[ReportSummary]:
    """Reports, the newest first; of some plans or of all."""
    names = ("id", "plan_id", "period", "title", "state", "number", "signed_on", "amends")
    query = select(*(report.c[name] for name in names)).order_by(report.c.id.desc())
    if plan_ids is not None:
        query = query.where(report.c.plan_id.in_(plan_ids))
    return [_summary(dict(found._mapping)) for found in connection.execute(query)]


def _summary(values: dict[str, Any]) -> ReportSummary:
    signed_on = date.fromisoformat(values["signed_on"]) if values["signed_on"] else None
    return ReportSummary(**values | {"state": ReportState(values["state"]), "signed_on": signed_on})


def get_report(connection: Connection, report_id: int) -> Report:
    """A whole report. Raises Refused for an unknown id."""
    content = connection.execute(select(report.c.content).where(report.c.id == report_id)).scalar()
    if content is None:
        raise Refused("storage.no_report", report=report_id)
    return from_plain(Report, json.loads(content) | {"id": report_id})


def save_report(connection: Connection, new: Report) -> int:
    """Store a report, new where its id is None; answers its id. Raises Refused for an unknown id."""
    signed_on = new.delivery.signed_on
    values: dict[str, Any] = {
        "plan_id": new.plan_id,
        "period": new.period.code,
        "title": new.head.title,
        "state": str(new.state),
        "number": new.head.number,
        "signed_on": signed_on and signed_on.isoformat(),
        "amends": new.amends,
        "content": _json(new),
    }
    if new.id is None:
        report_id = next_ids(connection, report, 1)[0]
        connection.execute(insert(report), [values | {"id": report_id}])
        return report_id
    if not connection.execute(update(report).where(report.c.id == new.id).values(values)).rowcount:
        raise Refused("storage.no_report", report=new.id)
    return new.id


def remove_report(connection: Connection, report_id: int) -> None:
    """Remove a report. Raises Refused for an unknown id."""
    if not connection.execute(delete(report).where(report.c.id == report_id)).rowcount:
        raise Refused("storage.no_report", report=report_id)


def frozen(connection: Connection, report_id: int) -> str | None:
    """What was kept when a report was signed; None where it never was."""
    return connection.execute(select(report.c.frozen).where(report.c.id == report_id)).scalar()


def freeze(connection: Connection, report_id: int, content: str | None) -> None:
    """Keep what a report says and looks like. Raises Refused for an unknown id."""
    if not connection.execute(update(report).where(report.c.id == report_id).values(frozen=content)).rowcount:
        raise Refused("storage.no_report", report=report_id)


def _json(value: object) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False)
