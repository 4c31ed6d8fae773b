"""Recognising a machine without a screen."""

import socket
from pathlib import Path

import pytest

from app import display
from app.display import has_display


def test_no_display_named() -> None:
    assert not has_display({}, "linux")


def test_other_systems_and_chosen_platforms_are_believed() -> None:
    assert has_display({}, "win32")
    assert has_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")


def test_display_on_another_machine_is_believed() -> None:
    assert has_display({"DISPLAY": "máy-chủ:0"}, "linux")


def test_local_display_must_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not has_display({"DISPLAY": ":98765"}, "linux")
    monkeypatch.setattr(display, "_connects", lambda address: address == "/tmp/.X11-unix/X7")
    assert has_display({"DISPLAY": ":7.0"}, "linux")


def test_wayland_needs_its_socket(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not has_display(environment, "linux")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        assert has_display(environment, "linux")
