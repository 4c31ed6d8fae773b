"""The indicators that a whole plan proposes: from its text and from the notes of its tasks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.body import Body, BodyParagraph, BodyPart, Level, words_of
from app.domain.body_levels import ordinal_of
from app.domain.indicator import Indicator, ReformField
from app.domain.indicator_notes import read_note
from app.domain.indicator_reader import read_indicators, sentences
from app.domain.plan import Appendix, Role, Row, RowKind
from app.domain.text import with_marks

_FIELDS = (
    (ReformField.DIRECTION, re.compile(r"tuyên truyền|đối thoại|kế hoạch cải cách")),
    (ReformField.DIGITAL, re.compile(r"môi trường (?:điện tử|mạng|số)|ký số|hồ sơ công việc|cơ sở dữ liệu")),
    (ReformField.PUBLIC_FINANCE, re.compile(r"tài chính|ngân sách|giải ngân|tài sản|học phí|nhà, đất")),
    (ReformField.PROCEDURES, re.compile(r"thủ tục hành chính|tthc|hồ sơ|dịch vụ công|một cửa|thanh toán trực tuyến")),
    (ReformField.INSTITUTIONS, re.compile(r"pháp luật|qppl")),
    (ReformField.APPARATUS, re.compile(r"bộ máy|biên chế")),
    (ReformField.CIVIL_SERVICE, re.compile(r"công vụ|cán bộ|công chức|viên chức")),
    (ReformField.DIGITAL, re.compile(r"điện tử|chuyển đổi số|hệ thống thông tin|dữ liệu số")),
)
_HEADINGS = (
    (ReformField.INSTITUTIONS, re.compile(r"thể chế")),
    (ReformField.PROCEDURES, re.compile(r"thủ tục hành chính|tthc")),
    (ReformField.APPARATUS, re.compile(r"bộ máy")),
    (ReformField.CIVIL_SERVICE, re.compile(r"công vụ|cộng vụ")),
    (ReformField.PUBLIC_FINANCE, re.compile(r"tài chính công")),
    (ReformField.DIGITAL, re.compile(r"chính quyền điện tử|chính quyền số|chuyển đổi số")),
    (ReformField.DIRECTION, re.compile(r"chỉ đạo")),
)
_LONGEST_HEADING = 200
_NUMBER = re.compile(r"[IVX]+|\d+(?:\.\d+)*|[a-zđ]+")


def proposed_indicators(body: Body | None, appendices: Sequence[Appendix]) -> tuple[Indicator, ...]:
    """The indicators of a plan in reading order; one that is said again in the same words stands once."""
    found: dict[tuple[object, ...], Indicator] = {}
    for one in (*(_of_body(body) if body else ()), *(two for each in appendices for two in _of_appendix(each))):
        found.setdefault((with_marks(one.measure), one.comparator, one.target, one.unit), one)
    return tuple(found.values())


def _of_body(body: Body) -> Iterator[Indicator]:
    for parts in (body.decision, body.parts, body.after):
        yield from _of_parts(parts)


def _of_parts(parts: Sequence[BodyPart]) -> Iterator[Indicator]:
    place = _Place()
    for paragraph in parts:
        if not isinstance(paragraph, BodyParagraph):
            continue
        text = words_of(paragraph)
        ordinal = ordinal_of(text)[1]
        words = text[len(ordinal) :].strip() if text.startswith(ordinal) else text
        place.enter(paragraph.level, ordinal, words)
        for sentence in sentences(words):
            for one in read_indicators(sentence):
                field = place.field or _field(_FIELDS, one.measure) or _field(_FIELDS, one.source)
                yield replace(one, where=place.path, field=field)


class _Place:
    """Where in the plan a paragraph stands, and under which field of reform."""

    def __init__(self) -> None:
        self._part = self._item = self._point = ""
        self.field: ReformField | None = None

    @property
    def path(self) -> str:
        """The ordinals of part, item and point: "II.1.2"."""
        return ".".join(filter(None, (self._part, self._item, self._point)))

    def enter(self, level: Level, ordinal: str, words: str) -> None:
        """Go to the paragraph of ``level`` with ``ordinal``; a heading names the field of what follows."""
        number = _NUMBER.search(ordinal)
        name = number[0] if number else ""
        if level is Level.PART:
            self._part, self._item, self._point, self.field = name, "", "", None
        elif level is Level.ITEM:
            self._item, self._point = name, ""
        elif level is Level.POINT:
            self._point = name
        if level in (Level.PART, Level.ITEM) and len(words) < _LONGEST_HEADING and not words.endswith((".", ";")):
            self.field = _field(_HEADINGS, words)


def _field(fields: Sequence[tuple[ReformField, re.Pattern[str]]], words: str) -> ReformField | None:
    lowered = with_marks(words)
    return next((field for field, pattern in fields if pattern.search(lowered)), None)


def _of_appendix(appendix: Appendix) -> Iterator[Indicator]:
    columns = {column.role: place for place, column in reversed(list(enumerate(appendix.columns)))}
    field, section = _field(_HEADINGS, appendix.title), ""
    for row in appendix.rows:
        if row.kind is RowKind.SECTION:
            field, section = _field(_HEADINGS, row.text), row.ordinal.strip(" .")
            continue
        note = _cell(row, columns.get(Role.NOTE))
        for one in read_note(note) if note else ():
            place = ".".join(filter(None, (section, _cell(row, columns.get(Role.ORDINAL)).strip(" ."))))
            where = " ".join(filter(None, (appendix.label, place)))
            yield replace(one, where=where, field=field, reporter=_cell(row, columns.get(Role.LEAD)) or None)


def _cell(row: Row, place: int | None) -> str:
    return (row.cells[place] or "") if place is not None else ""
