"""What whoever works may do: what they may not is off on every page, and says why.

The use cases ask for their rights themselves; here nobody is led into typing what would be refused. Without accounts
everything stays as the pages have it.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.access import Actor, Right, may, must_have
from app.domain.errors import Refused
from app.texts import sentence_for


def why_not(actor: Actor | None, right: Right) -> str:
    """The sentence that says why ``actor`` may not do what asks for ``right``; "" where they may, and for None: there
    are no accounts."""
    try:
        if actor is not None:
            must_have(actor, right)
    except Refused as refusal:
        return sentence_for(refusal)
    return ""


class Rights(QObject):
    """``changed`` tells that somebody else works from now on, or by other rights."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actor: Actor | None = None

    def take(self, actor: Actor | None) -> None:
        """From now on ``actor`` works; None: there are no accounts (any more)."""
        if actor != self._actor:
            self._actor = actor
            self.changed.emit()

    def allows(self, right: Right) -> bool:
        """Whether whoever works has ``right``."""
        return self._actor is None or may(self._actor, right)

    def why_not(self, right: Right) -> str:
        """Why whoever works may not do what asks for ``right``; "" where they may."""
        return why_not(self._actor, right)

    def need(self, right: Right, *controls: QWidget) -> None:
        """Keep ``controls`` off, with the reason as their tool tip, as long as whoever works has not ``right``,
        whatever else turns them on meanwhile."""
        for control in controls:
            _Need(self, right, control)

    def follow(self, right: Right, owner: QObject, tell: Callable[[bool], None]) -> None:
        """Call ``tell`` now and after every change with whether whoever works has ``right``, as long as ``owner`` is
        there: for what is more than on or off."""
        _Follower(self, right, owner, tell)


class _Follower(QObject):
    """Passes on whether a right is there."""

    def __init__(self, rights: Rights, right: Right, owner: QObject, tell: Callable[[bool], None]) -> None:
        super().__init__(owner)
        self._rights, self._right, self._tell_it = rights, right, tell
        rights.changed.connect(self._tell)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._tell_it(self._rights.allows(self._right))


class _Need(QObject):
    """Keeps one control off; what its page wants of it meanwhile holds again once it is allowed."""

    def __init__(self, rights: Rights, right: Right, control: QWidget) -> None:
        super().__init__(control)
        self._rights, self._right, self._control = rights, right, control
        self._why = self._tip = ""
        self._is_wanted = True
        rights.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        before, self._why = self._why, self._rights.why_not(self._right)
        if self._why and not before:
            self._is_wanted = not self._control.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)
            self._tip = self._control.toolTip()
            self._control.installEventFilter(self)
        if self._why:
            self._keep_off()
        elif before:
            self._control.removeEventFilter(self)
            self._control.setToolTip(self._tip)
            self._control.setEnabled(self._is_wanted)

    def _keep_off(self) -> None:
        self._control.setEnabled(False)
        self._control.setToolTip(self._why)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the page does to the control is noted, and taken back."""
        control = self._control
        if event.type() == QEvent.Type.EnabledChange and control.isEnabled():
            self._is_wanted = True
            control.setEnabled(False)
        elif event.type() == QEvent.Type.ToolTipChange and control.toolTip() != self._why:
            self._tip = control.toolTip()
            control.setToolTip(self._why)
        return super().eventFilter(watched, event)
