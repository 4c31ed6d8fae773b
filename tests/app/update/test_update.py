"""Updates from end to end, with small programs that stand in for the real one."""

import io
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import MachineTrouble, Refused
from app.exchange.update_file import check_update_file
from app.texts import sentence_for
from app.update import prepare as preparing
from app.update import resume as resuming
from app.update import swap
from app.update.installed import Installed
from app.update.journal import note_step, read_journal
from app.update.lock import update_lock
from app.update.prepare import must_fit, prepare
from app.update.resume import Start, resume, tidy_up
from tests.app.update.standins import (
    DATABASE,
    installed,
    make_bundle,
    make_data,
    open_program,
    pack,
    said,
    version_in_place,
    without_links,
)
from tests.faults.forked import bounded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts")
_OLD, _NEW = "1.0.0", "1.1.0"


class Office:
    """A PC with the old program and its data, and a stick with the new one that behaves in some way."""

    def __init__(self, folder: Path, how: str = "works", kind: str = "tar.xz") -> None:
        self.folder = folder
        self.bundle = make_bundle(folder / "máy", _OLD)
        self.data = make_data(folder / "dữ liệu")
        self.program = installed(self.bundle, _OLD)
        new = make_bundle(folder / "mới", _NEW, how)
        if kind == "zip":
            without_links(new, _NEW)
        (folder / "usb").mkdir()
        self.file = pack(new, folder / "usb" / f"so-cchc-{_NEW}.{kind}")

    def prepare(self, seconds: float = 20.0) -> None:
        """Everything up to the moment when the old program ends."""
        with subprocess.Popen([sys.executable, "-c", ""]) as ended:
            ended.wait()
        journal = prepare(check_update_file(self.file), self.program, self.data, (str(self.folder),))
        note_step(self.program.journal, replace(journal, process=ended.pid, seconds=seconds), journal.step)

    def finish(self) -> int:
        """The helper, from a copy of the old program file as in earnest."""
        command = [str(self.bundle / f"so-cchc-{_OLD}"), "--finish-update", str(self.program.journal)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)
        assert not done.stderr, done.stderr
        return done.returncode

    def starts(self, count: int) -> list[str]:
        """What the first ``count`` programs told; those started by the helper may still be at it."""
        for _ in range(1000):
            if len(said(self.folder)) >= count:
                break
            os.sched_yield()
            subprocess.run(["sleep", "0.02"], check=True)
        return said(self.folder)


@pytest.mark.parametrize("kind", ["tar.xz", "zip"])
def test_a_good_update_runs_and_the_old_version_goes_later(tmp_path: Path, kind: str) -> None:
    office = Office(tmp_path, kind=kind)
    office.prepare()
    assert version_in_place(office.bundle) == _OLD
    open_before = sorted(path.name for path in office.bundle.iterdir())
    assert office.finish() == 0
    assert version_in_place(office.bundle) == _NEW and "cap-nhat.json" in open_before
    assert office.starts(1) == [f"{_NEW} 1 1 done"]
    new = installed(office.bundle, _NEW)
    assert (office.bundle / f"_internal-{_OLD}").is_dir()
    tidy_up(new, office.data)
    left = sorted(path.name for path in office.bundle.iterdir())
    assert left == sorted(["so-cchc", "so-cchc-cli", f"_internal-{_NEW}", "cap-nhat.khoa"])
    assert sorted(path.name for path in office.data.iterdir()) == [DATABASE]


@pytest.mark.parametrize(
    ("how", "reason"), [("dies", "not_started"), ("dies migrates", "not_started"), ("sleeps migrates", "no_sign")]
)
def test_one_that_does_not_start_gives_way_to_the_old_with_its_data(tmp_path: Path, how: str, reason: str) -> None:
    office = Office(tmp_path, how)
    before = (office.data / DATABASE).read_bytes()
    office.prepare(2.0 if "sleeps" in how else 20.0)
    assert office.finish() == 1
    assert office.starts(1) == [f"{_OLD} 1 1 went_back {reason}"]
    assert version_in_place(office.bundle) == _OLD
    assert (office.data / DATABASE).read_bytes() == before


