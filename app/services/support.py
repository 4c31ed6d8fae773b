"""Puts together what a support package says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.numbers import whole_text
from app.domain.support import DataFacts, SupportFile, plain_settings, without_names
from app.texts import text

_COUNTED = ("plan", "appendix", "row", "cell", "milestone", "mark", "proof", "report", "log")


@dataclass(frozen=True, slots=True)
class Machine:
    """What is known of the PC: ``facts`` are lines as they are to be read, ``names`` what must not appear anywhere."""

    facts: Sequence[str]
    names: Sequence[str]


def support_files(log: str, machine: Machine, data: DataFacts, settings: Mapping[str, str]) -> list[SupportFile]:
    """The files of the package, in the order in which they are shown."""
    written = [
        SupportFile("doc-truoc.txt", text("support.read_first")),
        SupportFile("may-tinh.txt", "\n".join(machine.facts)),
        SupportFile("du-lieu.txt", "\n".join(_data_lines(data))),
        SupportFile("thiet-lap.txt", _settings_words(settings)),
        SupportFile("nhat-ky.txt", log.strip() or text("support.no_log")),
    ]
    return [SupportFile(file.name, without_names(file.words, machine.names) + "\n") for file in written]


def _settings_words(settings: Mapping[str, str]) -> str:
    lines = [f"{name} = {value}" for name, value in plain_settings(settings).items()]
    return "\n".join(lines) or text("support.no_settings")


def _data_lines(data: DataFacts) -> list[str]:
    known = [(name, data.counts[name]) for name in _COUNTED if name in data.counts]
    others = [(name, count) for name, count in data.counts.items() if name not in _COUNTED]
    return [
        text("support.schema", version=data.schema or "–"),
        text("support.database_size", kilobytes=whole_text(data.database_bytes // 1024)),
        text("support.proofs_size", kilobytes=whole_text(data.proof_bytes // 1024)),
        _check_words(data),
        text("support.counts"),
        *(f"  {name}: {whole_text(count)}" for name, count in [*known, *others]),
    ]


def _check_words(data: DataFacts) -> str:
    if not data.fault:
        return text("support.check_good")
    numbers = ", ".join(f"{name}={count}" for name, count in data.fault_counts.items())
    return text("support.check_bad", fault=" ".join(filter(None, (data.fault, numbers))))
