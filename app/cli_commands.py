"""The commands themselves. What only some of them need is imported when they run."""

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from app.cli import Outcome, Parts, opened
from app.cli_access import must_be_allowed_to_restore
from app.cli_parser import FORMATS
from app.cli_password import known_password, new_password
from app.datafolder import make_folder
from app.domain.body import Body
from app.domain.dates import date_text
from app.domain.errors import MachineTrouble, Refused
from app.domain.imported import ImportedPlan, ImportNote, NoteKind
from app.domain.plan import Plan
from app.ports import DataSummary, PlanSummary, Work
from app.ports.backups import Risk
from app.services.backing_up import back_up_before
from app.services.plans import find_plan
from app.texts import sentence_for, text

DATABASE = "so-cchc.db"
_SAMPLE_FORMATS = tuple(name for name in FORMATS if name != "json")


def import_files(asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """Read every file, then write all of them in one transaction, over a plan only after a backup. Refused, with
    nothing changed, names the file."""
    read = [_read(path, asked.year, asked.today) for path in asked.files]
    with opened(folder, parts) as storage:
        if asked.replace:
            storage.read(partial(_find, asked.replace))  # no backup for a plan that is not there
            back_up_before(Risk.IMPORT, partial(parts.back_up_first, folder))
        ids = storage.write(_import_label(asked.replace, read), partial(_take_over, asked.replace, read)).result
        listed = {summary.id: summary for summary in storage.read(_list)}
    plans = [_imported_json(listed[id_], one) for id_, one in zip(ids, read, strict=True)]
    done = [text("cli.imported", **plan) for plan in plans]
    warnings = [warning(note, one) for one in read for note in one.notes]
    return Outcome({"plans": plans}, (*done, *warnings))


def list_plans(_asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """All plans: id, title, year and number of item rows."""
    with opened(folder, parts) as storage:
        return Outcome([_summary_json(summary) for summary in storage.read(_list)], is_answer=True)


def show(asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """One plan as ``cchc-plan/1``."""
    from app.exchange.plan_json import to_json

    return Outcome(to_json(_stored_plan(asked.plan, folder, parts)), is_answer=True)


def export(asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """Write one plan, or one of its appendices, to a file."""
    from app.documents.options import PrintOptions
    from app.exchange.export import export_plan

    plan = _stored_plan(asked.plan, folder, parts)
    body = _stored_body(plan, folder, parts) if asked.whole else None
    options = PrintOptions(appendices=_chosen(plan, asked.appendix), body=body)
    export_plan(plan, asked.format, asked.output.absolute(), options)
    return Outcome({"file": str(asked.output)}, (text("cli.exported", file=asked.output),))


def sample(asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """Put the sample plan into a data folder of its own and export it in every format."""
    from app.documents.options import PrintOptions
    from app.domain.milestone import Every
    from app.domain.reporting_period import ReportingPeriod
    from app.exchange.export import export_document, export_plan
    from app.exchange.outlines import report_kit
    from app.exchange.samples import sample_plan
    from app.services.plans import create_plan
    from app.services.report_printing import report_for

    output = make_folder((asked.output or folder / "ban-mau").absolute(), "cli.output_unwritable")
    period = ReportingPeriod(sample_plan().info.year, Every.QUARTERLY, 1)
    with tempfile.TemporaryDirectory() as spare:
        # A folder that already holds an office's plans is left alone.
        is_fresh = asked.data is not None and not (folder / DATABASE).exists()
        with opened(folder if is_fresh else Path(spare), parts) as storage:
            id_ = storage.write(text("cli.undo_sample"), lambda work: create_plan(work, sample_plan())).result
            plan = storage.read(lambda work: work.get_plan(id_))
            report = storage.read(lambda work: report_for(work, id_, period, report_kit()))
    progress = output / "bao-cao-mau.pdf"
    export_document(report, "pdf", progress)
    files = [output / f"ke-hoach-mau.{name}" for name in _SAMPLE_FORMATS]
    for name, file in zip(_SAMPLE_FORMATS, files, strict=True):
        export_plan(plan, name, file, PrintOptions())
    return Outcome({"files": [str(file) for file in (*files, progress)]}, (text("cli.sample_done", folder=output),))


def back_up(asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """Write everything into one file, locked where a password is asked for."""
    password = new_password() if asked.password else ""
    summary = parts.back_up(make_folder(folder), asked.file.absolute(), password)
    document = {"file": str(asked.file), **_data_json(summary)}
    return Outcome(document, (text("cli.backed_up", file=asked.file, **_counts(summary)), *_lost(summary)))


def restore(asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """Put a backup in place of the present data, of which a copy is kept."""
    _must_exist(asked.file)
    must_be_allowed_to_restore(folder, parts)
    password = known_password() if asked.password else ""
    summary, kept = parts.restore(make_folder(folder), asked.file.absolute(), password)
    made_on = date_text(summary.made_on) if summary.made_on else ""
    done = text("cli.restored", made_on=made_on, **_counts(summary))
    copy = (text("cli.restored_copy", file=kept),) if kept else ()
    of = (text("cli.restored_office", office=summary.office),) if summary.office else ()
    kept_at = str(kept) if kept else None
    return Outcome({**_data_json(summary), "kept": kept_at}, (done, *of, *copy, *_lost(summary)))


def check(_asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """Look whether the data are whole. Refused says what is wrong."""
    summary = parts.check(make_folder(folder))
    unused = (text("cli.unused_files", count=summary.unused_files),) if summary.unused_files else ()
    document = {"good": True, **_data_json(summary), "unused_files": summary.unused_files}
    return Outcome(document, (text("cli.check_good", **_counts(summary)), *unused))


def _find(name_or_id: str, work: Work) -> PlanSummary:
    return find_plan(work, name_or_id)


def _list(work: Work) -> list[PlanSummary]:
    return work.list_plans()


def _stored_body(plan: Plan, folder: Path, parts: Parts) -> Body:
    with opened(folder, parts) as storage:
        body = storage.read(lambda work: work.body(plan.id or 0))
    if body is None:
        raise Refused("cli.no_body", title=plan.info.title)
    return body


def _stored_plan(name_or_id: str, folder: Path, parts: Parts) -> Plan:
    with opened(folder, parts) as storage:
        return storage.read(lambda work: work.get_plan(find_plan(work, name_or_id).id))


def _chosen(plan: Plan, number: int | None) -> tuple[int, ...] | None:
    """Position of the appendix ``number`` (from 1); None for all. Refused where the plan has no such appendix."""
    if number is None:
        return None
    if number > len(plan.appendices):
        raise Refused("cli.appendix_absent", title=plan.info.title, number=number, count=len(plan.appendices))
    return (number - 1,)


def _must_exist(path: Path) -> None:
    try:
        if path.is_dir():
            raise Refused("cli.file_is_folder", file=path)
        is_there = path.is_file()
    except OSError:  # a name that is too long
        is_there = False
    if not is_there:
        raise Refused("cli.file_missing", file=path)


def _read(path: Path, year: int | None, today: date) -> ImportedPlan:
    _must_exist(path)
    from app.exchange.read import read_plan

    try:
        return _with_year_noted(read_plan(path, year, today), year)
    except OSError as error:
        raise MachineTrouble("cli.file_unreadable", file=path) from error
    except Refused as error:
        sentence = sentence_for(error)
        if path.name in sentence:
            raise
        raise Refused("cli.in_file", file=path.name, sentence=sentence) from error


def _with_year_noted(read: ImportedPlan, asked: int | None) -> ImportedPlan:
    """``read`` with a note where its file says another year than was ``asked`` for: the file's own counts."""
    own = read.plan.info.year
    if asked is None or asked == own:
        return read
    values = (("year", str(own)), ("asked", str(asked)))
    return replace(read, notes=(*read.notes, ImportNote(NoteKind.ASSUMED, "import.other_year", values)))


def _import_label(replaced: str | None, read: list[ImportedPlan]) -> str:
    if replaced:
        return text("cli.undo_replace", file=read[0].source)
    return text("cli.undo_import", titles=", ".join(one.source for one in read))


def _take_over(replaced: str | None, read: list[ImportedPlan], work: Work) -> list[int]:
    from app.services.imports import add_imported, replace_with_imported

    if replaced is None:
        return add_imported(work, read)
    id_ = find_plan(work, replaced).id
    replace_with_imported(work, id_, read[0])
    return [id_]


def _summary_json(summary: PlanSummary) -> dict[str, object]:
    return {"id": summary.id, "title": summary.title, "year": summary.year, "rows": summary.rows}


def _imported_json(summary: PlanSummary, imported: ImportedPlan) -> dict[str, object]:
    warnings = [warning(note, imported) for note in imported.notes]
    return _summary_json(summary) | {"appendices": len(imported.plan.appendices), "warnings": warnings}


def warning(note: ImportNote, imported: ImportedPlan) -> str:
    """One sentence: file, table, row, what was assumed or left out."""
    places = [imported.source]
    if note.table is not None:
        places.append(text("cli.warning_table", table=note.table))
    elif note.appendix is not None and note.appendix < len(imported.plan.appendices):
        places.append(text("cli.warning_appendix", label=imported.plan.appendices[note.appendix].label))
    if note.row is not None:
        places.append(text("cli.warning_row", row=note.row + 1))
    return text("cli.in_file", file=", ".join(places), sentence=text(note.key, **dict(note.values)))


def _counts(summary: DataSummary) -> dict[str, int]:
    return {"plans": summary.plans, "rows": summary.rows, "proofs": summary.proofs}


def _lost(summary: DataSummary) -> tuple[str, ...]:
    """A warning that names the files of proofs that are missing or damaged."""
    names = ", ".join(summary.lost_files)
    return (text("cli.lost_files", count=len(summary.lost_files), names=names),) if names else ()


def _data_json(summary: DataSummary) -> dict[str, object]:
    made_on = summary.made_on.isoformat() if summary.made_on else None
    kept = {"titles": list(summary.titles), "made_on": made_on, "lost_files": list(summary.lost_files)}
    changed_at = summary.changed_at.isoformat() if summary.changed_at else None
    return {**_counts(summary), **kept, "office": summary.office, "changed_at": changed_at}


COMMANDS: dict[str, Callable[[argparse.Namespace, Path, Parts], Outcome]] = {
    "import": import_files,
    "plans": list_plans,
    "show": show,
    "export": export,
    "sample": sample,
    "backup": back_up,
    "restore": restore,
    "check": check,
}
