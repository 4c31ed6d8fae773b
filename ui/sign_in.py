"""Who has signed in: asked before anything of the register is shown, asked again after a while without a touch.

Without accounts all of this does nothing.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QDialog, QMenu

from ui.idle import IdleWatch

if TYPE_CHECKING:
    from app.domain.access import Actor
    from app.domain.settings import Settings
    from app.ports import Changes
    from ui.dialogs.account_sign_in import AccountSignIn
    from ui.main_window import MainWindow
    from ui.widgets.lock_cover import LockCovers

_LAST = "account"
"""Where the window's settings keep the name that signed in last."""


class SignIn(QObject):
    """Stands between the window and its pages. ``actor`` is None as long as there are no accounts, or nobody has
    signed in."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.actor: Actor | None = None
        self.dialog: AccountSignIn | None = None
        """The window that asks, where one is open."""
        self._covers: LockCovers | None = None
        self._then: Callable[[], None] | None = None
        self.idle = IdleWatch(window.clock, self)
        self.idle.quiet.connect(self._consider_locking)
        self.idle.lock_wanted.connect(self.lock)
        window.worker.account_wanted.connect(self.open_menu)
        window.operations.changed.connect(self._consider_following)
        for name, do in (("lock", self.lock), ("sign_out", self.sign_out), ("change_password", self.change_password)):
            window.actions_[name].triggered.connect(do)
        window.actions_.show_accounts(False)

    @property
    def is_locked(self) -> bool:
        """Whether somebody is asked to sign in now."""
        return self.dialog is not None

    def begin(self, go_on: Callable[[], None]) -> None:
        """Call ``go_on`` once the pages may be shown: at once where there are no accounts, else when somebody has
        signed in."""
        from app.services.account_state import accounts_state, whoever_works

        operations = self._window.operations
        if not operations.read_now(accounts_state).are_on:
            self.take(None)
            go_on()
            return
        actor = operations.read_now(whoever_works)
        if actor.role is None:
            self._then = go_on
            self._ask()
        else:
            self.take(actor)
            go_on()

    def take(self, actor: "Actor | None") -> None:
        """From now on ``actor`` works at this window; None where there are no accounts (any more)."""
        self.actor = actor
        window = self._window
        window.worker.use_account(actor.name if actor else None)
        window.actions_.show_accounts(actor is not None)
        window.actions_.allow_actor(actor)
        window.operations.rights.take(actor)
        if actor is None:
            self.idle.end()
        else:
            window.settings.setValue(_LAST, actor.name)
            self.idle.begin()

    @Slot(object)
    def adopt(self, actor: "Actor | None") -> None:
        """Whoever sits here has made the first account, and works by it from now on; None: there are none any more."""
        if actor is not None:
            self._window.operations.act_as(actor)
        self._window.operations.when_written(partial(self._adopted, actor))

    def _adopted(self, actor: "Actor | None") -> None:
        self.take(actor)
        self._window.current_page.enter()

    @Slot()
    def lock(self) -> None:
        """Cover everything until the password is given again; all stays open as it is below."""
        if self.actor is not None and not self.is_locked:
            self.idle.end()
            self._ask()

    @Slot()
    def sign_out(self) -> None:
        """Store what is being typed, close what is open, and ask who works next."""
        from app.domain.access import NOBODY

        if self.actor is not None and not self.is_locked:
            self.idle.end()
            self._ask()
            self._leave()
            self.actor = None
            self._window.operations.act_as(NOBODY)

    def stop(self) -> None:
        """The window closes: nobody is asked any more."""
        self.idle.end()
        self._uncover()

    @Slot()
    def change_password(self) -> None:
        """Let whoever has signed in set another password."""
        from ui.dialogs.account_password import OwnPassword

        if self.actor is not None:
            OwnPassword(self._window.operations, self.actor.name, self._window).open()

    @Slot()
    def open_menu(self) -> None:
        """What can be done about who has signed in, at the line that names them."""
        line = self._window.side_bar.worker
        menu = QMenu(line)
        for name in ("change_password", "lock", "sign_out"):
            menu.addAction(self._window.actions_[name])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(line.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    @Slot(object)
    def _consider_following(self, changes: "Changes") -> None:
        """What touches nothing of the plans may have been an account, even that of whoever works."""
        touched = changes.plans or changes.rows or changes.directories
        if self.actor is not None and not self.is_locked and not touched:
            from app.services.account_state import whoever_works

            self._window.operations.read_after_writes(whoever_works, self._follow)

    def _follow(self, actor: "Actor") -> None:
        if self.actor is None or self.is_locked or actor.name not in ("", self.actor.name):
            return
        if actor.role is None:
            self.sign_out()
        elif actor.name and actor != self.actor:
            self.take(actor)

    @Slot(float)
    def _consider_locking(self, _seconds: float) -> None:
        from app.services.settings import read_settings

        if self.actor is not None and not self.is_locked:
            self._window.operations.read(read_settings, self._lock_when_due)

    def _lock_when_due(self, settings: "Settings") -> None:
        minutes = settings.lock_minutes
        if minutes and self.idle.seconds >= minutes * 60:
            self.lock()

    def _ask(self) -> None:
        from ui.dialogs.account_sign_in import AccountSignIn
        from ui.widgets.lock_cover import LockCovers

        window = self._window
        last = str(window.settings.value(_LAST) or "")
        locked_by = self.actor.name if self.actor else ""
        self.dialog = AccountSignIn(window.operations, window.clock, last, locked_by, window)
        self.dialog.signed_in.connect(self._signed_in)
        self.dialog.given_up.connect(window.close)
        self._covers = LockCovers(self.dialog)
        self.dialog.open()

    @Slot(object)
    def _signed_in(self, actor: "Actor") -> None:
        if self.actor is not None and self.actor.name == actor.name:
            self.take(actor)
            self._uncover()
            self._window.activateWindow()
            return
        if self.actor is not None:
            self._leave()
        self._window.operations.act_as(actor)
        self._window.operations.when_written(self._enter)

    def _enter(self) -> None:
        """Somebody has come who was not here before: begin anew, with their eyes."""
        then, self._then = self._then or self._window.show_other_data, None
        self._window.banner.hide()
        self.begin(then)
        self._window.actions_.show_history(self._window.operations.history())
        self._uncover()
        self._window.activateWindow()

    def _leave(self) -> None:
        """Whoever was here leaves: what they were typing is stored by their name, dialogs are given up."""
        self._window.finish_editing()
        for dialog in self._window.findChildren(QDialog):
            if dialog is not self.dialog and dialog.isVisible():
                dialog.reject()

    def _uncover(self) -> None:
        covers, self._covers = self._covers, None
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.accept()
        if covers is not None:
            covers.uncover()
