"""A dialog that grows when more is to be said, so that nothing in it is cut."""

from PySide6.QtCore import QEvent

from ui.dialogs.frame import FramedDialog


class GrowingDialog(FramedDialog):
    """Qt lets a dialog grow for widgets that appear, but not for the lines that their words are broken into."""

    def event(self, event: QEvent) -> bool:
        """Grow once Qt has laid out anew what has changed."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show) and self.isVisible():
            self._grow()
        return done

    def _grow(self) -> None:
        layout = self.layout()
        wanted = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if wanted > self.height():
            self.resize(self.width(), wanted)
