"""The small file that carries settings to another computer."""

import json
from pathlib import Path

from app.domain.errors import MachineTrouble, Refused
from app.domain.settings import Settings, file_of, from_file
from app.exchange.export import export_file

_MOST_BYTES = 64_000


def write_settings(settings: Settings, path: Path) -> None:
    """Write ``settings`` to ``path``; raises what ``export_file`` raises."""
    words = json.dumps(file_of(settings), ensure_ascii=False, indent=2) + "\n"
    export_file(
        path,
        lambda made: made.write_text(words, encoding="utf-8"),
        lambda made: made.read_text(encoding="utf-8") == words,
    )


def read_settings_file(path: Path, before: Settings) -> Settings:
    """``before`` as the file at ``path`` changes it. Raises Refused where it is no file of settings or a value in it is
    wrong, MachineTrouble where it cannot be read; nothing is taken then."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise MachineTrouble("settings.file_not_read", name=path.name) from error
    if len(content) > _MOST_BYTES:
        raise Refused("settings.file_too_large", name=path.name)
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused("settings.no_settings_file") from error
    return from_file(found, before)
