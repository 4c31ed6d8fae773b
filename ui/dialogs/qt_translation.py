"""Vietnamese for what Qt itself says: standard buttons, file and print dialogs, context menus."""

import tomllib
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from app.paths import RESOURCES


@cache
def _sentences() -> dict[str, str]:
    with Path(RESOURCES / "texts" / "qt.toml").open("rb") as file:
        return {key: str(value) for key, value in tomllib.load(file).items()}


class QtTranslator(QTranslator):
    """Translates Qt's own sentences by the data in ``resources/texts/qt.toml``, in whichever class they stand."""

    def isEmpty(self) -> bool:
        """Never empty: Qt would refuse to install a translator that says it is."""
        return False

    def translate(
        self, context: str, source: str | bytes, disambiguation: str | bytes | None = None, n: int = -1
    ) -> str | None:
        """The Vietnamese for ``source``; None leaves it to Qt."""
        del context, disambiguation
        key = source.decode() if isinstance(source, bytes) else source
        found = _sentences().get(key)
        return found.replace("%n", str(n)) if found is not None and n >= 0 else found


def install_translation(parent: QObject) -> QtTranslator:
    """Make Qt speak Vietnamese from now on; ``parent`` keeps the translator alive."""
    translator = QtTranslator(parent)
    QCoreApplication.installTranslator(translator)
    return translator
