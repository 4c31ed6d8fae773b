"""Places in an order that leave room between them, so that one row moved is one row written."""

from bisect import bisect_left

ROOM = 1 << 20


def assign(current: list[int | None]) -> list[int]:
    """Rising places for a sequence whose members now have the places ``current`` (None for a new one), keeping as
    many as can be kept."""
    kept = _longest_rising(current)
    places: list[int] = []
    for start, end in zip([-1, *kept], [*kept, len(current)], strict=True):
        low = current[start] if start >= 0 else None
        high = current[end] if end < len(current) else None
        between = _between(low, high, end - start - 1)
        if between is None:
            return [(place + 1) * ROOM for place in range(len(current))]
        places += between if high is None else [*between, high]
    return places


def _between(low: int | None, high: int | None, count: int) -> list[int] | None:
    """``count`` places after ``low`` and before ``high``; None where there is no room."""
    if low is None:
        low = 0 if high is None else high - (count + 1) * ROOM
    if high is None:
        high = low + (count + 1) * ROOM
    if high - low <= count:
        return None
    return [low + (high - low) * (step + 1) // (count + 1) for step in range(count)]


def _longest_rising(values: list[int | None]) -> list[int]:
    """Indexes of a longest strictly rising subsequence, None passed over."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = [-1] * len(values)
    for index, value in enumerate(values):
        if value is None:
            continue
        length = bisect_left(tails, value)
        before[index] = ends[length - 1] if length else -1
        tails[length : length + 1] = [value]
        ends[length : length + 1] = [index]
    rising: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        rising.append(index)
        index = before[index]
    return rising[::-1]
