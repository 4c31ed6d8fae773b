"""Use cases of what the office says of itself, and of its numbering book."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from app.documents.wording import body_lines
from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.office import Office, OfficeSigner, usual_signer
from app.domain.official import written_number
from app.domain.report import FROZEN_STATES
from app.domain.text import clean_line
from app.ports import Work
from app.ports.reporting import ReportSummary
from app.services.access import needs


@dataclass(frozen=True, slots=True)
class FirstWords:
    """What an office says of itself at the first start, each "" where it was left open."""

    name: str = ""
    place: str = ""
    signer: str = ""
    post: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not any(clean_line(words) for words in (self.name, self.place, self.signer, self.post))


@needs(Right.READ)
def is_first_run(work: Work) -> bool:
    """Whether there is neither a plan nor anything about the office yet."""
    return not work.list_plans() and work.office() == Office()


@needs(Right.MANAGE)
def begin_office(work: Work, words: FirstWords) -> None:
    """Store what was filled in at the first start; nothing where all was left open. Raises Refused where a signer's
    name comes without the post, or the post without the name."""
    if words.is_empty:
        return
    bodies = tuple(body_lines(clean_line(words.name)).split("\n"))
    signers = (usual_signer(words.signer, words.post, bodies),) if clean_line(words.signer + words.post) else ()
    save_office(work, replace(work.office(), issuing_body=bodies, place=words.place, signers=signers))


@needs(Right.MANAGE)
def save_office(work: Work, office: Office) -> None:
    """Store what the office says of itself, without blank lines and entries.

    Raises Refused where a name that was there is taken away, for a signer without name or post, one who signs for a
    head that is not named, one whose last day comes before the first, and for a number below zero.
    """
    clean = _cleaned(office)
    if work.office().issuing_body and not clean.issuing_body:
        raise Refused("office.no_name")
    for signer in clean.signers:
        _check_signer(signer)
    wrong = next((book for book, last in clean.numbers.items() if last < 0), None)
    if wrong is not None:
        raise Refused("office.number_below_zero", book=wrong)
    work.save_office(clean)


def _cleaned(office: Office) -> Office:
    return replace(
        office,
        issuing_body=_lines(office.issuing_body),
        superior_body=_lines(office.superior_body),
        place=clean_line(office.place),
        signers=tuple(_clean_signer(one) for one in office.signers),
        recipients=_lists(office.recipients),
        addressees=_lists(office.addressees),
    )


def _lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(clean for line in lines if (clean := clean_line(line)))


def _lists(lists: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {kind: clean for kind, lines in lists.items() if (clean := _lines(lines))}


def _clean_signer(signer: OfficeSigner) -> OfficeSigner:
    return replace(
        signer,
        name=clean_line(signer.name),
        post=clean_line(signer.post),
        collective=clean_line(signer.collective),
        head=clean_line(signer.head) if signer.by.names_head else "",
    )


def _check_signer(signer: OfficeSigner) -> None:
    if not signer.name:
        raise Refused("office.signer_no_name")
    if not signer.post:
        raise Refused("office.signer_no_post", name=signer.name)
    if signer.by.names_head and not signer.head:
        raise Refused("office.signer_no_head", name=signer.name, sign=str(signer.by))
    if signer.active_from and signer.active_to and signer.active_to < signer.active_from:
        raise Refused("office.days_reversed", name=signer.name)


def next_number(office: Office, kind: str, year: int) -> int | None:
    """The number that follows the last one given to a document of type ``kind`` in ``year``; 1 in a year after one
    with numbers. None where nothing is known of that type: its book may have begun outside the program."""
    wanted = book_of(kind, year)
    if wanted in office.numbers:
        return office.numbers[wanted] + 1
    earlier = any(book < wanted for book in office.numbers if book.startswith(book_of(kind, "")))
    return 1 if earlier else None


def book_of(kind: str, year: int | Literal[""]) -> str:
    """The name of the numbers given to a type in a year: "BC/2026"; without a year, how all its names begin."""
    return f"{kind}/{year}"


@needs(Right.READ)
def number_to_offer(work: Work, report_id: int, day: date) -> str:
    """The number to propose for signing a report on ``day``, as on paper: the one it has, else the next of its type;
    "" where nothing is known."""
    head = work.get_report(report_id).head
    proposed = next_number(work.office(), head.document_type, day.year)
    return head.number or (written_number(str(proposed)) if proposed is not None else "")


@needs(Right.WHOLE)
def take_number(work: Work, kind: str, year: int, number: str, report_id: int) -> None:
    """Give ``number`` of the type ``kind`` in ``year`` to a report; the highest number is kept. Raises Refused where
    another signed report has it, naming that report."""
    office = work.office()
    holder = _holder(work, kind, year, number, report_id)
    if holder is not None:
        free = next_number(office, kind, year) or (plain_number(number) or 0) + 1
        raise Refused("office.number_given", number=number, kind=kind, year=year, title=holder.title,
                      next=written_number(str(free)))  # fmt: skip
    value, book = plain_number(number), book_of(kind, year)
    if value is not None and value > office.numbers.get(book, -1):
        work.save_office(replace(office, numbers={**office.numbers, book: value}))


def _holder(work: Work, kind: str, year: int, number: str, report_id: int) -> ReportSummary | None:
    """The other signed report of this type and year that has the number."""
    wanted = _compared(number)
    same = (
        one
        for one in work.list_reports()
        if one.id != report_id and one.state in FROZEN_STATES and one.signed_on is not None
        and one.signed_on.year == year and _compared(one.number) == wanted
    )  # fmt: skip
    return next((one for one in same if work.get_report(one.id).head.document_type == kind), None)


def plain_number(number: str) -> int | None:
    """A number without anything else beside its digits; None for "12a"."""
    return int(number) if number.isascii() and number.isdecimal() else None


def _compared(number: str) -> str:
    value = plain_number(number.strip())
    return str(value) if value is not None else number.strip().casefold()
