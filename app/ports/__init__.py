"""What use cases ask of the storage. Implemented once, in ``db``; tests use the real one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from app.domain.body import Body
from app.domain.plan import Appendix, Cell, Plan, PlanInfo, Role
from app.ports.accounts import AccountsWork
from app.ports.log import LogWork
from app.ports.reporting import ReportingWork
from app.ports.tracking import TrackingWork

if TYPE_CHECKING:
    from app.domain.access import Actor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan in a list; ``rows`` counts item rows."""

    id: int
    title: str
    year: int
    rows: int
    issuing_body: str | None = None


@dataclass(frozen=True, slots=True)
class AppendixSummary:
    """An appendix in the tab row; ``rows`` counts item rows."""

    id: int
    label: str
    title: str
    rows: int


@dataclass(frozen=True, slots=True)
class CellEdit:
    """New text for one cell of an item row."""

    row_id: int
    column_id: int
    text: Cell


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place where the words were found. ``column_id`` is None for a section row; ``snippet`` is the cell's text
    around the words; ``exact`` that it matches with its marks."""

    plan_id: int
    plan_title: str
    appendix_id: int
    appendix_label: str
    row_id: int
    column_id: int | None
    snippet: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """Text being typed and not yet committed, so that a power cut does not lose it. ``column_id`` is None for the
    text of a section row."""

    row_id: int
    column_id: int | None
    text: str
    typed_at: datetime


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write touched, so that screens can decide what to read again.

    ``plans`` also holds plans that appeared or vanished; ``cells_only`` means that no row, column, appendix or plan
    appeared, vanished or moved. ``directories`` says that something all plans look at has changed: units, calendars,
    proofs, staff.
    """

    plans: frozenset[int] = frozenset()
    appendices: frozenset[int] = frozenset()
    rows: frozenset[int] = frozenset()
    cells_only: bool = False
    directories: bool = False


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """The result of a use case together with what it changed."""

    result: T
    changes: Changes


@dataclass(frozen=True, slots=True)
class History:
    """Names of the steps that can be undone and redone, the next one first."""

    undo: tuple[str, ...] = ()
    redo: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UserTemplate:
    """A layout template an office has made of one of its plans, with the text around its appendices."""

    id: int
    name: str
    plan: Plan = field(repr=False)
    body: Body | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class DataSummary:
    """What a data folder or a backup holds; ``rows`` counts item rows, ``made_on`` is a backup's day.

    ``lost_files`` names the files of proofs that are missing or damaged; ``unused_files`` counts those that no proof
    needs. ``office`` is whose data they are ("" where nobody has said so), ``changed_at`` when something was last
    written.
    """

    plans: int
    rows: int
    titles: tuple[str, ...] = ()
    made_on: date | None = None
    proofs: int = 0
    lost_files: tuple[str, ...] = ()
    unused_files: int = 0
    office: str = ""
    changed_at: datetime | None = None


class Work(AccountsWork, TrackingWork, ReportingWork, LogWork, Protocol):
    """One transaction. Every method raises ``Refused`` where an id is unknown."""

    def list_plans(self) -> list[PlanSummary]: ...
    def get_plan(self, plan_id: int) -> Plan: ...
    def add_plan(self, plan: Plan) -> int: ...
    def save_plan_info(self, plan_id: int, info: PlanInfo) -> None: ...
    def save_plan(self, plan_id: int, plan: Plan) -> None: ...
    def remove_plan(self, plan_id: int) -> None: ...

    def list_appendices(self, plan_id: int) -> list[AppendixSummary]: ...
    def get_appendix(self, appendix_id: int) -> Appendix: ...
    def add_appendix(self, plan_id: int, appendix: Appendix, position: int | None = None) -> int: ...
    def save_appendix(self, before: Appendix, after: Appendix) -> None: ...
    def move_appendix(self, appendix_id: int, position: int) -> None: ...
    def remove_appendix(self, appendix_id: int) -> None: ...

    def column_place(self, column_id: int) -> tuple[int, Role]:
        """The appendix a column belongs to, and the column's role."""
        ...

    def row_place(self, row_id: int) -> int:
        """The appendix a row belongs to."""
        ...

    def get_cells(self, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Cell]:
        """Texts of the cells at (row id, column id); unknown places are left out."""
        ...

    def save_cells(self, edits: Sequence[CellEdit]) -> None: ...
    def save_section(self, row_id: int, ordinal: str, text: str) -> None: ...
    def set_numbered(self, row_id: int, numbered: bool) -> None: ...

    def search(self, words: str, limit: int = 200) -> list[SearchHit]: ...
    def suggestions(self, role: str) -> list[str]: ...

    def list_templates(self) -> list[UserTemplate]: ...
    def add_template(self, name: str, plan: Plan, body: Body | None = None) -> int: ...
    def remove_template(self, template_id: int) -> None: ...

    def get_setting(self, name: str) -> str | None: ...
    def save_setting(self, name: str, value: str) -> None: ...


class Storage(Protocol):
    """The data folder, open. Safe to call from any thread; writes are taken one after the other."""

    def read(self, use_case: Callable[[Work], T]) -> T: ...
    def write(self, label: str, use_case: Callable[[Work], T]) -> Written[T]: ...
    def undo(self) -> Written[str]: ...
    def redo(self) -> Written[str]: ...
    def history(self) -> History: ...

    def work_as(self, who: str) -> None:
        """From now on what is written is by ``who``; "" where nobody was chosen. Without accounts only."""
        ...

    def act_as(self, actor: "Actor") -> None:
        """From now on ``actor``, who has signed in, reads and writes; NOBODY signs out. What the account may is looked
        up anew in each transaction, so that a change of it, or of the data under it, holds at once."""
        ...

    def save_draft(self, draft: Draft) -> None: ...
    def drop_draft(self, row_id: int, column_id: int | None) -> None: ...
    def drafts(self) -> list[Draft]: ...

    def close(self) -> None: ...
