"""What the panel lists about the progress of a row, entry by entry, as plain values."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.dates import date_text
from app.domain.keys import TASK, period_in
from app.domain.mark import Mark
from app.domain.milestone import Milestone, MilestoneKind
from app.domain.milestone_lines import LineState, state_during
from app.domain.status import MilestoneState, Tracked, state_of
from app.domain.text import fold
from app.domain.tracking import Asked
from app.services.row_progress import RowProgress
from app.texts import text
from ui.widgets.mark_words import mark_lines, proof_words
from ui.widgets.milestone_words import milestone_words, off_day_words, reading_words
from ui.widgets.row_entry import Badge, Entry, EntryKind
from ui.widgets.state_words import ROW_TONES, row_words
from ui.widgets.tracking_words import TONES, period_words


def entries_of(progress: RowProgress) -> list[Entry]:
    """The entries of a row from top to bottom."""
    return [*_words(progress), *_task(progress), *_milestones(progress), *_products(progress), *_rest(progress)]


def _words(progress: RowProgress) -> Iterator[Entry]:
    words = progress.words.strip()
    yield Entry(EntryKind.WORDS, text("row_panel.words", words=words) if words else text("row_panel.no_words"))
    if progress.shares_deadline:
        yield Entry(EntryKind.HINT, text("row_panel.shared"))
    elif progress.row.is_corrected:
        yield Entry(EntryKind.HINT, text("row_panel.corrected"))


def _task(progress: RowProgress) -> Iterator[Entry]:
    """The task as a whole; where it has no dated milestones, its state can be set by hand."""
    mark = progress.row.marks.get(TASK)
    badge = Badge(ROW_TONES[progress.state.status], row_words(progress.state, progress.today))
    entry = Entry(EntryKind.TASK, text("row_panel.task"), "", mark_lines(mark), badge, mark=mark)
    by_hand = not progress.row.task.tracked or (mark is not None and (mark.done or mark.begun))
    yield replace(entry, key=TASK if by_hand else None)
    yield from _proofs(progress, TASK)


def _milestones(progress: RowProgress) -> Iterator[Entry]:
    row = progress.row
    if progress.shares_deadline or not row.task.milestones:
        return
    yield Entry(EntryKind.HEADING, text("row_panel.milestones"))
    asked = False
    for place, milestone in enumerate(row.task.milestones):
        own = [number for number, one in enumerate(row.task.tracked) if one.occurrence.milestone == place]
        single = milestone.kind is MilestoneKind.BY and len(own) == 1
        if not single:
            yield from _heading(progress, place, milestone)
        for number in own:
            yield from _occurrence(progress, number, 0 if single else 1)
        if milestone.kind is MilestoneKind.CONTINUOUS and not asked:
            asked = True
            for question in row.asked:
                yield from _question(progress, question)


def _heading(progress: RowProgress, place: int, milestone: Milestone) -> Iterator[Entry]:
    event = progress.row.events[place]
    if event is None:
        kind = EntryKind.MILESTONE
        yield Entry(kind, _first_upper(milestone_words(milestone)), badge=_undated_badge(milestone), milestone=place)
        return
    mark = progress.row.marks.get(event)
    came = mark.done if mark else None
    badge = Badge(TONES[LineState.DONE_ON_TIME], text("row_panel.came")) if came else _undated_badge(milestone)
    line = text("row_panel.came_on", day=date_text(came)) if came else ""
    details = mark_lines(mark and replace(mark, done=None))
    words = _first_upper(milestone_words(milestone))
    yield Entry(EntryKind.EVENT, words, line, details, badge, key=event, milestone=place, mark=mark)
    yield from _proofs(progress, event)


def _undated_badge(milestone: Milestone) -> Badge | None:
    if milestone.kind is MilestoneKind.CONDITIONAL:
        return Badge(TONES[LineState.WAITING], text("tracking_page.state_waiting"))
    if milestone.kind is MilestoneKind.UNKNOWN:
        return Badge(TONES[LineState.NO_DATE], text("row_panel.to_decide"))
    return None


def _occurrence(progress: RowProgress, number: int, indent: int) -> Iterator[Entry]:
    row = progress.row
    tracked, key = row.task.tracked[number], row.keys[number]
    one, mark = tracked.occurrence, row.marks.get(key)
    milestone = row.task.milestones[one.milestone]
    words = period_words(one.period) or _first_upper(one.what or reading_words(milestone))
    product = row.product_keys[number]
    names = {product.key: product.name for product in row.products}
    details = [off_day_words(one.due, progress.holidays)] if not tracked.done and not tracked.cancelled else []
    details += mark_lines(mark)
    if product and len(row.products) > 1:
        details.append(text("row_panel.of_product", product=names[product]))
    yield Entry(
        EntryKind.OCCURRENCE,
        words,
        text("row_panel.due", day=date_text(one.due)),
        tuple(filter(None, details)),
        _badge(tracked, progress),
        key,
        one.milestone,
        one.due,
        mark,
        product=product,
        indent=indent,
    )
    yield from _proofs(progress, key, indent + 1)


def _badge(tracked: Tracked, progress: RowProgress) -> Badge:
    state = LineState(state_during(tracked, progress.today, progress.soon_days))
    days = abs((tracked.occurrence.due - progress.today).days)
    if state is LineState.DUE_SOON:
        key = "tracking_page.days_left" if days else "tracking_page.state_due_today"
        return Badge(TONES[state], text(key, days=days))
    return Badge(TONES[state], text(f"row_panel.state_{state}", days=days))


def _question(progress: RowProgress, asked: Asked) -> Iterator[Entry]:
    words = text("row_panel.asked", period=period_words(asked.period))
    answer = asked.answer
    if answer and answer.done:
        badge = Badge(TONES[LineState.DONE_ON_TIME], text("row_panel.asked_yes"))
    elif answer and answer.cancelled:
        badge = Badge(TONES[LineState.CANCELLED], text("row_panel.asked_no"))
    elif asked.dates.cut_off < progress.today:
        badge = Badge(TONES[LineState.DUE_SOON], text("row_panel.asked_open"))
    else:
        badge = Badge(TONES[LineState.NOT_DUE], text("row_panel.asked_later"))
    line = text("row_panel.cut_off", day=date_text(asked.dates.cut_off))
    details = mark_lines(answer and replace(answer, done=None, cancelled=None))
    yield Entry(EntryKind.QUESTION, words, line, details, badge, asked.key, mark=answer, indent=1)
    yield from _proofs(progress, asked.key, 2)


def _products(progress: RowProgress) -> Iterator[Entry]:
    if not progress.row.products:
        return
    yield Entry(EntryKind.HEADING, text("row_panel.products"))
    for product in progress.row.products:
        mark = progress.row.marks.get(product.key)
        badge = _product_badge(progress, product.key, mark)
        yield Entry(EntryKind.PRODUCT, product.name, "", mark_lines(mark), badge, product.key, mark=mark)
        yield from _proofs(progress, product.key)


def _product_badge(progress: RowProgress, key: str, mark: Mark | None) -> Badge | None:
    """Its own state where one was noted, else how many of its milestones are met."""
    if mark and mark.done:
        return Badge(TONES[LineState.DONE_ON_TIME], text("row_panel.product_done"))
    if mark and mark.cancelled:
        return Badge(TONES[LineState.CANCELLED], text("tracking_page.state_cancelled"))
    row = progress.row
    own = [one for one, of in zip(row.task.tracked, row.product_keys, strict=True) if of == key]
    states = [state_of(one, progress.today) for one in own]
    counted = [state for state in states if state is not MilestoneState.CANCELLED]
    if not counted:
        return None
    done = sum(state in (MilestoneState.DONE_ON_TIME, MilestoneState.DONE_LATE) for state in counted)
    tone = LineState.DONE_ON_TIME if done == len(counted) else LineState.NOT_DUE
    return Badge(TONES[tone], text("row_panel.product_met", done=done, all=len(counted)))


def _rest(progress: RowProgress) -> Iterator[Entry]:
    """What belongs to nothing the row says now, and the proofs of the row as a whole."""
    if progress.row.loose:
        yield Entry(EntryKind.HEADING, text("row_panel.loose"))
    for mark in progress.row.loose:
        parts = (_known(progress, mark.occurrence.split("|")[0]), period_words(period_in(mark.occurrence)))
        words = " - ".join(part for part in parts if part) or text("row_panel.loose_one")
        yield Entry(EntryKind.LOOSE, _first_upper(words), "", mark_lines(mark), key=mark.occurrence, mark=mark)
        yield from _proofs(progress, mark.occurrence)
    known = set(_known_keys(progress))
    loose = [key for key in progress.proofs if key not in known]
    if any(progress.proofs[key] for key in loose):
        yield Entry(EntryKind.HEADING, text("row_panel.proofs"))
    for key in loose:
        yield from _proofs(progress, key, 0)


def _known(progress: RowProgress, folded: str) -> str:
    """The words that a key was made of, with their marks, as the log of the row remembers them."""
    size = len(folded.split())
    for line in progress.story.log:
        words = re.findall(r"[^\s:;]+", line.old or "") if line.what in ("cell", "correction") else []
        for place in range(len(words) - size + 1):
            found = " ".join(words[place : place + size])
            if size and fold(found) == folded:
                return found
    return folded


def _known_keys(progress: RowProgress) -> Iterator[str]:
    row = progress.row
    yield TASK
    yield from (mark.occurrence for mark in row.loose)
    if not progress.shares_deadline:
        yield from row.keys
        yield from (key for key in row.events if key)
        yield from (one.key for one in row.asked)
    yield from (one.key for one in row.products)


def _proofs(progress: RowProgress, key: str, indent: int = 1) -> Iterator[Entry]:
    for proof in progress.proofs.get(key, ()):
        yield Entry(EntryKind.PROOF, proof_words(proof), key=key, proof=proof, indent=indent)


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]
