"""Draws the program's icon from its SVG as PNG files and as one Windows icon: ``python icon_files.py SVG FOLDER``.

Run inside the build environment, which has Qt and Pillow.
"""

import os
import sys
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256)
NAME = "so-cchc"


def png_path(folder: Path, size: int) -> Path:
    """Where the picture of ``size`` pixels lies."""
    return folder / f"{NAME}-{size}.png"


def draw(source: Path, folder: Path) -> None:
    """Draw ``source`` in every size of SIZES into ``folder``."""
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(source))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        image.save(str(png_path(folder, size)))


def join(folder: Path) -> Path:
    """The drawn pictures as one .ico, each size as it was drawn."""
    from PIL import Image

    pictures = [Image.open(png_path(folder, size)) for size in SIZES]
    target = folder / f"{NAME}.ico"
    pictures[-1].save(target, sizes=[(size, size) for size in SIZES], append_images=pictures[:-1])
    return target


def main(arguments: list[str]) -> int:
    """Draw the SVG named first into the folder named second."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    source, folder = (Path(argument) for argument in arguments)
    folder.mkdir(parents=True, exist_ok=True)
    draw(source, folder)
    join(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
