"""Reads the command line. Whatever argparse would say in English is said in Vietnamese."""

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from app.domain.plan import YEARS
from app.texts import text

DOCUMENT_FORMATS = ("pdf", "docx", "xlsx")
FORMATS = (*DOCUMENT_FORMATS, "json")

# argparse words its messages itself; each is recognised by its shape.
_MESSAGES = (
    (re.compile(r"argument command: invalid choice: '(?P<value>.*?)' \(.*"), "cli.usage_unknown_command"),
    (re.compile(r"the following arguments are required: (?P<value>.*)"), "cli.usage_missing"),
    (re.compile(r"unrecognized arguments: (?P<value>.*)"), "cli.usage_extra"),
    (re.compile(r"argument (?P<value>\S+): expected .*"), "cli.usage_needs_value"),
    (
        re.compile(r"argument (?P<argument>\S+): invalid choice: '(?P<value>.*?)' \(choose from (?P<choices>.*)\)"),
        "cli.usage_choice",
    ),
    (re.compile(r"argument (?P<argument>\S+): invalid whole_year value: '(?P<value>.*)'"), "cli.usage_year"),
    (re.compile(r"argument (?P<argument>\S+): invalid (?:iso_date|day_done) value: '(?P<value>.*)'"), "cli.usage_date"),
    (re.compile(r"argument (?P<value>\S+): invalid named_path value: .*"), "cli.usage_needs_value"),
    (re.compile(r"argument (?P<argument>\S+): invalid positive value: '(?P<value>.*)'"), "cli.usage_number"),
    (re.compile(r"argument (?P<argument>\S+): invalid period_code value: '(?P<value>.*)'"), "cli.usage_period"),
)


def usage_sentence(message: str) -> str:
    """argparse's ``message`` in Vietnamese; a general sentence where its shape is unknown."""
    for pattern, key in _MESSAGES:
        if found := pattern.fullmatch(message):
            values = found.groupdict()
            return text(key, **values | {"choices": values.get("choices", "").replace("'", "")})
    return text("cli.usage_wrong")


class VietnameseParser(argparse.ArgumentParser):
    """An argument parser that speaks Vietnamese and leaves with status 2 on wrong usage."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and leave with status 2."""
        print(usage_sentence(message), text("cli.usage_hint"), file=sys.stderr)
        sys.exit(2)

    def format_help(self) -> str:
        """One help for all commands."""
        return text("cli.help").lstrip()


def whole_year(value: str) -> int:
    """A plan's year. Raises ValueError for anything but four plausible digits."""
    year = int(value)
    if year not in YEARS:
        raise ValueError(value)
    return year


def iso_date(value: str) -> date:
    """A date as YYYY-MM-DD. Raises ValueError otherwise."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError(value)
    return date.fromisoformat(value)


def day_done(value: str) -> date:
    """A date as YYYY-MM-DD on which an office can have done something. Raises ValueError otherwise."""
    day = iso_date(value)
    if day.year not in YEARS:
        raise ValueError(value)
    return day


def named_path(value: str) -> Path:
    """A path. Raises ValueError for no name at all, which would be the folder one is in."""
    if not value.strip():
        raise ValueError(value)
    return Path(value)


def positive(value: str) -> int:
    """A whole number from 1. Raises ValueError otherwise."""
    number = int(value)
    if number < 1:
        raise ValueError(value)
    return number


def period_code(value: str) -> str:
    """A reporting period: 2025-Q1 to Q4, 2025-6M, 2025-9M or 2025-Y; the days of an ad hoc report are written
    2025-05-01..2025-06-15 or ..2025-06-15. Raises ValueError otherwise."""
    days = r"(20\d\d-\d\d-\d\d)?\.\.20\d\d-\d\d-\d\d"
    if not re.fullmatch(rf"20\d\d-(Q[1-4]|6M|9M|Y)|{days}", value.upper()):
        raise ValueError(value)
    return value.upper()


def _common() -> VietnameseParser:
    """Options that every command takes, before or after its name; absent ones leave no trace."""
    common = VietnameseParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", type=named_path)
    common.add_argument("--today", type=iso_date)
    common.add_argument("--json", action="store_true")
    common.add_argument("--user")
    return common


def _parser() -> VietnameseParser:
    common = _common()
    parser = VietnameseParser(prog="so-cchc", parents=[common], allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", parser_class=VietnameseParser)

    def command(name: str) -> VietnameseParser:
        return commands.add_parser(name, parents=[common], allow_abbrev=False)

    file_name, plan_name = text("cli.name_file"), text("cli.name_plan")
    reads = command("import")
    reads.add_argument("files", nargs="+", type=Path, metavar=file_name)
    reads.add_argument("--year", type=whole_year)
    reads.add_argument("--replace")
    command("plans")
    command("show").add_argument("plan", metavar=plan_name)
    writes = command("export")
    writes.add_argument("plan", metavar=plan_name)
    writes.add_argument("--format", choices=FORMATS, required=True)
    writes.add_argument("--output", type=named_path, required=True)
    writes.add_argument("--appendix", type=positive)
    writes.add_argument("--whole", action="store_true")
    command("sample").add_argument("--output", type=named_path)
    for name in ("backup", "restore"):
        one_file = command(name)
        one_file.add_argument("file", type=Path, metavar=file_name)
        one_file.add_argument("--password", action="store_true")
    command("check")
    _add_tracking(command, plan_name)
    reports = command("report")
    reports.add_argument("plan", metavar=plan_name)
    reports.add_argument("--period", type=period_code, required=True)
    reports.add_argument("--format", choices=DOCUMENT_FORMATS, required=True)
    reports.add_argument("--output", type=named_path, required=True)
    return parser


def _add_tracking(command: Callable[[str], VietnameseParser], plan_name: str) -> None:
    one = command("deadline")
    one.add_argument("text", metavar=text("cli.name_text"))
    one.add_argument("--year", type=whole_year, required=True)
    command("deadlines").add_argument("plan", metavar=plan_name)
    marks = command("mark")
    marks.add_argument("plan", metavar=plan_name)
    marks.add_argument("row", type=positive, metavar=text("cli.name_row"))
    marks.add_argument("--milestone", type=positive, required=True)
    marks.add_argument("--done", type=day_done, required=True)
    marks.add_argument("--document")
    marks.add_argument("--note")
    figures = command("status")
    figures.add_argument("plan", metavar=plan_name)
    figures.add_argument("--as-of", type=iso_date)


def parse(arguments: list[str]) -> argparse.Namespace:
    """The command line as a namespace with ``command`` (None for the window), ``data``, ``today``, ``json`` and
    ``user``.

    Leaves the program with status 2 on wrong usage and 0 after printing help.
    """
    parsed = _parser().parse_args(arguments)
    for name, value in {"data": None, "today": date.today(), "json": False, "user": None}.items():
        if not hasattr(parsed, name):
            setattr(parsed, name, value)
    if parsed.command == "import" and parsed.replace and len(parsed.files) > 1:
        print(text("cli.usage_replace_one"), text("cli.usage_hint"), file=sys.stderr)
        sys.exit(2)
    return parsed