def test_a_program_that_stays_open_is_left_alone(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.prepare()
    journal = read_journal(office.program.journal)
    assert journal is not None
    note_step(office.program.journal, replace(journal, process=os.getpid(), seconds=0.2), journal.step)
    assert office.finish() == 1
    assert version_in_place(office.bundle) == _OLD
    open_program(office.bundle, tmp_path)
    assert said(tmp_path) == [f"{_OLD} 1 1 went_back still_open"]


def test_while_the_helper_works_nobody_else_starts(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.prepare()
    with update_lock(office.bundle) as is_ours:
        assert is_ours and resume(office.program) is Start.BUSY


def fits(office: Office, program: Installed) -> None:
    """What stands before the question whether to update."""
    must_fit(check_update_file(office.file), program, office.data)


def test_older_other_and_unwritable_are_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(tmp_path)
    before = sorted(office.bundle.rglob("*"))
    with pytest.raises(Refused, match="update.not_newer"):
        fits(office, installed(office.bundle, _NEW))
    with pytest.raises(Refused, match="update.not_newer"):
        fits(office, installed(office.bundle, "2.0"))
    with monkeypatch.context() as patched:
        patched.setattr(Installed, "can_be_written", lambda self: False)
        with pytest.raises(Refused, match="update.no_right") as refused:
            fits(office, office.program)
        assert "quản trị" in sentence_for(refused.value)
    with monkeypatch.context() as patched:
        patched.setattr(preparing, "system_name", lambda: "windows-x86_64")
        with pytest.raises(Refused, match="update.other_system"):
            fits(office, office.program)
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "disk_usage", lambda folder: type("", (), {"free": 1_000})())
        with pytest.raises(MachineTrouble, match="update.no_room"):
            fits(office, office.program)
    fits(office, office.program)
    assert sorted(office.bundle.rglob("*")) == before


def test_a_disk_that_fills_up_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(tmp_path)
    before = sorted(office.bundle.rglob("*"))
    update = check_update_file(office.file)

    def full(*given: Any) -> None:
        raise OSError(28, "No space left on device")

    for step in ("unpack_update", "put_in_place", "move", "write_journal", "_onto_disk"):
        with monkeypatch.context() as patched:
            patched.setattr(preparing, step, full)
            with pytest.raises(MachineTrouble, match="update.not_prepared"):
                prepare(update, office.program, office.data)
        assert sorted(office.bundle.rglob("*")) == before, step


_CALLS = ("replace", "rename", "unlink", "rmdir", "mkdir", "fsync", "open", "sync", "symlink")
_Act = Callable[[Office], object]
_EVERY = int(os.environ.get("SO_CCHC_CUT_EVERY", "3"))
"""The power is cut at each step of this many; 1 for the long run, of which the figures are."""


def dying_at(number: int, call: Callable[[], object]) -> None:
    """Carry out ``call`` and be killed, as by a power cut, at its ``number``-th call of the system that changes or
    settles anything. For a process of its own."""
    count = 0

    def counting(real: Callable[..., Any], *given: Any, **named: Any) -> Any:
        nonlocal count
        count += 1
        if count == number:
            os.kill(os.getpid(), 9)
        return real(*given, **named)

    starts = tuple((module, ("start",)) for module in (swap, resuming))
    for module, names in ((os, _CALLS), (io, ("open",)), *starts):
        for name in names:
            setattr(module, name, partial(counting, getattr(module, name)))
    call()


def prepared(office: Office) -> None:
    """The part of an update that the running program does."""
    prepare(check_update_file(office.file), office.program, office.data, (str(office.folder),))


def swapped(office: Office) -> None:
    """The part that the helper does."""
    swap.main([str(office.program.journal)])


def cut(folder: Path, how: str, act: _Act, number: int) -> tuple[bool, str]:
    """Cut the power at step ``number`` of ``act`` and start the program until it shows its first page: whether it came
    that far, and what that start told."""
    folder.mkdir()
    office = Office(folder, how)
    if act is swapped:
        office.prepare()
    ended = bounded(partial(dying_at, number, partial(act, office)), 60)
    assert ended.trouble in ("", "signal 9"), ended.trouble
    # the first one may hand over to the helper, which starts the program anew; a clerk tries again
    for _ in range(40):
        open_program(office.bundle, folder)
        if said(folder) and not office.program.journal.exists():
            break
        subprocess.run(["sleep", "0.05"], check=True)
    whole = version_in_place(office.bundle)
    assert (office.bundle / f"_internal-{whole}").is_dir() and said(folder)[-1].split()[0] == whole
    return bool(ended.trouble), said(folder)[-1]


@pytest.mark.parametrize(
    ("how", "act", "ends"),
    [
        ("works", prepared, {_OLD}),
        ("works migrates", swapped, {_OLD, _NEW}),
        ("dies migrates", swapped, {_OLD}),
    ],
)
def test_a_power_cut_at_any_step_leaves_one_version_whole(
    tmp_path: Path, how: str, act: _Act, ends: set[str], record_property: Callable[[str, object], None]
) -> None:
    found: Counter[str] = Counter()
    for number in range(1, 400, _EVERY):
        was_cut, told = cut(tmp_path / str(number), how, act, number)
        version, data, _lines, *_news = told.split()
        # data of the new version under the old program would have been refused by it
        assert int(data) == (2 if version == _NEW and "migrates" in how else 1)
        found[version] += was_cut
        if not was_cut:
            break
    assert number > 10 and set(found) - {""} <= ends
    record_property("cuts", sum(found.values()))
    print(f"{act.__name__}, {how}: cut at {sum(found.values())} steps, then {dict(found)}, 0 broken")
