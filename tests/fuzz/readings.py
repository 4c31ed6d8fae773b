"""What the program does with an input of each kind, and what must hold afterwards."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from app.domain.errors import Refused
from app.domain.imported import ImportedPlan
from app.domain.settings import Settings, wrong_fields
from app.domain.statistics_form import Shape
from app.domain.text import clean_cell
from app.exchange.clipboard import parse_clipboard
from app.exchange.figures_import import import_figures, paste_figures
from app.exchange.form_files import read_form_file
from app.exchange.form_grid import grid_of_block
from app.exchange.form_json import builtin_form_sets
from app.exchange.kit_files import read_kit_file
from app.exchange.lines_import import import_lines
from app.exchange.outlines import report_kit
from app.exchange.read import read_plan
from app.exchange.settings_file import read_settings_file
from app.exchange.typed_content import check_types
from app.exchange.update_file import check_update_file, unpack_update
from app.ports import Work
from app.texts import sentence_for
from db.check import check
from db.restore import look_into, restore
from db.storage import DatabaseStorage, open_storage
from tests.fuzz.seeds import PASSWORD

_KEPT_CONTROLS = "\n\t"


def read_input(kind: str, file: Path, data: Path) -> list[str]:
    """Give ``file`` to every reader of ``kind``; the sentences with which it was refused. ``data`` is a data folder
    that a backup may be restored into."""
    return [said for reader in READERS[kind] if (said := _refusal(reader, file, data))]


def _refusal(reader: Callable[[Path, Path], object], file: Path, data: Path) -> str:
    try:
        reader(file, data)
    except Refused as refused:
        return sentence_for(refused)
    return ""


def _plan(file: Path, data: Path) -> None:
    imported = read_plan(file, 2026)
    _must_be_clean(imported)
    # what was read can be stored, and comes back as it was read
    with closing(open_storage(data)) as storage:
        stored = storage.write("Nhập", lambda work: _stored(work, imported)).result
        storage.undo()
    if stored != [[row.cells for row in part.rows] for part in imported.plan.appendices]:
        raise AssertionError("stored otherwise than read")


def _stored(work: Work, imported: ImportedPlan) -> list[list[object]]:
    plan = work.get_plan(work.add_plan(imported.plan))
    return [[row.cells for row in part.rows] for part in plan.appendices]


def _must_be_clean(imported: ImportedPlan) -> None:
    cells = [cell for part in imported.plan.appendices for row in part.rows for cell in row.cells if cell]
    dirty = [cell for cell in cells if cell != clean_cell(cell)]
    dirty += [text for text in _texts((imported.plan, imported.body)) if not is_printable(text)]
    if dirty:
        raise AssertionError(f"control characters came through: {dirty[0][:80]!r}")


def is_printable(text: str) -> bool:
    """Whether ``text`` holds no control, format (bidirectional, zero-width) or surrogate characters."""
    return all(letter in _KEPT_CONTROLS or unicodedata.category(letter) not in ("Cc", "Cf", "Cs") for letter in text)


def _texts(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield str(found)
    elif is_dataclass(found) and not isinstance(found, type):
        for one in fields(found):
            yield from _texts(getattr(found, one.name))
    elif isinstance(found, Mapping):
        yield from _texts((tuple(found), tuple(found.values())))
    elif isinstance(found, tuple | list):
        for one in found:
            yield from _texts(one)


def _clipboard(file: Path, _data: Path) -> None:
    content = file.read_bytes()
    # half of the broken letters as a clipboard may hand them on: as lone surrogates
    markup = content.decode("utf-8", "surrogateescape" if len(content) % 2 else "replace")
    for block in (parse_clipboard(markup, None), parse_clipboard(None, markup), parse_clipboard(markup, markup)):
        for form in builtin_form_sets()[0].forms[:1]:
            paste_figures(grid_of_block(block), form)
        if any(cell is not None and cell != clean_cell(cell) for row in block for cell in row):
            raise AssertionError("a pasted cell is not clean")


def _form(file: Path, _data: Path) -> None:
    loaded = read_form_file(file, 2026)
    dirty = [text for text in _texts(loaded.form_set) if not is_printable(text)]
    if dirty:
        raise AssertionError(f"control characters came through: {dirty[0][:80]!r}")


def _figures(file: Path, _data: Path) -> None:
    forms = [form for form_set in builtin_form_sets() for form in form_set.forms]
    import_figures(file, forms)
    # a file is read for the one form that stands on the screen
    import_lines(file, next(form for form in forms if form.shape is Shape.COLUMNS))


def _looked_into(file: Path, data: Path) -> None:
    look_into(data, file)


def _looked_into_unlocked(file: Path, data: Path) -> None:
    look_into(data, file, PASSWORD)


def _restored_unlocked(file: Path, data: Path) -> None:
    _restored(file, data, PASSWORD)


def _updated(file: Path, data: Path) -> None:
    unpack_update(check_update_file(file), data / "phiên bản mới")


def _kit(file: Path, _data: Path) -> None:
    loaded = read_kit_file(file, 2026, report_kit())
    check_types(loaded.content)
    dirty = [text for text in _texts(loaded.content) if not is_printable(text)]
    if dirty:
        raise AssertionError(f"control characters came through: {dirty[0][:80]!r}")


def _settings(file: Path, _data: Path) -> None:
    before = Settings()
    wrong = wrong_fields({one.name: getattr(read_settings_file(file, before), one.name) for one in fields(before)})
    if wrong:
        raise AssertionError(f"settings that cannot be came through: {wrong}")


def _restored(file: Path, data: Path, password: str = "") -> None:
    restore(data, file, password)
    with closing(open_storage(data)) as storage:
        storage.read(_everything)
        storage.drafts()
        storage.history()
        if storage.history().undo:
            _undo(storage)
    check(data)


def _everything(work: Work) -> None:
    for summary in work.list_plans():
        work.get_plan(summary.id)
        work.body(summary.id)
        work.marks(summary.id)
    work.proofs()
    work.list_templates()
    work.office()
    work.search("ke hoach")


def _undo(storage: DatabaseStorage) -> None:
    storage.undo()
    storage.redo()


READERS: dict[str, tuple[Callable[[Path, Path], None], ...]] = {
    "word": (_plan,),
    "excel": (_plan,),
    "old excel": (_plan, _figures),
    "opendocument": (_plan, _figures),
    "plan file": (_plan,),
    "form": (_form, _figures),
    "backup": (_looked_into, _restored),
    "locked backup": (_looked_into, _looked_into_unlocked, _restored_unlocked),
    "update": (_updated,),
    "linux update": (_updated,),
    "settings": (_settings,),
    "outline": (_kit,),
    "outline sheet": (_kit,),
    "clipboard": (_clipboard,),
}
