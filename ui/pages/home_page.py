"""The overview of a plan today; every number leads to the milestones behind it."""

from collections import Counter
from datetime import date
from functools import partial
from html import escape

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.dates import date_text
from app.domain.figures import NO_FIGURE, percent_text
from app.domain.line_filter import LineFilter
from app.domain.milestone_lines import Line, LineState
from app.domain.numbers import whole_text
from app.domain.plan import Appendix
from app.domain.status import TaskState
from app.ports import Changes, PlanSummary
from app.services.milestone_lists import Home, MilestoneList, home, note_opened
from app.texts import text
from ui.milestone_keeper import keeper_of
from ui.operations import Operations
from ui.pages.page import Page
from ui.widgets.empty_card import EmptyCard
from ui.widgets.home_bars import Bar, Part
from ui.widgets.home_frame import GROUNDS, HomeFrame
from ui.widgets.plan_chooser import PlanChooser
from ui.widgets.tracking_words import field_words, full_appendix_words

_LATE = frozenset({LineState.OVERDUE})
_SOON, _NEWLY = "soon", "newly"


class HomePage(Page):
    """What became late, how far the plan is, and what comes next."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, "", parent)
        self.home: Home | None = None
        self._plan_id: int | None = None
        self.keeper = keeper_of(operations)
        self.chooser = PlanChooser()
        self.frame = HomeFrame()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.frame)
        self._stack.addWidget(EmptyCard(text("home.empty_title"), text("home.empty_hint")))
        self.header.addWidget(self.chooser)
        self.body.addWidget(self._stack, 1)
        self._connect()

    def follow_plan(self, plan_id: int | None) -> None:
        """Show this plan."""
        self._plan_id = plan_id if plan_id is not None else self._plan_id

    def enter(self) -> None:
        """Read the figures."""
        today = self.clock.today
        weekday = text(f"home.weekday_{today.weekday()}")
        self.title.setText(text("home.title", weekday=weekday, day=date_text(today)))
        kept = self.keeper.kept_for(self._plan_id)
        if kept is not None and (self.home is None or kept is not self.home.listed):
            self._count(kept)
        self.keeper.want(self._plan_id, today)
        self.chooser.setFocus()

    def show_changes(self, changes: Changes) -> None:
        """Deadlines, marks or plans may have changed."""
        self.keeper.note(changes)
        if self.isVisible():
            self.keeper.want(self._plan_id, self.clock.today)

    @Slot(object)
    def _take(self, listed: MilestoneList) -> None:
        """A list was read again; one that nobody looks at is counted when the page comes to the front."""
        if self.isVisible():
            self._count(listed)

    def _count(self, listed: MilestoneList) -> None:
        self.operations.read(partial(home, listed=listed), self._show)

    def _show(self, found: Home) -> None:
        first = self.home is None or self.home.listed.today != found.listed.today
        self.home = found
        plan = found.listed.plan
        self._plan_id = plan.id if plan else None
        self.title.setToolTip(plan.title if plan else "")
        self.chooser.show_plans(found.listed.plans, plan)
        self._stack.setCurrentIndex(0 if plan else 1)
        self._show_news(found)
        self._show_figures(found)
        self._show_progress(found)
        self._show_coming(found)
        if first:
            self.operations.write("", partial(note_opened, today=found.listed.today))

    def _show_news(self, found: Home) -> None:
        counted = found.overview
        soon = _link(_SOON, text("home.news_soon", count=counted.soon, days=found.listed.soon_days), counted.soon)
        if found.before is not None and counted.newly_late is not None:
            late = _link(_NEWLY, text("home.news_newly", count=counted.newly_late), counted.newly_late)
            words = text("home.news_since", day=date_text(found.before), late=late, soon=soon)
        else:
            late = _link(_NEWLY, text("home.news_late", count=len(counted.late)), len(counted.late))
            words = text("home.news_first", late=late, soon=soon)
        self.frame.news.setText(words)
        self.frame.look.setEnabled(bool(counted.late))

    def _show_figures(self, found: Home) -> None:
        counted, frame = found.overview, self.frame
        done = counted.tasks[TaskState.DONE]
        percent = percent_text(done, counted.total)
        frame.done.show_figure(f"{done}/{counted.total}", text("home.card_done_detail", percent=percent))
        late = counted.late
        oldest = text("home.card_late_detail", day=_due(late[0])) if late else text("home.card_late_none")
        frame.late.show_figure(whole_text(len(late)), oldest)
        days, coming = found.listed.soon_days, _soon(found)
        nearest = text("home.card_soon_detail", day=date_text(min(coming))) if coming else None
        frame.soon.show_figure(whole_text(counted.soon), nearest or text("home.card_soon_none", days=days))
        frame.soon.show_caption(text("home.card_soon", days=days))
        waiting = counted.tasks[TaskState.WAITING]
        frame.waiting.show_figure(whole_text(waiting), text("home.card_waiting_detail"))
        asked = counted.to_ask
        first = text("home.card_to_ask_detail", day=_due(asked[0])) if asked else text("home.card_to_ask_none")
        frame.to_ask.show_figure(whole_text(len(asked)), first)

    def _show_progress(self, found: Home) -> None:
        places = enumerate(zip(found.listed.appendices, found.overview.by_appendix, strict=True))
        self.frame.progress.show_bars([_bar(one, place, tasks) for place, (one, tasks) in places])
        units = found.overview.late_units
        self.frame.units.show_bars([_unit_bar(unit, count) for unit, count in units], scale_to_most=True)
        self.frame.units.setVisible(bool(units))
        self.frame.no_units.setVisible(not units)

    def _show_coming(self, found: Home) -> None:
        lines = found.overview.late + found.overview.coming
        self.frame.upcoming.show_lines(lines, found.listed.today)
        self.frame.upcoming.setVisible(bool(lines))
        self.frame.nothing_coming.setVisible(not lines)

    @Slot(object)
    def _choose(self, plan: PlanSummary) -> None:
        self._plan_id = plan.id
        self.plan_shown.emit(plan)
        self.keeper.want(plan.id, self.clock.today)

    @Slot(object)
    def _go_to(self, line: Line) -> None:
        if self._plan_id is not None:
            self.plan_wanted.emit(self._plan_id, line.appendix_id, line.row_id)

    @Slot()
    def _want_news(self) -> None:
        """What became late since the day of use before, where something did; else all that is late."""
        newly = self.home is not None and bool(self.home.overview.newly_late)
        since = self.home.before if self.home is not None and newly else None
        self.milestones_wanted.emit(LineFilter(_LATE, since=since))

    @Slot()
    def _want_done(self) -> None:
        self.milestones_wanted.emit(LineFilter(tasks=TaskState.DONE))

    @Slot()
    def _want_late(self) -> None:
        self.milestones_wanted.emit(LineFilter(_LATE))

    @Slot()
    def _want_soon(self) -> None:
        self.milestones_wanted.emit(LineFilter(frozenset({LineState.DUE_SOON})))

    @Slot()
    def _want_waiting(self) -> None:
        self.milestones_wanted.emit(LineFilter(frozenset({LineState.WAITING})))

    @Slot()
    def _want_to_ask(self) -> None:
        self.milestones_wanted.emit(LineFilter(frozenset({LineState.TO_ASK})))

    @Slot(str)
    def _follow_news(self, target: str) -> None:
        """One of the numbers in the sentence at the top was chosen."""
        if target == _SOON:
            self._want_soon()
        else:
            self._want_news()

    def _connect(self) -> None:
        self.keeper.ready.connect(self._take)
        self.chooser.plan_chosen.connect(self._choose)
        frame = self.frame
        frame.look.clicked.connect(self._want_news)
        frame.done.chosen.connect(self._want_done)
        frame.late.chosen.connect(self._want_late)
        frame.soon.chosen.connect(self._want_soon)
        frame.waiting.chosen.connect(self._want_waiting)
        frame.to_ask.chosen.connect(self._want_to_ask)
        frame.news.linkActivated.connect(self._follow_news)
        frame.progress.part_chosen.connect(self.milestones_wanted)
        frame.units.part_chosen.connect(self.milestones_wanted)
        frame.upcoming.line_chosen.connect(self._go_to)


def _due(line: Line) -> str:
    return date_text(line.day) if line.day else NO_FIGURE


def _soon(found: Home) -> list[date]:
    """The due days that come soon."""
    return [line.due for line in found.listed.lines if line.due is not None and line.state is LineState.DUE_SOON]


def _link(target: str, words: str, count: int) -> str:
    """``words`` as a link to the rows behind them, if there are any."""
    return f'<a href="{target}">{escape(words)}</a>' if count else escape(words)


def _bar(appendix: Appendix, place: int, tasks: Counter[TaskState]) -> Bar:
    """An appendix by what it is about, its tasks by state, and how much is done."""
    name = full_appendix_words(appendix, place)
    parts = tuple(
        Part(
            tasks[state],
            *grounds,
            LineFilter(tasks=state, appendix=place),
            text("home.bar_tip", name=name, count=tasks[state], part=text(f"home.part_{state}")),
        )
        for state, grounds in GROUNDS.items()
    )
    done = tasks[TaskState.DONE]
    behind = LineFilter(tasks=TaskState.DONE, appendix=place) if done else None
    return Bar(field_words(appendix, place), parts, percent_text(done, tasks.total()), behind)


def _unit_bar(unit: str, count: int) -> Bar:
    tip = text("home.unit_tip", name=unit, count=count)
    return Bar(unit, (Part(count, "bad", "card", LineFilter(_LATE, unit=unit), tip),))
