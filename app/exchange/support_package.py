"""A support package: a small zip of text files."""

import os
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from app.domain.errors import MachineTrouble
from app.domain.support import SupportFile


def write_support_package(files: Iterable[SupportFile], target: Path) -> None:
    """Write ``files`` into the zip ``target``, whole or not at all. Raises MachineTrouble where that is impossible."""
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as opened:
            with ZipFile(opened, "w", ZIP_DEFLATED) as package:
                for file in files:
                    package.writestr(file.name, file.words.encode("utf-8", "backslashreplace"))
            opened.flush()
            os.fsync(opened.fileno())
        part.replace(target)
    except OSError as error:
        raise MachineTrouble("support.not_saved", file=target) from error
    finally:
        _take_away(part)


def _take_away(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # the stick was pulled out: there is nothing left to remove from
