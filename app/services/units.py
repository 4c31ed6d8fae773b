"""Use cases of the directory of units: link spellings, rename, merge."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.text import clean_line
from app.domain.unit import Directory, Unit, UnitName, spelling_key
from app.ports import Work
from app.services.access import needs


@dataclass(frozen=True, slots=True)
class UnitList:
    """The directory and the spellings in the plans that nobody has linked yet, each with how often it is there and
    the unit it looks most like (None where there is none)."""

    units: tuple[Unit, ...]
    unknown: tuple[tuple[str, int, Unit | None], ...]


@needs(Right.READ)
def unit_list(work: Work) -> UnitList:
    """The directory with what is left to link, the most frequent spelling first."""
    directory = Directory(work.units())
    unknown = [(name, count) for name, count in work.unit_spellings() if directory.unit_of(name) is None]
    return UnitList(directory.units, tuple((name, count, directory.nearest(name)) for name, count in unknown))


@needs(Right.MANAGE)
def add_unit(work: Work, name: str, aliases: Sequence[str] = ()) -> int:
    """A new unit; answers its id. Raises Refused for an empty name or one that is linked already."""
    clean = _name(name)
    _must_be_free(work, clean, None)
    unit_id = work.save_unit(Unit((UnitName(clean),)))
    for alias in aliases:
        link(work, alias, unit_id)
    return unit_id


@needs(Right.MANAGE)
def link(work: Work, spelling: str, unit_id: int) -> None:
    """Say that ``spelling`` means the unit. Raises Refused where it means another one already."""
    clean = _name(spelling)
    unit = _unit(work, unit_id)
    if _must_be_free(work, clean, unit_id):
        work.save_unit(replace(unit, aliases=(*unit.aliases, clean)))


@needs(Right.MANAGE)
def link_all(work: Work, pairs: Sequence[tuple[str, int]]) -> None:
    """Say of each spelling that it means the unit beside it; raises like ``link``, with nothing written."""
    for spelling, unit_id in pairs:
        link(work, spelling, unit_id)


@needs(Right.MANAGE)
def add_all_unknown(work: Work) -> int:
    """A new unit for each spelling that nobody has linked; answers how many were made. Spellings that differ in case,
    marks and blanks only are one unit."""
    before = len(work.units())
    for spelling, _ in work.unit_spellings():
        if spelling_key(spelling) and Directory(work.units()).unit_of(spelling) is None:
            add_unit(work, spelling)
    return len(work.units()) - before


@needs(Right.MANAGE)
def unlink(work: Work, spelling: str, unit_id: int) -> None:
    """Take back that ``spelling`` means the unit."""
    unit = _unit(work, unit_id)
    kept = tuple(one for one in unit.aliases if spelling_key(one) != spelling_key(spelling))
    work.save_unit(replace(unit, aliases=kept))


@needs(Right.MANAGE)
def rename(work: Work, unit_id: int, name: str, since: date | None = None) -> None:
    """Give the unit another name from the day ``since`` on; without one the name is put right everywhere. Plans in
    force before that day keep the old name."""
    clean = _name(name)
    _must_be_free(work, clean, unit_id)
    unit = _unit(work, unit_id)
    earlier = [one for one in unit.names if since and (one.since is None or one.since < since)]
    if since is None:
        names = (*unit.names[:-1], replace(unit.names[-1], name=clean))
    else:
        names = (*earlier, UnitName(clean, since if earlier else None))
    lost = [one.name for one in unit.names if one not in names]
    # the name that is put right stays a spelling of the unit: plans may still use it
    work.save_unit(replace(unit, names=names, aliases=_with(unit.aliases, lost)))


@needs(Right.MANAGE)
def merge(work: Work, unit_id: int, into: int, since: date | None = None) -> None:
    """From ``since`` on (always, without it) the unit is part of another. Raises Refused where that one is itself, or
    is already part of it."""
    unit, other = _unit(work, unit_id), _unit(work, into)
    by_id = {one.id: one for one in work.units()}
    follower: Unit | None = other
    while follower is not None:
        if follower.id == unit_id:
            raise Refused("units.merged_in_a_circle", unit=unit.name, other=other.name)
        follower = by_id.get(follower.merged_into)
    work.save_unit(replace(unit, merged_into=into, merged_from=since))


@needs(Right.MANAGE)
def part(work: Work, unit_id: int) -> None:
    """Take back that the unit was merged."""
    work.save_unit(replace(_unit(work, unit_id), merged_into=None, merged_from=None))


@needs(Right.MANAGE)
def remove_unit(work: Work, unit_id: int) -> None:
    """Take the unit out of the directory. Raises Refused while another is merged into it."""
    unit = _unit(work, unit_id)
    merged = next((one for one in work.units() if one.merged_into == unit_id), None)
    if merged is not None:
        raise Refused("units.others_merged", unit=unit.name, other=merged.name)
    work.remove_unit(unit_id)


def _unit(work: Work, unit_id: int) -> Unit:
    found = next((one for one in work.units() if one.id == unit_id), None)
    if found is None:
        raise Refused("storage.no_unit", unit=unit_id)
    return found


def _name(name: str) -> str:
    clean = clean_line(name)
    if not spelling_key(clean):
        raise Refused("units.no_name")
    return clean


def _must_be_free(work: Work, name: str, unit_id: int | None) -> bool:
    """Whether nobody has the name; False where the unit has it itself. Raises Refused where another has it."""
    owner = Directory(work.units()).unit_of(name)
    if owner is not None and owner.id != unit_id:
        raise Refused("units.taken", name=name, unit=owner.name)
    return owner is None


def _with(aliases: tuple[str, ...], more: Sequence[str]) -> tuple[str, ...]:
    return tuple({spelling_key(one): one for one in (*aliases, *more)}.values())
