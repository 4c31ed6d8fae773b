"""Use cases of the settings that the register keeps; they are no step that can be undone."""

from app.domain.access import Right
from app.domain.settings import OF_COMPUTER, OF_REGISTER, Settings, checked, from_stored, to_stored
from app.ports import Work
from app.services.access import needs

_NAMES = {name: name if name in ("soon_days", "lock_minutes") else f"print_{name}" for name in OF_REGISTER}
"""Under which name the register keeps each setting."""


@needs(Right.READ)
def read_settings(work: Work) -> Settings:
    """What is set; the settings of the computer are the usual ones here."""
    return from_stored({name: work.get_setting(stored) for name, stored in _NAMES.items()})


@needs(Right.MANAGE)
def save_settings(work: Work, settings: Settings) -> None:
    """Keep ``settings``, apart from those of the computer. Raises Refused where a value cannot be."""
    words = to_stored(checked({name: getattr(settings, name) for name in (*OF_COMPUTER, *OF_REGISTER)}))
    before = to_stored(read_settings(work))
    for name, value in words.items():
        if value != before[name]:
            work.save_setting(_NAMES[name], value)


@needs(Right.READ)
def soon_days(work: Work) -> int:
    """Days ahead of its due day from which a milestone is said to come soon."""
    return from_stored({"soon_days": work.get_setting(_NAMES["soon_days"])}).soon_days
