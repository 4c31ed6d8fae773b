"""Which Debian packages are missing."""

import pytest

from build_spec import system_packages


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "is_debian", lambda: True)


@pytest.mark.usefixtures("debian")
def test_newer_names_count_as_the_same_package(monkeypatch: pytest.MonkeyPatch) -> None:
    have = set(system_packages.PACKAGES["run"]) - {"libglib2.0-0", "libxcb-cursor0"} | {"libglib2.0-0t64"}
    monkeypatch.setattr(system_packages, "installed", lambda: have)
    assert system_packages.missing("run") == ["libxcb-cursor0"]


@pytest.mark.usefixtures("debian")
def test_tests_need_no_window_but_poppler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "installed", lambda: set(system_packages.BASE))
    assert system_packages.missing("test") == ["poppler-utils"]


def test_nothing_is_asked_of_other_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "is_debian", lambda: False)
    assert system_packages.missing("run") == []


def test_removed_packages_are_not_installed_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "installed libgl1, libgl (= 1)\nconfig-files libegl1, \ninstalled fonts, fonts-a, fonts-b\n"
    answer = type("Answer", (), {"stdout": said})()
    monkeypatch.setattr("subprocess.run", lambda *_, **__: answer)
    assert system_packages.installed() == {"libgl1", "libgl", "fonts", "fonts-a", "fonts-b"}
