"""The grammar of time expressions: each rule takes a place in the line and gives milestones and the place after them.

To teach it a new form, write one more rule and name it in ``ExpressionReader.expressions``.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.deadline_dates import DateReader, Span
from app.domain.deadline_words import Token, phrase, word_key
from app.domain.milestone import After, DueRule, Every, Milestone, MilestoneKind

_INCLUDING = tuple(
    phrase(words)
    for words in (
        "chậm nhất là", "chậm nhất đến", "chậm nhất vào", "chậm nhất trong", "chậm nhất", "muộn nhất là", "muộn nhất",
        "không quá", "hoàn thành trong", "hoàn thành vào", "hoàn thành", "thực hiện trong", "thực hiện vào",
        "xong trong", "xong", "trong", "vào", "đến hết", "đến", "hết", "thời gian", "thời hạn",
    )
)  # fmt: skip
_BEFORE = word_key("trước")
_FROM, _TO = word_key("từ"), (word_key("đến"), word_key("tới"), "-")
_AND = (",", word_key("và"), "&")
_JOIN = (*_AND, word_key("hoặc"), "/", ";", "+")
_CONDITION_ENDS = (*_AND, word_key("hoặc"), ";", ".", "(")
_EACH = (word_key("hằng"), word_key("mỗi"))
_ON = (_BEFORE, word_key("vào"), word_key("ngày"))
_REGULARLY = tuple(phrase(words) for words in ("theo định kỳ", "định kỳ"))
_CONTINUOUS = tuple(
    phrase(words)
    for words in (
        "thực hiện thường xuyên liên tục", "thường xuyên liên tục", "thực hiện thường xuyên",
        "thường xuyên", "thực hiện liên tục", "liên tục",
    )
)  # fmt: skip
_IN_YEAR = tuple(phrase(words) for words in ("trong năm", "cả năm", "trong cả năm", "hằng năm", "năm"))
_ONWARD = tuple(phrase(words) for words in ("trở đi", "về sau"))
_NEXT = tuple(phrase(words) for words in ("sau liền kề", "liền kề", "kế tiếp", "tiếp theo", "sau"))
_NEXT_QUARTER = tuple(
    phrase(words)
    for words in ("đầu quý sau", "đầu của quý sau", "đầu tiên của quý sau", "đầu quý tiếp theo", "đầu quý kế tiếp")
)
_DONE = tuple(
    phrase(words)
    for words in ("đã thực hiện xong", "đã thực hiện", "đã hoàn thành", "đã ban hành", "đã xong", "đã triển khai")
)
_AD_HOC = phrase("đột xuất")
_ON_REQUEST = tuple(
    phrase(words) for words in ("theo quy định", "theo yêu cầu", "khi có yêu cầu", "khi được yêu cầu", "nếu có")
)
_PERIODS = (
    *((phrase(words), Every.SIX_MONTHLY) for words in ("6 tháng", "06 tháng", "sáu tháng")),
    *((phrase(words), Every.NINE_MONTHLY) for words in ("9 tháng", "09 tháng", "chín tháng")),
    *((phrase(words), Every.QUARTERLY) for words in ("3 tháng", "03 tháng", "quý")),
    (phrase("tháng"), Every.MONTHLY),
    (phrase("tuần"), Every.WEEKLY),
    (phrase("năm"), Every.YEARLY),
)
_MONTHS_IN = {Every.MONTHLY: 1, Every.QUARTERLY: 3, Every.SIX_MONTHLY: 6, Every.NINE_MONTHLY: 9, Every.YEARLY: 12}
_CONDITIONS = tuple(
    phrase(words)
    for words in (
        "theo", "ngay sau", "ngay khi", "sau khi", "sau", "khi có", "khi được", "khi", "trước khi", "đúng thời gian",
        "đúng thời hạn", "đúng tiến độ", "đúng hạn", "đúng quy định", "tùy", "tùy theo", "kể từ", "căn cứ",
        "trong vòng",
    )
)  # fmt: skip
_NOT_CONDITIONS = (phrase("theo dõi"),)
_NOT_CONDITIONS_AFTER = frozenset(word_key(word) for word in ("tiếp", "kèm"))
_TIMES = word_key("lần")
_PER = ("/", word_key("mỗi"), word_key("một"), word_key("trong"), word_key("trên"))
_UNITS = (
    (phrase("ngày làm việc"), "working_day"),
    (phrase("ngày"), "day"),
    (phrase("tuần"), "week"),
    (phrase("tháng"), "month"),
)
_AFTER_EVENT = tuple(phrase(words) for words in ("sau khi", "sau", "kể từ", "từ khi", "từ ngày"))
_CITED = (word_key("ngày"),)

_STARTS = frozenset(
    keys[0]
    for keys in (*_INCLUDING, *_REGULARLY, *_CONTINUOUS, *_DONE, *_CONDITIONS, _AD_HOC, *(p for p, _ in _PERIODS))
) | {_BEFORE, _FROM, *_EACH, *_ON, *(word_key(word) for word in ("ngày", "cuối", "ba", "trong"))}
"""The words that can open an expression: everything else in a line is passed over at once."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Milestones that stand at one place of the line; ``next`` is the place after them. ``text`` of a conditional
    one is left to the caller, who knows the line."""

    milestones: tuple[Milestone, ...]
    start: int
    next: int

    @property
    def kind(self) -> MilestoneKind:
        """The kind of the first milestone."""
        return self.milestones[0].kind


class ExpressionReader:
    """Reads time expressions from the tokens of one line for a plan of ``year``."""

    def __init__(self, tokens: tuple[Token, ...], year: int) -> None:
        self.tokens = tokens
        self.dates = DateReader(tokens, year)

    def expression(self, i: int) -> Expression | None:
        """The time expression that starts exactly at ``i``, or None. Raises ImpossibleDate."""
        return self.dated(i) or self.condition(i)

    def dated(self, i: int) -> Expression | None:
        """A time expression other than a condition."""
        rules = (
            self._done, self._continuous, self._monthly_day, self._frequency, self._periodic, self._range, self._by
        )  # fmt: skip
        return next((found for rule in rules if (found := rule(i))), None)

    def find(self, i: int, end: int) -> Expression | None:
        """The first time expression that starts at ``i`` or later, before ``end``."""
        tokens = self.tokens
        starts = (k for k in range(i, end) if tokens[k].key in _STARTS or tokens[k].key.isdigit())
        return next((found for k in starts if (found := self.expression(k))), None)

    def _done(self, i: int) -> Expression | None:
        after = self.dates.any_of(i, _DONE)
        return None if after is None else Expression((Milestone(MilestoneKind.DONE),), i, after)

    def _continuous(self, i: int) -> Expression | None:
        after = self.dates.any_of(i, _CONTINUOUS)
        if after is None:
            return None
        after = self.dates.any_of(after, (phrase(", liên tục"), (",", *phrase("liên tục")))) or after
        start = self._start_of(after)
        if start:
            return Expression((Milestone(MilestoneKind.CONTINUOUS, start=start.first),), i, start.next)
        return Expression((Milestone(MilestoneKind.CONTINUOUS),), i, self._past_year(after))

    def _past_year(self, i: int) -> int:
        after = self.dates.any_of(i, _IN_YEAR)
        if after is None:
            return i
        if self.dates.number(after) is not None:
            return after + 1
        return after if self.tokens[after - 1].key != self.tokens[i].key or after - i > 1 else i

    def _start_of(self, i: int) -> Span | None:
        return self.dates.span(i + 1) if self.dates.at(i, _FROM) else None

    def _range(self, i: int) -> Expression | None:
        """ "từ … đến …", and "từ … trở đi" as continuous from that day on."""
        named = self.dates.at(i, _FROM)
        first = self.dates.span(i + 1 if named else i) if named else self.dates.span(i)
        if first is None:
            return None
        if first.next < len(self.tokens) and self.tokens[first.next].key in _TO:
            last = self.dates.span(first.next + 1) or self._second_of_range(first)
            if last is not None:
                return self._ranged(i, first, last)
        if not named:
            return None
        onward = self.dates.any_of(first.next, _ONWARD) or first.next
        onward = self.dates.any_of(onward, _CONTINUOUS) or onward
        return Expression((Milestone(MilestoneKind.CONTINUOUS, start=first.first),), i, onward)

    def _second_of_range(self, first: Span) -> Span | None:
        """The end of "tháng 3 - 5" and "quý I - III", whose unit stands before the first only."""
        return self.dates.another(first.next + 1, first.unit)

    @staticmethod
    def _ranged(i: int, first: Span, last: Span) -> Expression | None:
        start = first.first
        if last.year_given and not first.year_given:
            start = _in_year(start, last.last.year)
        due = last.last
        if first.year_given and not last.year_given:
            due = _in_year(due, first.first.year)
        if start > due:
            return None
        return Expression((Milestone(MilestoneKind.BY, due=due, start=start),), i, last.next)

    def _by(self, i: int) -> Expression | None:
        at, before = i, False
        while True:
            if self.dates.at(at, _BEFORE) and not before:
                at, before = at + 1, True
                continue
            span = self.dates.span(at)
            if span is not None:
                return self._due(i, span, before)
            hour = self._hour(at)
            if hour is not None:
                at, before = hour, False
                continue
            after = self.dates.any_of(at, _INCLUDING)
            if after is None:
                return None
            at = after

    def _hour(self, i: int) -> int | None:
        """The place after an hour ("17:00", "17 giờ 00", "17h"): before an hour of a day is still that day."""
        if self.dates.number(i) is None or not (
            self.dates.at(i + 1, ":") or self.dates.any_of(i + 1, (("h",), phrase("giờ")))
        ):
            return None
        return i + 3 if self.dates.number(i + 2) is not None else i + 2

    def _due(self, i: int, span: Span, before: bool) -> Expression:
        spans = [span, *self._further(span)]
        if spans[-1].year_given:
            spans = [s if s.year_given else _moved(s, spans[-1].last.year) for s in spans]
        milestones = tuple(
            Milestone(MilestoneKind.BY, due=s.first - timedelta(days=1) if before else s.last) for s in spans
        )
        return Expression(milestones, i, spans[-1].next)

    def _further(self, span: Span) -> list[Span]:
        """The other dates of a list that shares one "trước" or one year: "quý II, IV/2025", "15/3, 15/6 và 15/9"."""
        found: list[Span] = []
        last = span
        while last.next + 1 < len(self.tokens) and self.tokens[last.next].key in (*_AND, ";", "+"):
            following = self._another(last)
            if following is None:
                break
            found.append(following)
            last = following
        return found

    def _another(self, last: Span) -> Span | None:
        """The date that goes on with a list after ``last``; behind ";" and "+" only one that needs the unit of it."""
        i = last.next + 1
        if self.tokens[last.next].key not in _AND:
            is_month_and_year = self.dates.number(i) is not None and self.dates.separated(i + 1) is not None
            return None if is_month_and_year else self.dates.another(i, last.unit)
        if last.unit == word_key("quý"):  # "quý I, 3/2025" goes on with quarters
            return self.dates.another(i, last.unit) or self.dates.span(i)
        return self.dates.span(i) or self.dates.another(i, last.unit)

    def _frequency(self, i: int) -> Expression | None:
        """ "02 lần/năm", "mỗi quý 01 lần", "6 tháng/lần"."""
        if self.dates.at(i + 1, _TIMES):
            per = self._skip(i + 2, _PER)
            period = self._period(per) if per > i + 2 else None
            return None if period is None else self._periodic_with(i, [period[0]], period[1], None)
        period = self._period(self._skip(i, _EACH))
        if period is None:
            return None
        after = self._skip(period[1], ("/", word_key("một")))
        after += after < len(self.tokens) and self.tokens[after].key.isdecimal()
        return self._periodic_with(i, [period[0]], after + 1, None) if self.dates.at(after, _TIMES) else None

    def _monthly_day(self, i: int) -> Expression | None:
        """ "ngày 20 hằng tháng", "trước ngày 15 tháng cuối quý"."""
        day = self._day_of(i)
        if day is None:
            return None
        number, at = day
        each = self._skip(at, (*_EACH, word_key("của"), word_key("tháng"), word_key("cuối")))
        if each == at:
            return None
        following = self.dates.any_of(each, _NEXT_QUARTER)
        if following is not None:
            return self._periodic_with(i, [Every.QUARTERLY], following, DueRule(number, 1))
        period = self._period(each) or self._period(each - 1)
        if period is None:
            return None
        following = self._next_month(period[1]) if period[0] is Every.MONTHLY else None
        rule = DueRule(number, 0 if following is None else 1)
        return self._periodic_with(i, [period[0]], following or period[1], rule)

    def _next_month(self, i: int) -> int | None:
        """The place after "sau" and the like behind a month; None for "sau khi …", which is a condition."""
        return None if self.dates.at(i, *phrase("sau khi")) else self.dates.any_of(i, _NEXT)

    def _periodic(self, i: int) -> Expression | None:
        start = self.dates.any_of(i, _REGULARLY)
        at = self._skip(i if start is None else start, _EACH)
        named = start is not None or at > i
        found, after = self._period_list(at)
        if not found or (not named and len(found) < 2 and found != [Every.AD_HOC]):
            return None
        rule, after = self._rule(found, after)
        return self._periodic_with(i, found, after, rule)

    @staticmethod
    def _periodic_with(i: int, every: list[Every], after: int, rule: DueRule | None) -> Expression:
        milestone = Milestone(MilestoneKind.PERIODIC, every=tuple(dict.fromkeys(every)), rule=rule)
        return Expression((milestone,), i, after)

    def _period_list(self, i: int) -> tuple[list[Every], int]:
        found: list[Every] = []
        after = at = i
        while (period := self._period(at)) is not None:
            found.append(period[0])
            after = period[1]
            at = self._skip(after, _JOIN)
            if at == after:
                break
            at = self._skip(self.dates.any_of(at, _REGULARLY) or at, _EACH)
        return found, after

    def _period(self, i: int) -> tuple[Every, int] | None:
        """A period at ``i`` and the place after it; "tháng 11", "quý I", "6 tháng đầu năm" are dates."""
        if self.dates.at(i, *_AD_HOC):
            after = i + len(_AD_HOC)
            return Every.AD_HOC, self.dates.any_of(after, _ON_REQUEST) or after
        for keys, every in _PERIODS:
            if self.dates.at(i, *keys):
                return self._period_end(i, i + len(keys), every)
        return None

    def _period_end(self, i: int, after: int, every: Every) -> tuple[Every, int] | None:
        if every is Every.YEARLY:
            return every, after + 1 if (self.dates.number(after) or 0) > 1900 else after
        if every in (Every.MONTHLY, Every.QUARTERLY) and self.dates.quarter_number(after) is not None:
            return None
        return None if self.dates.span(i) is not None else (every, after)

    def _rule(self, every: list[Every], i: int) -> tuple[DueRule | None, int]:
        """The due day that may follow a period: "(trước ngày 15 của tháng cuối quý)", "vào ngày 05 tháng sau"."""
        day = self._day_of(self._skip(i, (",", "(", word_key("vào"))))
        if day is None or not any(period in _MONTHS_IN for period in every):
            return None, i
        number, at = day
        offset = 0
        at = self._skip(at, (word_key("của"), *_EACH))
        if self.dates.at(at, *phrase("tháng")) and self.dates.number(at + 1) is None:
            at += 1
            following = self._next_month(at) or self.dates.any_of(at, _NEXT_QUARTER)
            offset, at = (1, following) if following else (0, self._skip_last_of(at))
        return DueRule(number, offset), self._skip(at, (")",))

    def _skip_last_of(self, i: int) -> int:
        ends = ("cuối của quý", "cuối quý", "cuối kỳ", "cuối của kỳ", "cuối năm", "cuối")
        return self.dates.any_of(i, tuple(phrase(words) for words in ends)) or i

    def _day_of(self, i: int) -> tuple[int, int] | None:
        """The day number of "[trước] ngày 15" with nothing dated after it, and the place after it."""
        before = self.dates.at(i, _BEFORE)
        at = i + 1 if before else i
        day = self.dates.number(at + 1) if self.dates.at(at, word_key("ngày")) else None
        if day is None or not 1 <= day <= 31 or self.dates.separated(at + 2) is not None:
            return None
        if self.dates.at(at + 2, word_key("tháng")) and self.dates.number(at + 3) is not None:
            return None
        return (day - 1 if before and day > 1 else day), at + 2

    def _skip(self, i: int, keys: tuple[str, ...]) -> int:
        while i < len(self.tokens) and self.tokens[i].key in keys:
            i += 1
        return i

    def condition(self, i: int) -> Expression | None:
        """A condition at ``i``: it reaches to the end of the line or to a joined time expression of another kind."""
        found = self._delay(i)
        start = found[1] if found else self.dates.any_of(i, _CONDITIONS)
        if start is None or self._only_looks_conditional(i):
            return None
        after = found[0] if found else None
        milestone = Milestone(MilestoneKind.CONDITIONAL, after=after)
        return Expression((milestone,), i, self._end_of_condition(start))

    def _only_looks_conditional(self, i: int) -> bool:
        """ "theo dõi", "tiếp theo" and "kèm theo" hold the word but no condition."""
        return self.dates.any_of(i, _NOT_CONDITIONS) is not None or (
            i > 0 and self.tokens[i - 1].key in _NOT_CONDITIONS_AFTER
        )

    def _delay(self, i: int) -> tuple[After, int] | None:
        """ "[trong vòng|chậm nhất|sau] 30 ngày [làm việc] sau khi|kể từ": the delay and the place after it."""
        lead = ("trong vòng", "trong thời hạn", "trong thời gian", "trong", "chậm nhất", "sau", "không quá")
        at = self.dates.any_of(i, tuple(phrase(words) for words in lead))
        led_by_after = at is not None and self.dates.at(i, word_key("sau"))
        at = i if at is None else at
        amount = self.dates.number(at)
        if amount is None:
            return None
        for keys, unit in _UNITS:
            if self.dates.at(at + 1, *keys):
                end = at + 1 + len(keys)
                event = self.dates.any_of(end, _AFTER_EVENT)
                if event is None and not led_by_after:
                    return None
                return After(amount, unit), event or end
        return None

    def _end_of_condition(self, i: int) -> int:
        for k in range(i, len(self.tokens)):
            if self.tokens[k].key in _CONDITION_ENDS and self._joined(k + 1):
                return k
        return len(self.tokens)

    def _joined(self, i: int) -> bool:
        if i >= len(self.tokens) or self.tokens[i].key in _CITED:
            return False
        found = self.dated(i)
        return found is not None and found.kind is not MilestoneKind.DONE


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, 28)) if day.month == 2 and day.day == 29 else day.replace(year=year)


def _moved(span: Span, year: int) -> Span:
    return replace(span, first=_in_year(span.first, year), last=_in_year(span.last, year))
