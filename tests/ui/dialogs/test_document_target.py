"""Where documents are written to."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.document_target import ask_target, file_name, with_format


def test_names_fit_every_system() -> None:
    assert file_name('Kế hoạch 12/KH-UBND: "CCHC"?') == "Kế hoạch 12 KH-UBND CCHC"
    assert file_name("...") == "ke-hoach"


@pytest.mark.parametrize(
    "title",
    [
        *(
            "../../ngoài",
            "..\\..\\ngoài",
            "/etc/passwd",
            "C:\\Windows\\x.dll",
            "\\\\may-chu\\chung",
            "CON",
            "aux.docx",
            "LPT1 ",
        ),
        *("a\x00b", "a\nb", "x" * 400, ".", "", "tệp:luồng", "~", "\u202efdp.exe"),
    ],
)
def test_no_title_of_a_plan_leads_out_of_the_folder_chosen(title: str, tmp_path: Path) -> None:
    name = f"{file_name(title)}.docx"
    assert (tmp_path / name).parent == tmp_path and not set(name) & set('<>:"/\\|?*\x00\n')
    assert name.partition(".")[0].strip().lower() not in ("con", "aux", "lpt1")
    (tmp_path / name).touch()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_known_end_decides_and_a_missing_one_is_added(tmp_path: Path) -> None:
    assert with_format(tmp_path / "a.PDF", "docx") == tmp_path / "a.PDF"
    assert with_format(tmp_path / "đợt 1.2", "xlsx") == tmp_path / "đợt 1.2.xlsx"


def test_a_file_nobody_was_asked_about_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "a.docx").touch()
    assert with_format(tmp_path / "a", "docx") == tmp_path / "a (2).docx"


@pytest.mark.parametrize(("kind", "suffix"), [(0, ".docx"), (1, ".xlsx"), (2, ".pdf")])
def test_the_end_of_the_name_follows_the_kind_of_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: int, suffix: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def choose(dialog: QFileDialog) -> QDialog.DialogCode:
        dialog.filterSelected.emit(dialog.nameFilters()[kind])
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "exec", choose)
    assert ask_target(parent, "Sổ: quý I", tmp_path) == tmp_path / f"Sổ quý I{suffix}"


def test_nothing_chosen_is_no_file(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    assert ask_target(parent, "Sổ", tmp_path) is None
