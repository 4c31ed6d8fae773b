"""Set-up of the environment: what is done once, what is done again, and what is said."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from build_spec import setup_environment, system_packages
from build_spec.setup_environment import Stopped

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with lock files of its own; installing and system packages only leave a note."""
    for name in setup_environment.LOCKS.values():
        (tmp_path / name).write_text(f"# {name}\nalembic==1 \\\n    --hash=sha256:0\n", encoding="utf-8")
    done = tmp_path / "done"
    done.touch()

    def note(word: str) -> None:
        with done.open("a") as file:
            file.write(word + " ")

    def create(root: Path) -> None:
        note("create")
        python = setup_environment.environment_python(root)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(setup_environment, "create", create)
    monkeypatch.setattr(setup_environment, "install", lambda root, purpose: note(purpose))
    monkeypatch.setattr(system_packages, "missing", lambda purpose: [])
    return tmp_path


def done(project: Path) -> list[str]:
    """What was done since the last look."""
    words = (project / "done").read_text().split()
    (project / "done").write_text("")
    return words


def test_environment_is_prepared_once(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    setup_environment.prepare(project, "run")
    setup_environment.prepare(project, "run")
    assert done(project) == ["create", "run"]
    assert "Lần đầu chạy" in capfd.readouterr().err


def test_tests_are_added_to_the_environment_of_the_program(project: Path) -> None:
    for purpose in ("run", "test", "run", "test"):
        setup_environment.prepare(project, purpose)
    assert done(project) == ["create", "run", "test"]


def test_changed_lock_makes_a_new_environment(project: Path) -> None:
    setup_environment.prepare(project, "run")
    (project / "requirements.txt").write_text("alembic==2\n", encoding="utf-8")
    setup_environment.prepare(project, "run")
    assert done(project) == ["create", "run", "create", "run"]


def test_line_endings_of_the_lock_do_not_matter(project: Path) -> None:
    setup_environment.prepare(project, "run")
    lock = project / "requirements.txt"
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert setup_environment.is_ready(project, "run")


def test_moved_or_other_python_makes_a_new_environment(project: Path) -> None:
    setup_environment.prepare(project, "run")
    stamp = json.loads(setup_environment.stamp_path(project).read_text(encoding="utf-8"))
    setup_environment.stamp_path(project).write_text(json.dumps(stamp | {"python": "3.10"}), encoding="utf-8")
    setup_environment.prepare(project, "run")
    assert done(project) == ["create", "run", "create", "run"]


@pytest.mark.parametrize("killed_while", ["run", "test"])
def test_half_made_environment_is_made_again(project: Path, killed_while: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if killed_while == "test":
        setup_environment.prepare(project, "run")
    with monkeypatch.context() as patch:
        patch.setattr(setup_environment, "install", lambda root, purpose: sys.exit("killed"))
        with pytest.raises(SystemExit):
            setup_environment.prepare(project, killed_while)
    done(project)
    setup_environment.prepare(project, "run")
    assert done(project) == ["create", "run"]


def test_damaged_stamp_counts_as_none(project: Path) -> None:
    setup_environment.prepare(project, "run")
    for content in ("", "[1]", "{"):
        setup_environment.stamp_path(project).write_text(content)
        assert not setup_environment.is_ready(project, "run")


def test_progress_is_told_in_vietnamese(capfd: pytest.CaptureFixture[str]) -> None:
    lines = [
        "Collecting alembic==1.20.1 (from -r requirements.txt)\n",
        "  Downloading alembic-1.20.1-py3-none-any.whl (300 kB)\n",
        "Processing ./wheels/pyside6_essentials-6.11.3-cp310-abi3-manylinux_2_34_x86_64.whl\n",
        "Installing collected packages: alembic\n",
    ]
    kept: list[str] = []
    setup_environment.follow(lines, kept.append, 17)
    said = capfd.readouterr().err.splitlines()
    assert kept == lines
    assert said[0] == "  [1/17] đang tải alembic"
    assert said[1] == "  [2/17] đang tải pyside6-essentials (gói lớn, xin chờ)"
    assert "Đang cài" in said[2]


def test_python_without_venv_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(system_packages, "is_debian", lambda: True)
    with pytest.raises(Stopped, match=r"apt-get install .*python3\.\d+-venv"):
        setup_environment.create(tmp_path)
    monkeypatch.setattr(system_packages, "is_debian", lambda: False)
    with pytest.raises(Stopped, match=r"python\.org"):
        setup_environment.create(tmp_path)


@pytest.mark.parametrize(("may", "succeeds"), [(True, True), (True, False), (False, False)])
def test_system_packages_are_installed_or_named(
    may: bool, succeeds: bool, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "missing", lambda purpose: ["libgl1", "libegl1"])
    monkeypatch.setattr(system_packages, "may_install", lambda: may)
    monkeypatch.setattr(system_packages, "install", lambda packages: succeeds)
    setup_environment.install_system_packages("run")
    said = capfd.readouterr().err
    assert ("apt-get install --no-install-recommends libgl1 libegl1" in said) is not succeeds


def test_wheel_folder_beside_the_program_is_used(tmp_path: Path) -> None:
    assert setup_environment.source_options(tmp_path) == []
    (tmp_path / "wheels").mkdir()
    assert setup_environment.source_options(tmp_path) == ["--no-index", "--find-links", str(tmp_path / "wheels")]


@pytest.mark.parametrize("lock", sorted(setup_environment.LOCKS.values()))
def test_lock_has_hashes_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if re.search(r"https?:|file:|--index|--find-links|/opt/", line)]
    packages = [line for line in lines if not line.startswith(" ")]
    assert all(re.fullmatch(r'[a-z0-9-]+==[\w.]+( ; sys_platform == "win32")? \\', line) for line in packages)
    assert all(f"\n{line}\n    --hash=sha256:" in "\n" + "\n".join(lines) for line in packages)


def test_program_and_tests_have_the_same_versions() -> None:
    program, tests = (
        {line.strip(" \\") for line in (ROOT / lock).read_text(encoding="utf-8").splitlines() if "==" in line}
        for lock in ("requirements.txt", "requirements-test.txt")
    )
    assert program < tests


@pytest.mark.skipif(sys.platform == "win32", reason="the shell commands are for Debian")
def test_shell_commands_say_when_python_is_missing(tmp_path: Path) -> None:
    for tool in ("dirname", "readlink"):
        (tmp_path / tool).symlink_to(f"/usr/bin/{tool}")
    for name in ("run", "test"):
        shell = ["/bin/sh", str(ROOT / name)]
        left = subprocess.run(shell, env={"PATH": str(tmp_path)}, capture_output=True, encoding="utf-8", check=False)
        assert left.returncode == 1
        assert "chưa có Python 3.11" in left.stderr


def test_windows_commands_have_windows_line_ends() -> None:
    for name in ("run.bat", "test.bat"):
        content = (ROOT / name).read_bytes()
        assert content.count(b"\r\n") == content.count(b"\n") > 5
        assert not content.startswith(b"\xef\xbb\xbf")
