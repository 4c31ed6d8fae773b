"""How the parts of an official document are spelled on paper: number, date, lists and the end of the text."""

from collections.abc import Iterator, Sequence

from app.documents.document_types import document_type
from app.domain.official import OfficialDocument, PartialDate, written_day, written_month, written_number
from app.texts import text

ROOM = "\u00a0" * 5
"""Room to write in by hand: blanks that lines do not break at and that keep their width."""
_CLOSING = " ;.,"


def number_and_symbol(document: OfficialDocument) -> str:
    """ "Số: 05/BC-UBND", with free room for a number not given yet; "" for a document without both."""
    if not document.number and not document.symbol:
        return ""
    number = written_number(document.number) or ROOM
    return text("document.number_and_symbol", number=number, symbol=document.symbol)


def place_and_date(document: OfficialDocument) -> str:
    """ "Sông Mơ, ngày 05 tháng 01 năm 2031", with free room for what is open; "" for a document without place and
    day, as a plan that a decision issues."""
    if not document.place and document.day == PartialDate():
        return ""
    values = _date_values(document.day)
    if not document.place:
        return text("document.date_alone", **values)
    return text("document.place_and_date", place=document.place, **values)


def _date_values(day: PartialDate) -> dict[str, str]:
    return {
        "day": written_day(day.day) if day.day else ROOM,
        "month": written_month(day.month) if day.month else ROOM,
        "year": str(day.year) if day.year else ROOM,
    }


def goes_with(document: OfficialDocument, office: str) -> str:
    """The line "(Kèm theo Báo cáo số 05/BC-UBND ngày ... của ...)" under the title of an annex of ``document``; blanks
    for what is open. ``office`` is the issuing body as it stands in a sentence."""
    blank, day = text("document.blank"), document.day
    return text(
        "document.attached_to",
        document_type=document_type(document.document_type).name,
        symbol=f"{written_number(document.number) or blank}/{document.symbol}",
        day=written_day(day.day) if day.day else blank,
        month=written_month(day.month) if day.month else blank,
        year=day.year or blank,
        issuing_body=office,
    )


def closed(lines: Sequence[str], dash: str = "") -> Iterator[str]:
    """Each line with ``dash`` before it and ";" at its end, "." at the end of the last."""
    for number, line in enumerate(lines, 1):
        words = line.strip().removeprefix("-").strip().rstrip(_CLOSING)
        yield f"{dash}{words}{'.' if number == len(lines) else ';'}"


def ended(words: str) -> str:
    """The last words of a document with the sign that nothing follows: "./."."""
    end = text("document.end_of_text")
    bare = words.rstrip()
    return bare if bare.endswith(end) else bare.rstrip(_CLOSING) + end
