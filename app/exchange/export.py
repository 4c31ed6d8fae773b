"""Exporting: written beside the target, read back, and only then put in the target's place."""

import errno
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.documents.model import Document
from app.documents.options import PrintOptions
from app.documents.plan_official import printed_plan
from app.domain.errors import MachineTrouble, Refused
from app.domain.plan import Plan
from app.exchange.plan_json import read_json, to_json

FORMATS = ("pdf", "docx", "xlsx", "json")
_ALL = PrintOptions()
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_BAD_NAME = (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ)

Write = Callable[[Path], object]
Check = Callable[[Path], bool]
WriteDocument = Callable[[Document, Path], None]
CompareDocument = Callable[[Path, Document], bool]


def export_plan(plan: Plan, format: str, path: Path, options: PrintOptions = _ALL) -> None:
    """Write ``plan`` to ``path`` as one of ``FORMATS``; JSON takes the chosen appendices with all their columns.

    Whatever was at ``path`` stays untouched unless the new file has been written and read back. Raises Refused for
    an unknown format, a bad target, a target that another program holds open or nothing to export; MachineTrouble
    where the disk or the folder is in the way.
    """
    if format == "json":
        _export_json(_chosen(plan, options), path)
    else:
        export_document(replace(printed_plan(plan, options), info=plan.info), format, path)


def export_document(document: Document, format: str, path: Path) -> None:
    """Write ``document`` to ``path`` as PDF, Word or Excel, with the same promises as ``export_plan``."""
    write, same = _tools(format, document)
    _deliver(path, lambda made: write(document, made), lambda made: same(made, document))


def export_file(path: Path, write: Write, same: Check) -> None:
    """Write a file of another kind to ``path`` by ``write`` with the same promises; ``same`` reads back what was
    written."""
    _deliver(path, write, same)


def suggest_other_name(path: Path) -> Path:
    """The first free name of the kind "Kế hoạch (2).docx" beside ``path``."""
    number = 2
    while (other := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return other


def _tools(format: str, document: Document) -> tuple[WriteDocument, CompareDocument]:
    """The writer and the comparer of ``document`` for ``format``, imported only now: each brings a large library with
    it."""
    from app.exchange import read_back

    if format == "pdf":
        from app.exchange.write_pdf import write_pdf

        return write_pdf, read_back.same_pdf
    if format == "docx":
        from app.exchange.write_docx import write_docx

        return write_docx, read_back.same_docx
    if format == "xlsx" and document.forms is not None:
        from app.exchange.report_xlsx import same_report_xlsx, write_report_xlsx

        return write_report_xlsx, same_report_xlsx
    if format == "xlsx":
        from app.exchange.write_xlsx import write_xlsx

        return write_xlsx, read_back.same_xlsx
    raise Refused("export.unknown_format", format=format, formats=", ".join(FORMATS))


def _chosen(plan: Plan, options: PrintOptions) -> Plan:
    if options.appendices is None:
        return plan
    for position in options.appendices:
        if not 0 <= position < len(plan.appendices):
            raise Refused("document.no_such_appendix", number=position + 1, count=len(plan.appendices))
    return replace(plan, appendices=tuple(plan.appendices[position] for position in options.appendices))


def _export_json(plan: Plan, path: Path) -> None:
    content = to_json(plan)
    words = json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    def same(made: Path) -> bool:
        read_json(made)
        return bool(json.loads(made.read_bytes()) == content)

    _deliver(path, lambda made: made.write_bytes(words.encode()), same)


def _deliver(path: Path, write: Write, same: Check) -> None:
    """Write, read back and rename into place; nothing is left behind on the way out."""
    target = Path(os.path.realpath(path))
    _check_target(target)
    made = target.with_name(f".so-cchc-{secrets.token_hex(4)}{target.suffix[:8]}")
    try:
        _write(made, write, target)
        if not same(made):
            raise MachineTrouble("export.read_back_differs", name=target.name)
        _put_in_place(made, target)
    finally:
        made.unlink(missing_ok=True)


def _check_target(target: Path) -> None:
    try:
        if not target.parent.is_dir():
            raise Refused("export.no_folder", folder=target.parent)
        if target.is_dir():
            raise Refused("export.target_is_folder", name=target.name)
        if target.exists() and not target.is_file():
            raise Refused("export.target_no_file", name=target.name)
    except OSError as error:
        raise _trouble(error, target) from error


def _write(made: Path, write: Write, target: Path) -> None:
    try:
        write(made)
        with made.open("r+b") as file:
            os.fsync(file.fileno())
    except PermissionError as error:
        raise MachineTrouble("export.folder_read_only", folder=target.parent) from error
    except OSError as error:
        raise _trouble(error, target) from error


def _put_in_place(made: Path, target: Path) -> None:
    try:
        made.replace(target)
    except PermissionError as error:
        raise Refused("export.target_open", name=target.name, other=suggest_other_name(target).name) from error
    except OSError as error:
        raise _trouble(error, target) from error


def _trouble(error: OSError, target: Path) -> Refused:
    if error.errno in _NO_ROOM:
        return MachineTrouble("export.disk_full", folder=target.parent)
    if error.errno == errno.EROFS:
        return MachineTrouble("export.folder_read_only", folder=target.parent)
    if error.errno in _BAD_NAME:
        return Refused("export.bad_name", name=target.name)
    return MachineTrouble("export.cannot_write", name=target.name, folder=target.parent)
