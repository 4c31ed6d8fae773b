"""Every use case with something plausible to do, and who may do it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from app.domain.access import Role
from app.domain.body import Body
from app.domain.editing import set_cells
from app.domain.imported import ImportedPlan
from app.domain.keys import TASK
from app.domain.log_chain import ChainPoint
from app.domain.log_filter import LogFilter
from app.domain.mark import Mark
from app.domain.office import Office
from app.domain.official import OfficialDocument
from app.domain.plan import Appendix
from app.domain.plan import Role as ColumnRole
from app.domain.plan_skeleton import Skeleton
from app.domain.plan_text import Section
from app.domain.report_kits import KitKind
from app.domain.reporting_period import ad_hoc_period, parse_period
from app.domain.settings import Settings
from app.domain.staff import LogKind, LogLine, Person
from app.domain.statistics_form import Figure, FormLine
from app.domain.status import TaskState
from app.domain.text_search import Sought
from app.ports import CellEdit
from app.services.import_decisions import ImportDecision
from app.services.office import FirstWords
from app.services.tracking import Place, Result
from app.services.typed_texts import TypedIn, TypedText
from tests.app.services.guarded import DAY, INDICATOR, KIT, NEW_FORMS, NOW, PASSWORD, PLAN, Q1, Register

Arguments = Callable[[Register], tuple[Any, ...]]

EVERYBODY = frozenset({"open", "admin", "entry", "own", "foreign", "view", "nobody"})
"""open: a register without accounts; own and foreign: who enters for one unit, on a row of it and on another's."""
READERS = EVERYBODY - {"nobody"}
ENTERERS = READERS - {"view"}
ROWS = ENTERERS - {"foreign"}
WHOLE = frozenset({"open", "admin", "entry"})
ADMINS = frozenset({"open", "admin"})

LINES_FORM = next(form for one in KIT.form_sets for form in one.forms if form.key == "II.06a")
LINES_SET = next(one for one in KIT.form_sets if LINES_FORM in one.forms)
YEAR = 2026
RESULT = Result(DAY, "15/BC-UBND")
IMPORTED = ImportedPlan("tệp.docx", PLAN)
HEAD = OfficialDocument("BC", ("ỦY BAN NHÂN DÂN",), "Công tác cải cách hành chính")
LOG_LINE = LogLine(1, NOW, "", LogKind.DONE, "bước", None, None, "plan", "", None, None)


def nothing(_register: Register) -> tuple[Any, ...]:
    """No arguments."""
    return ()


def plan_id(register: Register) -> int:
    """The id of the plan."""
    return register.plan.id or 0


def place(register: Register) -> Place:
    """The task of the row that is tried."""
    return register.row, TASK


def part_key(register: Register) -> str:
    """The key of the first part of the draft."""
    return register.draft.parts[0].key if register.draft else ""


def retold(row: int, appendix: Appendix) -> Appendix:
    """``appendix`` with another task in the row at position ``row``."""
    return set_cells(appendix, {(row, 1): "Việc khác"})


