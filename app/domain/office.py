"""What an office says of itself once, for all its documents: names, place, signers, recipients, numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.official import SignedBy, Signer, authority_lines
from app.domain.text import clean_line, fold


@dataclass(frozen=True, slots=True)
class OfficeSigner:
    """Who signs: ``post`` is the signer's own, ``collective`` the body in whose name ("": none), ``head`` the post
    signed for by ``by``; in office from one day to another (None: open)."""

    name: str
    post: str
    collective: str = ""
    head: str = ""
    by: SignedBy = SignedBy.OWN_RIGHT
    active_from: date | None = None
    active_to: date | None = None

    def is_active(self, day: date) -> bool:
        """Whether the signer is in office on ``day``."""
        return (self.active_from or day) <= day <= (self.active_to or day)

    def block(self) -> Signer:
        """The signature block on paper."""
        return Signer(authority_lines(self.post, self.collective, self.head, self.by), self.name)


@dataclass(frozen=True, slots=True)
class Office:
    """``issuing_body`` and ``superior_body`` hold a line each. ``recipients`` and ``addressees`` are by the code of a
    document's type, ``numbers`` holds the last number given to a type in a year, by "BC/2026"."""

    issuing_body: tuple[str, ...] = ()
    superior_body: tuple[str, ...] = ()
    place: str = ""
    signers: tuple[OfficeSigner, ...] = ()
    recipients: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    addressees: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)

    def signer_on(self, day: date) -> Signer:
        """The first signer in office on ``day``; an empty block where there is none."""
        return next((one.block() for one in self.signers if one.is_active(day)), Signer())


_COMMITTEE = "Ủy ban nhân dân"
_SHORT_COMMITTEE = "ubnd"
_DEPUTY = "phó "


def usual_signer(name: str, post: str, issuing_body: tuple[str, ...]) -> OfficeSigner:
    """Who signs for a body in the usual way (Nghị định 30/2020/NĐ-CP, Điều 13, khoản 2): in the name of a people's
    committee, which works as a collective, and a deputy for the head."""
    words = clean_line(post)
    is_deputy = words.casefold().startswith(_DEPUTY)
    return OfficeSigner(
        clean_line(name),
        words,
        _COMMITTEE if is_committee(issuing_body) else "",
        words[len(_DEPUTY) :].capitalize() if is_deputy else "",
        SignedBy.FOR_HEAD if is_deputy else SignedBy.OWN_RIGHT,
    )


def is_committee(issuing_body: tuple[str, ...]) -> bool:
    """Whether a body is a people's committee, however it spells itself."""
    words = fold(" ".join(issuing_body))
    return words.startswith((fold(_COMMITTEE), _SHORT_COMMITTEE))
