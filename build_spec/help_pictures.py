"""Pictures of the real screens for the help and the guide: ``python -m build_spec.screenshots help``."""

import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from build_spec import screenshots_lists as lists
from build_spec import screenshots_plan as plan
from build_spec import screenshots_text as words
from build_spec.screenshots_window import close_dialogs, grab, sample_window, settle

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from app.ports import Work
    from ui.main_window import MainWindow

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "help" / "pictures"
MOST_BYTES = 60_000
_SIZE = (1366, 700)
"""Of the window: no larger than needed, so that its letters can be read in a picture as wide as a page."""
_FEWEST_COLOURS = 24

Taken = Callable[["MainWindow"], "QPixmap"]


class Shot(NamedTuple):
    """How the window is brought into the state, what of it is taken, and which share of that from its top."""

    arrange: "Callable[[MainWindow], object]"
    take: Taken
    share: float = 1.0


def main() -> int:
    """Take every picture in a process of its own, where the screen has no scale; 0 when all are there."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}
    return subprocess.run([sys.executable, "-m", "build_spec.help_pictures"], env=environment, check=True).returncode


def take_all(folder: Path = FOLDER) -> list[Path]:
    """Write every picture into ``folder``, as few bytes as its colours allow; what was there goes."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    made = []
    with sample_window(*_SIZE) as window:
        for name, shot in shots().items():
            shot.arrange(window)
            settle(window)
            made.append(folder / f"{name}.png")
            made[-1].write_bytes(_packed(shot.take(window), shot.share))
            close_dialogs(window)
            settle(window)
    return made


def shots() -> dict[str, Shot]:
    """The pictures by name, in an order in which each state leaves the next one alone."""
    return {
        "ke-hoach": Shot(plan.plan, _page),
        "moc": Shot(plan.progress, _panel),
        "tong-quan": Shot(lambda window: window.show_page("home"), _page),
        "theo-doi": Shot(lists.tracking, _page),
        "dong-thoi-gian": Shot(lists.timeline, _page),
        "ghi-hoan-thanh": Shot(_mark_done, grab),
        "chi-tieu": Shot(_indicators, _page, 0.44),
        "so-lieu": Shot(lists.figures, _page),
        "bao-cao": Shot(lists.report, _page),
        "don-vi": Shot(lambda window: lists.directory(window, 0), _page, 0.75),
        "nhap": Shot(plan.import_preview, _page),
        "loi-van": Shot(words.plan_text, _page, 0.8),
        "bat-dau": Shot(lambda window: window.show_page("first_run"), _first_run),
        "in": Shot(_print, _preview),
        "don-doc": Shot(_reminders, _preview),
    }


def _page(window: "MainWindow") -> "QPixmap":
    """The page in front without menu and side bar."""
    return window.current_page.grab()


def _panel(window: "MainWindow") -> "QPixmap":
    """The panel of the row, without the empty room at its foot."""
    return window.plan_page.panel.grab()


def _first_run(window: "MainWindow") -> "QPixmap":
    """The card in the middle of the page."""
    from PySide6.QtWidgets import QFrame

    card = window.current_page.findChild(QFrame, "card")
    return card.grab() if card is not None else window.current_page.grab()


def _preview(window: "MainWindow") -> "QPixmap":
    """The preview that is open."""
    from ui.dialogs.document_preview import DocumentPreview

    return next(one for one in window.findChildren(DocumentPreview) if one.isVisible()).grab()


def _indicators(window: "MainWindow") -> None:
    """Some indicators with the values of two periods."""
    plan_id = window.plan_page.plan_id
    assert plan_id is not None
    window.operations.write("", lambda work: _fill_indicators(work, plan_id))
    settle(window)
    window.show_page("indicators")


def _fill_indicators(work: "Work", plan_id: int) -> None:
    from app.domain.indicator import PERCENT, Comparator, Indicator
    from app.domain.reporting_period import parse_period
    from app.services.indicator_choice import add
    from app.services.indicators import enter_value

    figures = {
        ("Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn", 99, PERCENT): ("98,60", "99,20"),
        ("Tỷ lệ hồ sơ nộp trực tuyến", 85, PERCENT): ("81,30", "86,00"),
        ("Tỷ lệ hồ sơ được số hóa khi tiếp nhận", 100, PERCENT): ("96,10", "97,40"),
        ("Cuộc đối thoại với người dân, doanh nghiệp", 2, "cuộc"): ("1", "2"),
    }
    for (measure, target, unit), values in figures.items():
        made = add(work, plan_id, Indicator(measure, Comparator.AT_LEAST, Decimal(target), unit))
        for period, typed in zip(("2026-Q1", "2026-6M"), values, strict=True):
            enter_value(work, made, parse_period(period), typed)


def _mark_done(window: "MainWindow") -> None:
    from ui.pages.tracking_page import TrackingPage

    lists.filter_words(window, "")
    settle(window)
    page = window.page("tracking")
    assert isinstance(page, TrackingPage)
    page.views.choose(0)
    page.table.selectRow(0)
    page.mark_selected()


def _print(window: "MainWindow") -> None:
    plan.plan(window)
    settle(window)
    plan.print_preview(window)
    _shrink_preview(window)


def _reminders(window: "MainWindow") -> None:
    from ui.pages.tracking_page import TrackingPage

    lists.filter_words(window, "")
    settle(window)
    page = window.page("tracking")
    assert isinstance(page, TrackingPage)
    page.prints.open_reminders()
    settle(window)
    _shrink_preview(window)


def _shrink_preview(window: "MainWindow") -> None:
    """The preview at a size at which its words can be read in a picture; waits for its pages."""
    from build_spec.screenshots_window import wait
    from ui.dialogs.document_preview import DocumentPreview

    dialog = next(one for one in window.findChildren(DocumentPreview) if one.isVisible())
    dialog.resize(1000, 620)
    while dialog.made is None or dialog.making.running:
        wait(20)
    wait(800)


def _packed(picture: "QPixmap", share: float) -> bytes:
    """PNG of the upper ``share``, of few colours, fewer where it would weigh too much."""
    from PySide6.QtCore import QBuffer

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    image = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    image = image.crop((0, 0, image.width, round(image.height * share)))
    colours = 128
    while len(packed := _png(image, colours)) > MOST_BYTES and colours > _FEWEST_COLOURS:
        colours //= 2
    return packed


def _png(image: Image.Image, colours: int) -> bytes:
    file = BytesIO()
    image.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    take_all()
