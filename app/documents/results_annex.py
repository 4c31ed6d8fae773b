"""Phụ lục kết quả thực hiện: each task with its products, deadline, results with document numbers, state and note."""

from collections.abc import Iterable, Sequence
from datetime import date

from app.documents.breakdown_table import breakdown_table
from app.documents.model import Block, Document, HeadingBlock, Paragraph, Section, Style
from app.documents.progress_table import progress_table
from app.documents.progress_words import document_words, period_words, result_words, task_name, task_words
from app.documents.wording import body_lines, plan_in_running_text
from app.domain.dates import date_text
from app.domain.figures import percent_text
from app.domain.keys import TASK
from app.domain.merging import shown
from app.domain.plan import Appendix, Plan, Role, RowKind
from app.domain.status import MilestoneState, TaskState, milestone_figures, state_of, task_figures, task_state
from app.domain.tracking import Asked, TrackedRow
from app.texts import text

_COLUMNS = ("ordinal", "task", "product", "due", "result", "state", "note")


def results_document(
    plan: Plan, rows: Sequence[TrackedRow], as_of: date, paper: str = "A4", heading_block: bool = True
) -> Document:
    """What was done of ``plan`` by the end of ``as_of``, one table over all appendices with the totals below it.
    ``heading_block``: whether it begins with issuing body, country and motto; an annex of a report does not."""
    head: list[Block] = []
    if heading_block and plan.info.issuing_body:
        head.append(HeadingBlock("", body_lines(plan.info.issuing_body), "", ""))
    head += [
        Paragraph(text("progress.results_label"), Style.APPENDIX_LABEL),
        Paragraph(text("progress.results_title", plan=plan_in_running_text(plan.info.title)), Style.APPENDIX_TITLE),
        Paragraph(text("progress.results_as_of", day=date_text(as_of)), Style.ATTACHED_TO),
    ]
    table = progress_table(_COLUMNS, _lines(plan, rows, as_of), paper)
    totals = [Paragraph(sentence, Style.BODY) for sentence in total_sentences(plan.info.year, rows, as_of)]
    section = Section(text("progress.results_sheet"), (*head, table, *totals), paper=paper)
    title = text("progress.results_title", plan=plan_in_running_text(plan.info.title))
    return Document(title, (section, _totals(plan, rows, as_of, paper)))


def _totals(plan: Plan, rows: Sequence[TrackedRow], as_of: date, paper: str) -> Section:
    head = (
        Paragraph(text("progress.totals_title", plan=plan_in_running_text(plan.info.title)), Style.APPENDIX_TITLE),
        Paragraph(text("progress.results_as_of", day=date_text(as_of)), Style.ATTACHED_TO),
    )
    return Section(text("progress.totals_sheet"), (*head, breakdown_table(plan, rows, as_of, paper)), paper=paper)


def _lines(plan: Plan, rows: Sequence[TrackedRow], as_of: date) -> list[tuple[str, ...]]:
    """The rows of the plan in its order, appendices and sections as headings."""
    tracked = iter(rows)
    lines: list[tuple[str, ...]] = []
    for appendix in plan.appendices:
        heading = ". ".join(part for part in (appendix.label, appendix.title) if part)
        lines += [(heading,)] if heading else []
        for place, row in enumerate(appendix.rows):
            if row.kind is RowKind.SECTION:
                lines.append((f"{row.ordinal} {row.text}".strip(),))
            else:
                lines.append(_line(plan, appendix, place, next(tracked), as_of))
    return lines


def _line(plan: Plan, appendix: Appendix, place: int, row: TrackedRow, as_of: date) -> tuple[str, ...]:
    ordinal, product, due = (_words(appendix, place, role) for role in (Role.ORDINAL, Role.PRODUCT, Role.DEADLINE))
    state = task_words(task_state(row.task, plan.info.year, as_of))
    result, notes = results_of(row, as_of), notes_of(row, as_of)
    return (ordinal or str(row.number), task_name(row.name), product, due, result, state, notes)


def _words(appendix: Appendix, place: int, role: Role) -> str:
    column = appendix.column_of(role)
    return shown(appendix, place, column) if column is not None else ""


def results_of(row: TrackedRow, as_of: date) -> str:
    """What came of a task by ``as_of``, one line for each occurrence, product and answered question."""
    keyed = zip(row.keys, row.task.tracked, strict=True)
    dated = (result_words(one, row.marks.get(key), place, as_of) for place, (key, one) in enumerate(keyed))
    asked = (_answer_words(one, as_of) for one in row.asked)
    products = (_marked_words(row, product.key, product.name, as_of) for product in row.products)
    whole = _marked_words(row, TASK, text("progress.column_task"), as_of)
    lines = [line for line in (*dated, *products, *asked, whole) if line]
    return "\n".join(f"- {line}" for line in lines) if len(lines) > 1 else "".join(lines)


def _answer_words(asked: Asked, as_of: date) -> str:
    answer = asked.answer
    if answer is None:
        return ""
    period = period_words(asked.period)
    if answer.done and answer.done <= as_of:
        document = document_words(answer)
        return text("progress.carried_out_by" if document else "progress.carried_out", period=period, document=document)
    if answer.cancelled and answer.cancelled <= as_of:
        return text("progress.not_carried_out", period=period, reason=answer.reason or text("progress.no_reason"))
    return ""


def _marked_words(row: TrackedRow, key: str, what: str, as_of: date) -> str:
    mark = row.marks.get(key)
    if mark is None or mark.done is None or mark.done > as_of:
        return ""
    document = document_words(mark)
    return text(
        "progress.done_by" if document else "progress.done", what=what, document=document, day=date_text(mark.done)
    )


def notes_of(row: TrackedRow, as_of: date) -> str:
    """Notes and reasons for delay, one below the other."""
    late = {
        key
        for key, one in zip(row.keys, row.task.tracked, strict=True)
        if state_of(one, as_of) in (MilestoneState.OVERDUE, MilestoneState.DONE_LATE)
    }
    marks = row.marks.values()
    reasons = (text("progress.reason", reason=one.reason) for one in marks if one.reason and one.occurrence in late)
    return "\n".join(_once((*reasons, *(one.note for one in marks if one.note))))


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def total_sentences(year: int, rows: Sequence[TrackedRow], as_of: date) -> tuple[str, ...]:
    """The totals of tasks and milestones, percentages to two decimals, "-" where there is nothing to divide by."""
    tasks = task_figures((row.task for row in rows), year, as_of)
    figures = milestone_figures((one for row in rows for one in row.task.tracked), as_of)
    done, states = tasks[TaskState.DONE], {str(state): count for state, count in tasks.items()}
    numbers = {name: getattr(figures, name) for name in ("due", "done_on_time", "done_late", "overdue", "in_time")}
    return (
        text("progress.total_tasks", total=len(rows), done=done, percent=percent_text(done, len(rows))),
        text("progress.total_states", **states),
        text("progress.total_milestones", **numbers, on_time_percent=percent_text(figures.done_on_time, figures.due)),
    )
