"""Files are copied one after the other off the window's thread, told about where long, and stopped on request."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.domain.errors import MachineTrouble
from app.domain.proof import ProofFile
from app.exchange.proof_types import proof_types
from db.proof_files import ProofFiles
from ui.proof_keeper import Picture, ProofKeeper

Keep = Callable[..., list[ProofFile]]


@pytest.fixture
def keeper(qtbot: QtBot, tmp_path: Path) -> Iterator[ProofKeeper]:
    """A keeper with a folder of its own."""
    made = ProofKeeper(ProofFiles(tmp_path / "so", proof_types()))
    (tmp_path / "so").mkdir()
    yield made
    made.stop()


def file_of(folder: Path, name: str, size: int = 9) -> Path:
    """A file of so many bytes."""
    path = folder / name
    path.write_bytes((name.encode() * (size // len(name.encode()) + 1))[:size])
    return path


def test_several_files_are_kept_in_order(qtbot: QtBot, keeper: ProofKeeper, tmp_path: Path) -> None:
    told: list[list[ProofFile]] = []
    keeper.keep([file_of(tmp_path, "a.pdf"), file_of(tmp_path, "b.docx")], told.append)
    keeper.keep([file_of(tmp_path, "c.xlsx")], told.append)
    qtbot.waitUntil(lambda: not keeper.running)
    assert [[file.name for file in files] for files in told] == [["a.pdf", "b.docx"], ["c.xlsx"]]
    assert all(keeper.store.is_there(file) for files in told for file in files)


def test_what_was_kept_before_a_refusal_is_not_lost(qtbot: QtBot, keeper: ProofKeeper, tmp_path: Path) -> None:
    told: list[list[ProofFile]] = []
    with qtbot.waitSignal(keeper.refused) as refused:
        keeper.keep([file_of(tmp_path, "a.pdf"), tmp_path / "khong-co.pdf"], told.append)
    assert [file.name for file in told[0]] == ["a.pdf"] and "khong-co.pdf" in refused.args[0]
    qtbot.waitUntil(lambda: not keeper.running)


def test_trouble_with_the_machine_is_told_apart(qtbot: QtBot, tmp_path: Path) -> None:
    class Full(ProofFiles):
        def keep(self, source: Path, progress: Callable[[int, int], None] | None = None) -> ProofFile:
            raise MachineTrouble("proofs.source_locked", file=source.name, progress=progress)

    keeper = ProofKeeper(Full(tmp_path, proof_types()))
    told: list[list[ProofFile]] = []
    with qtbot.waitSignal(keeper.trouble) as trouble:
        keeper.keep([file_of(tmp_path, "a.pdf")], told.append)
    assert told == [[]] and "a.pdf" in trouble.args[0]
    keeper.stop()


def test_a_picture_is_kept_as_png(qtbot: QtBot, keeper: ProofKeeper) -> None:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    told: list[list[ProofFile]] = []
    keeper.keep([Picture(image, "Ảnh dán.png")], told.append)
    qtbot.waitUntil(lambda: bool(told))
    back = QImage(str(keeper.store.path_of(told[0][0])))
    assert told[0][0].name == "Ảnh dán.png" and (back.width(), back.height()) == (4, 3)


def test_a_long_copy_is_told_about(qtbot: QtBot, keeper: ProofKeeper, tmp_path: Path) -> None:
    percents: list[int | None] = []
    keeper.copying.connect(lambda told: percents.append(told and told[1]))
    told: list[list[ProofFile]] = []
    keeper.keep([file_of(tmp_path, "dai.pdf", 3 << 20)], told.append)
    qtbot.waitUntil(lambda: bool(told) and not keeper.running)
    numbers = [percent for percent in percents if percent is not None]
    assert numbers == sorted(numbers) and percents[-1] is None


class Slow(ProofFiles):
    """Waits in the middle of a file until it is told to go on."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, proof_types())
        self.in_the_middle, self.go_on = Event(), Event()

    def keep(self, source: Path, progress: Callable[[int, int], None] | None = None) -> ProofFile:
        """Copy, with a pause."""

        def told(done: int, size: int) -> None:
            self.in_the_middle.set()
            self.go_on.wait(10)
            if progress:
                progress(done, size)

        return super().keep(source, told)


def test_a_cancelled_copy_leaves_nothing_behind(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "so"
    folder.mkdir()
    store = Slow(folder)
    keeper = ProofKeeper(store)
    told: list[list[ProofFile]] = []
    keeper.keep([file_of(tmp_path, "dai.pdf", 3 << 20)], told.append)
    assert store.in_the_middle.wait(10)
    with qtbot.waitSignal(keeper.copying) as ended:
        keeper.cancel()
    store.go_on.set()
    keeper.stop()
    assert ended.args == [None] and told == [[]] and not keeper.running
    assert not [path for path in folder.rglob("*") if path.is_file()]
    keeper.keep([file_of(tmp_path, "b.pdf")], told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert [file.name for file in told[1]] == ["b.pdf"]
    keeper.stop()


def test_a_mistake_of_our_own_is_told_as_one(qtbot: QtBot, tmp_path: Path) -> None:
    class Broken(ProofFiles):
        def keep(self, source: Path, progress: Callable[[int, int], None] | None = None) -> ProofFile:
            raise ValueError(source, progress)

    keeper = ProofKeeper(Broken(tmp_path, proof_types()))
    with qtbot.waitSignal(keeper.crashed) as crashed:
        keeper.keep([file_of(tmp_path, "a.pdf")], lambda _files: None)
    assert isinstance(crashed.args[0], ValueError) and not keeper.running
    keeper.stop()
