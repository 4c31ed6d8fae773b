"""The direction ui -> app <- db, kept over the imports of every module, those inside functions included."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILE_LIBRARIES = ("openpyxl", "reportlab", "docx", "python_calamine", "defusedxml", "pypdfium2", "lxml", "PIL")
STORAGE_LIBRARIES = ("sqlalchemy", "alembic", "sqlite3", "argon2", "pyzipper")
QT = ("PySide6", "shiboken6")
OUTSIDE = FILE_LIBRARIES + STORAGE_LIBRARIES + QT
OURS = ("app", "db", "ui", "tests", "build_spec")

# For each package: the names it may import of ours, and of the libraries. The longest matching package rules.
ALLOWED: dict[str, tuple[str, ...]] = {
    "app.domain": ("app.domain",),
    "app.ports": ("app.domain", "app.ports"),
    "app.texts": ("app.domain", "app.paths"),
    "app.paths": (),
    "app.services": ("app.domain", "app.ports", "app.documents", "app.services", "app.texts", "app.paths"),
    "app.documents": ("app.domain", "app.documents", "app.texts", "app.paths"),
    "app.exchange": ("app.domain", "app.documents", "app.exchange", "app.texts", "app.paths", *FILE_LIBRARIES),
    "app.update": ("app",),
    "app": ("app",),
    "app.__main__": ("app", "db", "ui"),
    "db": ("app.domain", "app.ports", "db", *STORAGE_LIBRARIES),
    "ui": ("app", "ui", *QT),
}


def is_within(module: str, package: str) -> bool:
    """Whether ``module`` is ``package`` or lies inside it."""
    return module == package or module.startswith(package + ".")


def imported_names(source: str, module: str) -> Iterator[str]:
    """Every module that ``source`` imports anywhere, relative imports resolved against ``module``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(module.split(".")[: -node.level]) if node.level else ""
            start = ".".join(part for part in (base, node.module) if part)
            yield from (f"{start}.{alias.name}" for alias in node.names)


def offences(source: str, module: str) -> list[str]:
    """Imports of ``source`` that the rule for ``module`` does not allow."""
    rule = max((package for package in ALLOWED if is_within(module, package)), key=len)
    watched = [name for name in imported_names(source, module) if name.split(".")[0] in OURS + OUTSIDE]
    return [f"{module} imports {name}" for name in watched if not any(is_within(name, ok) for ok in ALLOWED[rule])]


def modules() -> list[tuple[str, Path]]:
    """Every module of the program with its file."""
    files = sorted(path for package in ("app", "db", "ui") for path in (ROOT / package).rglob("*.py"))
    return [(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path) for path in files]


def test_imports_keep_their_direction() -> None:
    found = [line for module, path in modules() for line in offences(path.read_text(encoding="utf-8"), module)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("app.domain.plan", "from app.ports import Work"),
        ("app.domain.plan", "import lxml.etree"),
        ("app.services.plans", "def f():\n    from db.storage import open_storage"),
        ("app.services.plans", "from app.exchange.read import read_plan"),
        ("app.services.plans", "from ..exchange import read"),
        ("app.exchange.read", "import PySide6.QtCore"),
        ("app.exchange.read", "from app.services.plans import find_plan"),
        ("app.cli", "import db.storage"),
        ("app.cli", "from ui import main_window"),
        ("db.storage", "from app.services import plans"),
        ("db.storage", "from app import texts"),
        ("db.storage", "import PySide6"),
        ("ui.main_window", "from sqlalchemy.orm import Session"),
        ("ui.pages.plan_page", "if True:\n    import db"),
    ],
)
def test_a_wrong_import_is_seen(module: str, source: str) -> None:
    assert offences(source, module)


def test_a_right_import_is_let_through() -> None:
    assert not offences("from app.services.plans import find_plan\nimport json", "ui.pages.plan_page")
    assert not offences("from db.storage import open_storage", "app.__main__")


def session_makers(source: str) -> list[str]:
    """Calls in ``source`` that open a session or a connection."""
    makers = {"Session", "sessionmaker", "scoped_session", "create_engine"}
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    names = (func.id if isinstance(func, ast.Name) else getattr(func, "attr", "") for func in calls)
    return [name for name in names if name in makers]


def test_sessions_are_opened_in_the_storage_only() -> None:
    outside = [path for module, path in modules() if not is_within(module, "db")]
    found = [str(path) for path in outside if session_makers(path.read_text(encoding="utf-8"))]
    assert not found
    assert session_makers("with Session(engine) as s: pass") == ["Session"]


WRITERS = ("save_", "remove_", "add_", "set_", "move_", "use_", "drop_", "keep_")


def direct_writes(source: str) -> list[str]:
    """Methods of a transaction that ``source`` calls to write, past the use cases that ask who may."""
    found = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute))
    of_work = (node.attr for node in found if isinstance(node.value, ast.Name) and node.value.id == "work")
    return [name for name in of_work if name.startswith(WRITERS)]


def test_window_and_command_line_write_through_use_cases_only() -> None:
    inside = ("app.services", "app.ports", "db")
    outside = [path for module, path in modules() if not any(is_within(module, package) for package in inside)]
    found = [str(path) for path in outside if direct_writes(path.read_text(encoding="utf-8"))]
    assert not found
    assert direct_writes("storage.write('x', lambda work: work.add_plan(plan))") == ["add_plan"]
    assert not direct_writes("storage.read(lambda work: work.list_plans())")


def test_every_package_has_a_rule() -> None:
    """Each package of the program has a rule of its own, so that a new one is not let through by chance."""
    tops = {path.name for path in (ROOT / "app").iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert {f"app.{name}" for name in tops} <= set(ALLOWED)
