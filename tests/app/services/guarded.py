"""A small register with accounts, to try what each of them may do."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from app.domain.access import NOBODY, Actor, Role
from app.domain.account import Account
from app.domain.body import Body, BodyParagraph, Level, Run
from app.domain.indicator import Indicator
from app.domain.keys import TASK
from app.domain.mark import Mark
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Row, RowKind
from app.domain.plan import Role as ColumnRole
from app.domain.proof import Proof
from app.domain.report import Report
from app.domain.report_kits import KitFile, KitKind
from app.domain.reporting_period import parse_period
from app.domain.staff import Note, Person
from app.exchange.outlines import report_kit
from app.ports import Work
from app.services import (
    accounts,
    indicator_choice,
    kits,
    people,
    plans,
    proofs,
    report_drafts,
    report_life,
    templates,
    tracking,
    units,
)
from app.services.milestone_lists import MilestoneList, milestone_list
from db.passwords import Passwords
from db.storage import DatabaseStorage, open_storage

KIT = report_kit()
Q1, SIX = parse_period("2026-Q1"), parse_period("2026-6M")
DAY = date(2026, 3, 20)
NOW = datetime(2026, 3, 20, 8, 30)
PASSWORD = "mật khẩu thử"
CHEAP = Passwords(1, 8, 1)
"""Hashes that cost a test nothing."""
MINE, THEIRS = "Phòng Kinh tế", "Phòng Văn hóa"
COLUMNS = (
    Column("STT", ColumnRole.ORDINAL),
    Column("Nhiệm vụ", ColumnRole.TASK),
    Column("Chủ trì", ColumnRole.LEAD),
    Column("Phối hợp", ColumnRole.COORDINATION),
    Column("Thời hạn", ColumnRole.DEADLINE),
)
ROWS = (
    Row(RowKind.SECTION, ordinal="I", text="Cải cách thể chế"),
    Row(RowKind.ITEM, ("1", "Rà soát văn bản", MINE, "", "Quý I/2026")),
    Row(RowKind.ITEM, ("2", "Kiểm tra một cửa", THEIRS, "", "Quý II/2026")),
    Row(RowKind.ITEM, ("3", "Tập huấn", THEIRS, f"{MINE}\nCông an xã", "Quý III/2026")),
    Row(RowKind.ITEM, ("4", "Việc chưa giao", "", "", "")),
)
SECTION, OWN, FOREIGN, SHARED, UNGIVEN = range(len(ROWS))
PLAN = Plan(PlanInfo("Kế hoạch thử", 2026), (Appendix("Phụ lục I", "Nhiệm vụ", COLUMNS, ROWS),))
INDICATOR = Indicator("Tỷ lệ hồ sơ đúng hạn", None, None, "%")
NEW_FORMS = KIT.forms.forms[:1]


@dataclass(slots=True)
class Register:
    """An open register with one of each thing; ``place`` is the row that use cases are tried on."""

    folder: Path
    storage: DatabaseStorage
    plan: Plan = PLAN
    texted: int = 0
    place: int = OWN
    draft: Report | None = None
    signed: int = 0
    listed: MilestoneList | None = None
    indicator: int = 0
    proof: Proof = field(default_factory=lambda: Proof(None, "12/BC-UBND", DAY, "Báo cáo", None, DAY))
    note: dict[int, Note] = field(default_factory=dict)
    person: Person = Person("Cán bộ một")
    template: int = 0
    kit_file: KitFile | None = None
    accounts: dict[str, Account] = field(default_factory=dict)

    @property
    def row(self) -> int:
        """The id of the row that use cases are tried on."""
        return self.plan.appendices[0].rows[self.place].id or 0

    @property
    def appendix(self) -> Appendix:
        """The only appendix."""
        return self.plan.appendices[0]

    @property
    def report(self) -> int:
        """The id of the draft."""
        return self.draft.id or 0 if self.draft else 0

    def column(self, role: ColumnRole) -> int:
        """The id of the column with ``role``."""
        return next(one.id or 0 for one in self.appendix.columns if one.role is role)

    def account_id(self, name: str) -> int:
        """The id of an account; 0 where there are none."""
        return self.accounts[name].id or 0 if self.accounts else 0

    def actor(self, name: str) -> Actor:
        """Who works once ``name`` has signed in."""
        return self.accounts[name].actor if name in self.accounts else NOBODY


def make_register(folder: Path) -> Register:
    """A register without accounts, holding one of each thing."""
    storage = open_storage(folder, passwords=CHEAP)
    made = Register(folder, storage)

    def fill(work: Work) -> None:
        plan_id = plans.create_plan(work, PLAN)
        made.plan = work.get_plan(plan_id)
        made.texted = plans.create_plan(work, Plan(replace(PLAN.info, title="Kế hoạch có lời văn")))
        work.save_body(made.texted, Body((BodyParagraph((Run("Lời văn."),), Level.PLAIN),)))
        for name in (MINE, THEIRS, "Công an xã"):
            units.add_unit(work, name)
        made.person = Person(made.person.name, id=people.save_person(work, made.person))
        _fill_rows(work, made)
        made.indicator = indicator_choice.add(work, plan_id, INDICATOR)
        made.template = templates.keep_as_template(work, plan_id, "Mẫu thử")
        made.draft = work.get_report(report_drafts.start_report(work, plan_id, Q1, KIT))
        made.signed = report_drafts.start_report(work, plan_id, SIX, KIT)
        report_life.sign_report(work, made.signed, "05", DAY, KIT)
        made.kit_file = _kit_file(work)
        made.listed = milestone_list(work, plan_id, KIT.calendar, DAY)

    storage.write("chuẩn bị", fill)
    return made


def _fill_rows(work: Work, made: Register) -> None:
    places = [(row.id or 0, TASK) for row in made.appendix.rows[1:]]
    proof_id = proofs.add_proof(work, made.proof, places)
    made.proof = next(one for one in work.proofs() if one.id == proof_id)
    for row_id, key in places:
        tracking.note_down(work, Mark(row_id, key, begun=DAY))
        note = Note(row_id, "Đã nhắc", NOW, id=people.add_note(work, row_id, "Đã nhắc", NOW, ""))
        made.note[row_id] = note


def _kit_file(work: Work) -> KitFile:
    content = replace(KIT.forms, title="Bộ biểu thử", forms=NEW_FORMS)
    kit_file_id = kits.take_kit(work, content, KitKind.FORMS, 2027, KIT)
    return next(one for one in work.kit_files() if one.id == kit_file_id)


def turn_on(register: Register) -> str:
    """Make an account for each kind of person; answers the recovery code."""

    def fill(work: Work) -> str:
        code = accounts.turn_on(work, "quản trị", PASSWORD)
        mine = frozenset(unit.id or 0 for unit in work.units() if unit.name == MINE)
        for name, role, own in (("nhập", Role.ENTRY, None), ("đơn vị", Role.ENTRY, mine), ("xem", Role.VIEW, None)):
            accounts.add_account(work, name, role, own, PASSWORD)
        register.accounts = {one.name: one for one in work.accounts()}
        return code

    return register.storage.write("bật", fill).result


class Back(Exception):
    """Raised at the end of a try, so that nothing of it is kept."""


def try_out(register: Register, use_case: Callable[[Work], object]) -> None:
    """Run ``use_case`` and take it back. Raises what it raises."""

    def run(work: Work) -> None:
        use_case(work)
        raise Back

    with suppress(Back):
        register.storage.write("thử", run)
