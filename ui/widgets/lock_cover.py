"""What stands over every window of the program while it is locked: nothing of the register can be read."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.texts import text
from ui.theme import colour


class LockCover(QWidget):
    """Covers ``window`` with everything in it, its menus too, and keeps its title to itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._title = window.windowTitle()
        window.setWindowTitle(text("window.program_name"))
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), colour("page"))
        self.setPalette(palette)
        name = QLabel(text("window.program_name"), alignment=Qt.AlignmentFlag.AlignHCenter)
        name.setObjectName("pageTitle")
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(name)
        column.addStretch(6)
        window.installEventFilter(self)
        self._fit(window)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window and over all that is added to it; a title that is given meanwhile waits."""
        if isinstance(watched, QWidget):
            if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
                self._fit(watched)
            elif event.type() == QEvent.Type.WindowTitleChange:
                self._keep_title(watched)
        return False

    def uncover(self) -> None:
        """Show the window as it was."""
        self._window.removeEventFilter(self)
        self._window.setWindowTitle(self._title)
        self.setParent(None)
        self.deleteLater()

    def _fit(self, window: QWidget) -> None:
        self.setGeometry(window.rect())
        self.raise_()

    def _keep_title(self, window: QWidget) -> None:
        name = text("window.program_name")
        if window.windowTitle() != name:
            self._title = window.windowTitle()
            window.setWindowTitle(name)


class LockCovers(QObject):
    """Covers every window there is, and every one that comes, apart from those that belong to ``spared``."""

    def __init__(self, spared: QWidget) -> None:
        super().__init__(spared)
        self._spared = spared
        self._covers: list[LockCover] = []
        application = QApplication.instance()
        assert application is not None
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for window in QApplication.topLevelWidgets():
            self._cover(window)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that comes meanwhile is covered before it is seen. The field that was being typed in does not learn
        that it has lost the keyboard: it would store what is not finished."""
        if isinstance(watched, QWidget):
            if event.type() == QEvent.Type.Show and watched.isWindow():
                self._cover(watched)
            elif event.type() == QEvent.Type.FocusOut:
                return not self._is_spared(watched)
        return False

    def uncover(self) -> None:
        """Show everything again."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        for cover in self._covers:
            if isValid(cover):
                cover.uncover()
        self._covers.clear()

    def _cover(self, window: QWidget) -> None:
        is_window = window.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
        if is_window and not self._is_spared(window) and not self._is_covered(window):
            self._covers.append(LockCover(window))

    def _is_spared(self, window: QWidget | None) -> bool:
        """Whether ``window`` is the one that is spared, or was opened from it."""
        while window is not None:
            if window is self._spared:
                return True
            window = window.parentWidget()
        return False

    def _is_covered(self, window: QWidget) -> bool:
        return any(isValid(cover) and cover.parentWidget() is window for cover in self._covers)
