"""Pictures of every page at the sizes and scales that offices use: ``python -m build_spec.screenshots FOLDER``.

They are made to be looked at: no cut text, nothing over anything else, no English.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from build_spec import help_pictures
from build_spec import screenshots_accounts as accounts
from build_spec import screenshots_backup as backup
from build_spec import screenshots_care as care
from build_spec import screenshots_lists as lists
from build_spec import screenshots_plan as plan
from build_spec import screenshots_reports as around
from build_spec import screenshots_text as words
from build_spec.screenshots_window import close_dialogs, grab, sample_window, settle

if TYPE_CHECKING:
    from ui.main_window import MainWindow

SHOTS = (("1366x768", "1"), ("1920x1080", "1"), ("1280x720", "1.5"))
"""Size of the window in device-independent pixels, and the scale of the screen."""


def main(arguments: list[str]) -> int:
    """Take all pictures into the folder named by the first argument; each scale needs a process of its own. The
    argument "help" stands for the pictures of the help, which go to their place in ``resources``."""
    if arguments == ["help"]:
        return help_pictures.main()
    folder = Path(arguments[0] if arguments else "screenshots").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for size, scale in SHOTS:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "build_spec.screenshots", "--one", str(folder), size, scale]
        subprocess.run(command, env=environment, check=True)
    return 0


def take(folder: Path, size: str, scale: str) -> list[Path]:
    """Open the real window on the sample plan and save one picture of each of its states."""
    width, height = (int(part) for part in size.split("x"))
    made = []
    with sample_window(width, height) as window:
        for name, arrange in states().items():
            arrange(window)
            settle(window)
            made.append(folder / f"{name}-{size}-{scale}.png")
            grab(window).save(str(made[-1]))
            close_dialogs(window)
    return made


def states() -> "dict[str, Callable[[MainWindow], object]]":
    """What is photographed, by the name of the picture."""
    return {
        "plan": plan.plan,
        "plan-progress": plan.progress,
        "plan-log": plan.log,
        "dialog-edit-milestone": lambda window: window.plan_page.panel.progress.command_wanted.emit("add"),
        "plan-editing": plan.editing,
        "plan-section": plan.section,
        "plan-search": plan.searching,
        "home": lambda window: window.show_page("home"),
        "tracking": lists.tracking,
        "tracking-calendar": lists.calendar,
        "tracking-calendar-day": lists.calendar_day,
        "tracking-timeline": lists.timeline,
        "tracking-questions": lists.questions,
        "dialog-not-carried-out": lists.not_carried_out,
        "dialog-cancel": lists.cancel,
        "tracking-none": lambda window: lists.filter_words(window, "khong co gi"),
        "dialog-mark-done": lists.mark_done,
        "indicators": lambda window: window.show_page("indicators"),
        "indicators-evidence": around.evidence,
        "figures": lists.figures,
        "figures-answer": lists.figures_answer,
        "figures-lines": lambda window: lists.figures_page(window).show_form(7),
        "dialog-figures-import": lists.figures_import,
        "plan-text-none": words.page_of,
        "plan-text": words.plan_text,
        "plan-text-table": words.table,
        "plan-text-lines": words.recipients,
        "reports": lambda window: window.show_page("reports"),
        "report": lists.report,
        "dialog-sign-report": lists.sign_report,
        "dialog-ad-hoc-report": around.ad_hoc_report,
        "reports-ad-hoc": around.ad_hoc_reports,
        "report-signed": around.signed_report,
        "directory-kits": around.kits,
        "dialog-kit": around.kit_preview,
        "dialog-kit-look": lambda window: lists.directory(window, around.KITS_TAB).kits.look_at(),
        "directory-units": lambda window: lists.directory(window, 0),
        "directory-calendar": lambda window: lists.directory(window, 1),
        "directory-staff": lambda window: lists.directory(window, 2),
        "directory-office": lambda window: lists.directory(window, 3),
        "log": lists.log,
        "dialog-log": lists.log_preview,
        "dialog-unit-name": lambda window: lists.directory(window, 0).units.commands.rename(),
        "dialog-merge-unit": lambda window: lists.directory(window, 0).units.commands.merge(),
        "dialog-link-unit": lambda window: lists.directory(window, 0).units.commands.link(),
        "dialog-holiday": lambda window: lists.directory(window, 1).calendar.add_holiday(),
        "dialog-person": lambda window: lists.directory(window, 2).staff.change_person(),
        "dialog-signer": lambda window: lists.directory(window, 3).office.change_signer(),
        "first-run": lambda window: window.show_page("first_run"),
        "dialog-choose-person": lambda window: window.worker.choose(),
        "settings": lambda window: window.show_page("settings"),
        "plans": lambda window: window.show_page("plans"),
        "import": lambda window: window.show_page("import"),
        "import-preview": plan.import_preview,
        "import-refused": plan.import_refused,
        "search": plan.search_page,
        "dialog-new-plan": lambda window: window.actions_["new_plan"].trigger(),
        "dialog-plan-info": plan.plan_info,
        "dialog-appendix": plan.appendix_name,
        "dialog-print": plan.print_preview,
        "dialog-export": plan.export,
        "help": plan.help_window,
        "help-found": plan.help_found,
        "dialog-guide": plan.guide,
        "menu-table": plan.table_menu,
        "accounts-none": accounts.tab,
        "dialog-first-password": lambda window: accounts.tab(window).commands.ask_first_password(),
        "dialog-recovery-code": accounts.code,
        "dialog-recovery-print": accounts.code_print,
        "accounts": accounts.accounts,
        "dialog-account": accounts.change,
        "dialog-account-new": lambda window: accounts.tab(window).commands.add(),
        "dialog-own-password": accounts.own_password,
        "dialog-recovery": accounts.recovery,
        "menu-worker": accounts.worker_menu,
        "dialog-sign-in": accounts.locked,
        "home-backups": backup.side_bar,
        "dialog-backup": backup.target,
        "dialog-backup-locked": backup.locked,
        "dialog-backup-no-room": backup.no_room,
        "dialog-backup-password": backup.password,
        "dialog-restore": backup.restore,
        "dialog-crash": care.crash,
        "dialog-after-crash": care.after_crash,
        "plan-after-power-cut": care.cut_off,
        "dialog-support-package": care.package,
        "dialog-update": care.update,
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        take(Path(sys.argv[2]), sys.argv[3], sys.argv[4])
    else:
        sys.exit(main(sys.argv[1:]))
