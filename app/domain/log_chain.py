"""How far the chain that seals the lines of the log has been looked through."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChainPoint:
    """A place in the log: the id and the seal of the last line looked at, how many lines that were, the id of the
    first line that is not as it was sealed (None: all are), and whether there is nothing more to look at."""

    line: int = 0
    seal: str = ""
    count: int = 0
    broken: int | None = None
    is_end: bool = False
