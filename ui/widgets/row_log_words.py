"""The log of a row in words that an office understands."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.domain.dates import date_text
from app.domain.keys import period_in
from app.domain.milestone import milestone_from_json
from app.domain.staff import LogKind, LogLine, Note
from app.services.people import Story
from app.texts import text
from ui.widgets.milestone_words import milestone_words
from ui.widgets.tracking_words import period_words

_LONGEST = 160
Names = Mapping[str, str]
"""What the things of a row are called, by key; proofs by "proof" and their id."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of a row's story: its words, when and who; ``note`` where it can be edited."""

    words: str
    at: datetime
    who: str
    note: Note | None = None

    @property
    def when(self) -> str:
        """Day, time and who."""
        moment = text("row_panel.log_when", day=date_text(self.at.date()), time=f"{self.at:%H:%M}")
        return text("row_panel.log_by", when=moment, who=self.who) if self.who else moment


def story_lines(story: Story, names: Names) -> list[StoryLine]:
    """Notes and changes, the newest first."""
    lines = [StoryLine(note.text, note.at, note.who or _writer(story, note), note) for note in story.notes]
    for line in story.log:
        words = log_words(line, names)
        if words:
            lines.append(StoryLine(words, line.at, line.who))
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _writer(story: Story, note: Note) -> str:
    """Who wrote a note, as the log knows."""
    return next((line.who for line in reversed(story.log) if line.what == "note" and line.new == note.text), "")


def log_words(line: LogLine, names: Names) -> str:
    """What ``line`` says; "" for what is told elsewhere (a note that was written stands in the list itself)."""
    if line.what == "note" and line.old is None and line.kind is LogKind.DONE:
        return ""
    if line.kind is not LogKind.DONE:
        return text(f"row_panel.log_{line.kind}", words=line.step)
    return _WORDS.get(line.what, _step)(line, names) or line.step


def _step(line: LogLine, _names: Names) -> str:
    return line.step


def _cell(line: LogLine, _names: Names) -> str:
    old, new = _short(line.old or ""), _short(line.new or "")
    if not old:
        return text("row_panel.log_cell_filled", column=line.part, new=new)
    if not new:
        return text("row_panel.log_cell_emptied", column=line.part, old=old)
    return text("row_panel.log_cell", column=line.part, old=old, new=new)


def _row(line: LogLine, _names: Names) -> str:
    if line.old is None:
        return text("row_panel.log_row_added")
    return text("row_panel.log_row_removed") if line.new is None else line.step


def _note(line: LogLine, _names: Names) -> str:
    old, new = _short(line.old or ""), _short(line.new or "")
    if line.new is None:
        return text("row_panel.log_note_removed", old=old)
    return text("row_panel.log_note", old=old, new=new)


def _mark(line: LogLine, names: Names) -> str:
    old, new = _read(line.old), _read(line.new)
    head = _mark_head(old, new)
    thing = thing_words(line.part, names)
    named = text("row_panel.log_of", what=head, thing=thing) if thing else head
    return text("row_panel.log_more", words=named, more="; ".join(more)) if (more := list(_said(old, new))) else named


def _mark_head(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    if new.get("cancelled") and not old.get("cancelled"):
        return text("row_panel.log_cancelled", day=_day(new["cancelled"]))
    if new.get("done") and not old.get("done"):
        return text("row_panel.log_done", day=_day(new["done"]))
    if new.get("begun") and not old.get("begun"):
        return text("row_panel.log_begun", day=_day(new["begun"]))
    if any(old.get(name) and not new.get(name) for name in ("done", "cancelled", "begun")):
        return text("row_panel.log_reopened")
    return text("row_panel.log_changed")


def _said(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """The words of a mark that are new."""
    if old.get("done") and new.get("done") and old["done"] != new["done"]:
        yield text("row_panel.log_said_done", words=_day(new["done"]))
    for name in ("document", "content", "reason", "note"):
        if new.get(name) and new.get(name) != old.get(name):
            yield text(f"row_panel.log_said_{name}", words=_short(str(new[name])))


def _correction(line: LogLine, _names: Names) -> str:
    if line.new is None:
        return text("row_panel.log_read_again")
    new = _read(line.new)
    if line.old is not None and _read(line.old).get("milestones") == new.get("milestones"):
        return text("row_panel.log_kept")
    milestones = [milestone_words(milestone_from_json(one)) for one in json.loads(new.get("milestones", "[]"))]
    if not milestones:
        return text("row_panel.log_no_milestones")
    return text("row_panel.log_milestones", words=_short("; ".join(milestones)))


def _proof_use(line: LogLine, names: Names) -> str:
    proof = names.get(f"proof {_read(line.new or line.old).get('proof_id')}", "")
    head = text("row_panel.log_proof" if line.new else "row_panel.log_proof_dropped", proof=proof).strip(" :")
    thing = thing_words(line.part, names)
    return text("row_panel.log_of", what=head, thing=thing) if thing else head


_WORDS = {
    "cell": _cell,
    "row": _row,
    "note": _note,
    "mark": _mark,
    "correction": _correction,
    "proof_use": _proof_use,
}


def thing_words(key: str, names: Names) -> str:
    """What the thing with this key is called; its period where it is no longer there."""
    return names.get(key) or period_words(period_in(key))


def _read(content: str | None) -> Mapping[str, Any]:
    found = json.loads(content) if content else {}
    return found if isinstance(found, dict) else {}


def _day(iso: object) -> str:
    return date_text(date.fromisoformat(str(iso)))


def _short(words: str) -> str:
    joined = " ".join(words.split())
    return joined if len(joined) <= _LONGEST else joined[: _LONGEST - 1].rstrip() + "…"