TABLE: Mapping[str, tuple[frozenset[str], Arguments]] = {
    "account_state.accounts_state": (EVERYBODY, nothing),
    "account_state.whoever_works": (EVERYBODY, nothing),
    "accounts.sign_in": (EVERYBODY, lambda r: ("xem", PASSWORD, NOW)),
    "accounts.recover": (EVERYBODY, lambda r: ("BCFGH", PASSWORD, NOW)),
    "accounts.change_own_password": (READERS, lambda r: (PASSWORD, "mật khẩu khác")),
    "accounts.allow_restore": (ADMINS, nothing),
    "accounts.account_board": (ADMINS, nothing),
    "accounts.turn_on": (ADMINS, lambda r: ("quản trị hai", PASSWORD)),
    "accounts.turn_off": (ADMINS, nothing),
    "accounts.new_recovery_code": (ADMINS, nothing),
    "accounts.add_account": (ADMINS, lambda r: ("người mới", Role.VIEW, None, PASSWORD)),
    "accounts.change_account": (ADMINS, lambda r: (r.account_id("xem"), Role.ENTRY, None)),
    "accounts.set_password": (ADMINS, lambda r: (r.account_id("xem"), PASSWORD)),
    "accounts.remove_account": (ADMINS, lambda r: (r.account_id("xem"),)),
    "calendars.calendar_of_year": (READERS, lambda r: (YEAR, KIT.calendar)),
    "calendars.save_calendar": (ADMINS, lambda r: (YEAR, {}, {date(YEAR, 9, 2): "Quốc khánh"}, KIT.calendar)),
    "calendars.change_calendar": (ADMINS, lambda r: (YEAR, {}, {date(YEAR, 9, 2): "Quốc khánh"}, KIT.calendar)),
    "corrections.correct_milestones": (ROWS, lambda r: (plan_id(r), r.row, "Quý I", [], KIT.calendar)),
    "corrections.read_again": (ROWS, lambda r: (plan_id(r), r.row, KIT.calendar)),
    "corrections.keep_correction": (ROWS, lambda r: (plan_id(r), r.row, "Quý II")),
    "display.states_hidden": (READERS, nothing),
    "display.hide_states": (READERS, lambda r: (True,)),
    "figure_lines.change_lines": (ENTERERS, lambda r: (Q1, LINES_SET, LINES_FORM, {}, {(0, "B"): "Dòng"})),
    "figure_lines.write_lines": (ENTERERS, lambda r: (Q1, LINES_SET, LINES_FORM, [FormLine("1", "Dòng", {})])),
    "figure_lines.remove_lines": (ENTERERS, lambda r: (Q1, LINES_SET, LINES_FORM, [0])),
    "figures.figures_board": (READERS, lambda r: (Q1, plan_id(r), KIT)),
    "import_decisions.carry_out": (ADMINS, lambda r: ([ImportDecision(IMPORTED)],)),
    "import_decisions.same_plan": (READERS, lambda r: (PLAN,)),
    "imports.add_imported": (ADMINS, lambda r: ([IMPORTED],)),
    "imports.replace_with_imported": (ADMINS, lambda r: (plan_id(r), IMPORTED)),
    "indicator_choice.propose": (WHOLE, lambda r: (plan_id(r), [INDICATOR])),
    "indicator_choice.read_plan": (WHOLE, lambda r: (plan_id(r),)),
    "indicator_choice.accept": (WHOLE, lambda r: ([r.indicator],)),
    "indicator_choice.accept_all": (WHOLE, lambda r: (plan_id(r),)),
    "indicator_choice.reject": (WHOLE, lambda r: ([r.indicator],)),
    "indicator_choice.add": (WHOLE, lambda r: (plan_id(r), INDICATOR)),
    "indicator_choice.change": (WHOLE, lambda r: (r.indicator, INDICATOR)),
    "indicator_choice.remove": (WHOLE, lambda r: (r.indicator,)),
    "indicator_evidence.evidence_of": (READERS, lambda r: (plan_id(r),)),
    "indicator_evidence.note_value": (ENTERERS, lambda r: ((r.indicator, Q1.code), "Theo báo cáo của đơn vị")),
    "indicator_evidence.prove_value": (ENTERERS, lambda r: ((r.indicator, Q1.code), [r.proof])),
    "indicator_evidence.drop_value_proof": (ENTERERS, lambda r: ((r.indicator, Q1.code), r.proof.id)),
    "indicators.indicator_board": (READERS, lambda r: (plan_id(r), KIT, DAY)),
    "indicators.enter_value": (ENTERERS, lambda r: (r.indicator, Q1, "97,5")),
    "kits.kit_of": (READERS, lambda r: (r.draft, KIT)),
    "kits.kit_to_begin": (READERS, lambda r: (Q1, KIT)),
    "kits.kit_in_period": (READERS, lambda r: (plan_id(r), Q1, KIT)),
    "kits.outlines_to_choose": (READERS, lambda r: (YEAR, KIT)),
    "kits.kit_lines": (READERS, lambda r: (KIT,)),
    "kits.take_kit": (
        ADMINS,
        lambda r: (replace(KIT.forms, title="Bộ hai", forms=NEW_FORMS), KitKind.FORMS, 2028, KIT),
    ),
    "kits.set_first_year": (ADMINS, lambda r: (r.kit_file, 2029)),
    "kits.drop_kit": (ADMINS, lambda r: (r.kit_file,)),
    "log.log_slice": (READERS, lambda r: (LogFilter(),)),
    "log.log_count": (READERS, lambda r: (LogFilter(),)),
    "log.log_choices": (READERS, nothing),
    "log.last_sign_ins": (ADMINS, nothing),
    "log.look_through_log": (READERS, lambda r: (ChainPoint(),)),
    "log.log_place": (READERS, lambda r: (LOG_LINE,)),
    "milestone_lists.milestone_list": (READERS, lambda r: (plan_id(r), KIT.calendar, DAY)),
    "milestone_lists.home": (READERS, lambda r: (r.listed,)),
    "milestone_lists.last_opened": (READERS, lambda r: (DAY,)),
    "milestone_lists.note_opened": (READERS, lambda r: (DAY,)),
    "office.is_first_run": (READERS, nothing),
    "office.begin_office": (ADMINS, lambda r: (FirstWords("Ủy ban nhân dân xã thử", "Xã thử"),)),
    "office.save_office": (ADMINS, lambda r: (Office(("Ủy ban nhân dân xã thử",)),)),
    "office.number_to_offer": (READERS, lambda r: (r.report, DAY)),
    "office.take_number": (WHOLE, lambda r: ("BC", YEAR, "77", r.report)),
    "people.who_is_there": (READERS, lambda r: (DAY,)),
    "people.note_worker": (READERS, lambda r: ("Cán bộ một",)),
    "people.save_person": (ADMINS, lambda r: (Person("Cán bộ hai"),)),
    "people.remove_person": (ADMINS, lambda r: (r.person.id,)),
    "people.add_note": (ROWS, lambda r: (r.row, "Đã gọi", NOW, "")),
    "people.change_note": (ROWS, lambda r: (replace(r.note[r.row], text="Đã gửi"),)),
    "people.remove_note": (ROWS, lambda r: (r.note[r.row],)),
    "people.story_of": (READERS, lambda r: (r.row,)),
    "plan_texts.plan_text": (READERS, lambda r: (plan_id(r),)),
    "plan_texts.change_section": (WHOLE, lambda r: (plan_id(r), Section.RECIPIENTS, ())),
    "plan_texts.save_text": (WHOLE, lambda r: (plan_id(r), Body((), bases=("Căn cứ Luật;",)))),
    "plan_texts.follow_info": (WHOLE, lambda r: (plan_id(r), PLAN.info, replace(PLAN.info, recipients=("Lưu: VT.",)))),
    "plan_texts.mark_text_read": (WHOLE, lambda r: (plan_id(r),)),
    "plan_texts.replace_in_text": (WHOLE, lambda r: (plan_id(r), Sought("luật"), "Luật")),
    "plan_texts.add_decision": (WHOLE, lambda r: (r.texted, Skeleton("", "", Body(())))),
    "plan_texts.take_text": (WHOLE, lambda r: (plan_id(r), Skeleton("", "", Body(())))),
    "plans.create_plan": (ADMINS, lambda r: (PLAN,)),
    "plans.create_with_text": (ADMINS, lambda r: (PLAN, Skeleton("", "", Body(())))),
    "plans.create_from_own": (ADMINS, lambda r: (PLAN, Body(()), YEAR)),
    "plans.save_info": (WHOLE, lambda r: (plan_id(r), replace(PLAN.info, title="Kế hoạch khác"))),
    "plans.rename_plan": (WHOLE, lambda r: (plan_id(r), "Kế hoạch khác")),
    "plans.delete_plan": (ADMINS, lambda r: (plan_id(r),)),
    "plans.find_plan": (READERS, lambda r: (str(plan_id(r)),)),
    "plans.copy_plan_for_year": (ADMINS, lambda r: (plan_id(r), 2027)),
    "proofs.add_proof": (ROWS, lambda r: (replace(r.proof, id=None, number="13/BC-UBND"), [place(r)])),
    "proofs.use_for": (ROWS, lambda r: (r.proof.id, [place(r)])),
    "proofs.drop_from": (ROWS, lambda r: (r.proof.id, [place(r)])),
    "proofs.change_proof": (WHOLE, lambda r: (replace(r.proof, title="Báo cáo khác"),)),
    "report_drafts.draft_report": (READERS, lambda r: (plan_id(r), Q1, KIT)),
    "report_drafts.latest_report": (READERS, lambda r: (plan_id(r), Q1)),
    "report_drafts.report_before": (READERS, lambda r: (plan_id(r), Q1, KIT.outline.key)),
    "report_drafts.head_now": (READERS, lambda r: (plan_id(r), Q1, KIT)),
    "report_drafts.start_report": (WHOLE, lambda r: (plan_id(r), parse_period("2026-9M"), KIT)),
    "report_drafts.start_ad_hoc": (
        WHOLE,
        lambda r: (plan_id(r), ad_hoc_period(date(YEAR, 1, 1), DAY), "Báo cáo đột xuất", "dot-xuat", KIT),
    ),
    "report_life.submit_report": (WHOLE, lambda r: (r.report,)),
    "report_life.withdraw_report": (WHOLE, lambda r: (r.report,)),
    "report_life.sign_report": (WHOLE, lambda r: (r.report, "06", DAY, KIT)),
    "report_life.remove_report": (WHOLE, lambda r: (r.report,)),
    "report_life.scan_of": (READERS, lambda r: (r.signed,)),
    "report_life.send_report": (WHOLE, lambda r: (r.signed, "Ủy ban nhân dân tỉnh", DAY)),
    "report_life.amend_report": (WHOLE, lambda r: (r.signed,)),
    "report_printing.printed_report": (READERS, lambda r: (r.report, KIT)),
    "report_printing.report_for": (READERS, lambda r: (plan_id(r), Q1, KIT)),
    "report_printing.moved_since": (READERS, lambda r: (r.signed, KIT)),
    "report_printing.printed_now": (READERS, lambda r: (r.draft, KIT)),
    "report_sources.sources_of": (READERS, lambda r: (plan_id(r), Q1, KIT)),
    "report_texts.replace_in_report": (WHOLE, lambda r: (r.report, Sought("trang"), "Trang")),
    "report_texts.change_report": (WHOLE, lambda r: (r.draft,)),
    "report_texts.change_part": (WHOLE, lambda r: (r.report, part_key(r), ())),
    "report_texts.mark_part_read": (WHOLE, lambda r: (r.report, part_key(r))),
    "report_texts.update_overtaken": (WHOLE, lambda r: (r.report, KIT)),
    "report_texts.change_around": (WHOLE, lambda r: (r.report, HEAD)),
    "report_texts.around_report": (READERS, lambda r: (r.report, KIT)),
    "report_texts.offer_again": (WHOLE, lambda r: (r.report, part_key(r), KIT)),
    "report_views.report_board": (READERS, lambda r: (plan_id(r), KIT)),
    "report_views.report_view": (READERS, lambda r: (r.report, KIT)),
    "row_progress.row_progress": (READERS, lambda r: (plan_id(r), r.row, KIT.calendar, DAY)),
    "row_progress.mark_shown": (ROWS, lambda r: (plan_id(r), [place(r)], RESULT, KIT.calendar, [r.proof])),
    "row_progress.set_result": (ROWS, lambda r: (plan_id(r), place(r), RESULT, KIT.calendar)),
    "row_progress.choose_product": (ROWS, lambda r: (plan_id(r), [place(r)], "Báo cáo")),
    "row_progress.add_proofs": (ROWS, lambda r: ([replace(r.proof, id=None)], [place(r)])),
    "row_states.read_row_states": (READERS, lambda r: (plan_id(r), KIT.calendar, DAY)),
    "rows.change_appendix": (ROWS, lambda r: (r.appendix.id, partial(retold, r.place))),
    "rows.edit_cells": (ROWS, lambda r: ([CellEdit(r.row, r.column(ColumnRole.TASK), "Việc khác")],)),
    "rows.edit_section": (WHOLE, lambda r: (r.appendix.rows[0].id, "I", "Nhóm khác")),
    "rows.add_appendix": (WHOLE, lambda r: (plan_id(r), PLAN.appendices[0])),
    "rows.rename_appendix": (WHOLE, lambda r: (r.appendix.id, "Phụ lục II", "Tên khác")),
    "rows.move_appendix": (WHOLE, lambda r: (r.appendix.id, 0)),
    "rows.delete_appendix": (WHOLE, lambda r: (r.appendix.id,)),
    "settings.read_settings": (READERS, nothing),
    "settings.save_settings": (ADMINS, lambda r: (Settings(),)),
    "settings.soon_days": (READERS, nothing),
    "stored_figures.entered_values": (READERS, lambda r: (plan_id(r), Q1)),
    "stored_figures.entered_figures": (READERS, lambda r: (Q1, KIT.forms)),
    "stored_figures.enter_figures": (ENTERERS, lambda r: (Q1, KIT.forms, {"1/1": Figure(Decimal(3))})),
    "templates.keep_as_template": (ADMINS, lambda r: (plan_id(r), "Mẫu hai")),
    "templates.delete_template": (ADMINS, lambda r: (r.template,)),
    "tracking.office_calendar": (READERS, lambda r: (YEAR, KIT.calendar)),
    "tracking.rows_of": (READERS, lambda r: (plan_id(r), KIT.calendar)),
    "tracking.progress": (READERS, lambda r: (plan_id(r), KIT.calendar, DAY)),
    "tracking.mark_done": (ROWS, lambda r: (plan_id(r), r.place, 1, DAY, KIT.calendar)),
    "tracking.note_down": (ROWS, lambda r: (Mark(*place(r), done=DAY),)),
    "tracking.mark_all": (ROWS, lambda r: (plan_id(r), [place(r)], RESULT, KIT.calendar)),
    "tracking.cancel": (ROWS, lambda r: (plan_id(r), [place(r)], DAY, "Đổi kế hoạch")),
    "tracking.reopen": (ROWS, lambda r: (plan_id(r), [place(r)])),
    "tracking.set_task_state": (ROWS, lambda r: (r.row, TaskState.DONE, DAY)),
    "typed_texts.keep_typed": (WHOLE, lambda r: (TypedIn.REPORT, r.report, TypedText("1", ()))),
    "typed_texts.store_typed": (WHOLE, lambda r: (TypedIn.REPORT, r.report, lambda work: None)),
    "typed_texts.typed_before": (READERS, lambda r: (TypedIn.REPORT, r.report)),
    "units.unit_list": (READERS, nothing),
    "units.add_unit": (ADMINS, lambda r: ("Văn phòng",)),
    "units.link": (ADMINS, lambda r: ("P. Kinh tế", 1)),
    "units.link_all": (ADMINS, lambda r: ([("P. Kinh tế", 1)],)),
    "units.add_all_unknown": (ADMINS, nothing),
    "units.unlink": (ADMINS, lambda r: ("Phòng KT", 1)),
    "units.rename": (ADMINS, lambda r: (1, "Phòng Kinh tế - Hạ tầng")),
    "units.merge": (ADMINS, lambda r: (2, 1)),
    "units.part": (ADMINS, lambda r: (2,)),
    "units.remove_unit": (ADMINS, lambda r: (3,)),
}
"""By module and name: who may, and what to try it with."""
