"""Old and new text with the words that differ marked, as HTML for painting."""

from difflib import SequenceMatcher
from html import escape
from re import findall

from ui.theme import COLOURS

_LONGEST = 4000


def marked_words(old: str, new: str) -> tuple[str, str]:
    """``old`` with the words that are gone struck through and ``new`` with the added ones bold and underlined."""
    if old == new or len(old) + len(new) > _LONGEST:
        return _plain(old), _plain(new)
    before, after = _words(old), _words(new)
    left: list[str] = []
    right: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        left.append(_plain(gone) if kind == "equal" else _gone(gone))
        right.append(_plain(come) if kind == "equal" else _come(come))
    return "".join(left), "".join(right)


def _words(words: str) -> list[str]:
    return findall(r"\s+|[^\s]+", words)


def _plain(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def _gone(words: str) -> str:
    return f'<s style="color:{COLOURS["bad"]}">{_plain(words)}</s>' if words else ""


def _come(words: str) -> str:
    return f'<b><u style="color:{COLOURS["good"]}">{_plain(words)}</u></b>' if words else ""
