"""What can be done to a report: begin, submit, sign, send, amend, remove, look at it as it is printed."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.documents.model import Document
from app.domain.format_check import Part
from app.domain.official import OfficialDocument
from app.domain.proof import ProofFile
from app.domain.report_outline import Kit, Outline
from app.domain.reporting_period import ReportingPeriod
from app.services.kits import outlines_to_choose
from app.services.office import number_to_offer
from app.services.report_drafts import start_ad_hoc, start_report
from app.services.report_life import (
    amend_report,
    remove_report,
    scan_of,
    send_report,
    sign_report,
    submit_report,
    withdraw_report,
)
from app.services.report_printing import printed_report
from app.services.report_texts import around_report, change_around
from app.services.report_views import ReportLine, ReportView
from app.texts import text
from ui.operations import Operations
from ui.pages.page import Page
from ui.proof_keeper import ProofKeeper, keeper_for

if TYPE_CHECKING:
    from ui.dialogs.ad_hoc_report import AdHocReport
    from ui.dialogs.sign_report import SignReport


class ReportCommands(QObject):
    """Asks what is needed and writes. ``opened`` tells the id of a report to bring to the front."""

    opened = Signal(int)

    def __init__(self, operations: Operations, kit: Kit, parent: Page) -> None:
        super().__init__(parent)
        self._operations = operations
        self._kit = kit
        self._window = parent
        self._keeper: ProofKeeper | None = None

    def open_or_start(self, plan_id: int, line: ReportLine) -> None:
        """Open the report of ``line``, or begin it where there is none."""
        if line.report is not None:
            self.opened.emit(line.report.id)
            return
        use_case = partial(start_report, plan_id=plan_id, period=line.period, kit=self._kit)
        label = text("reports_page.undo_start", period=line.period.name)
        self._operations.write(label, use_case, self.opened.emit)

    def begin_ad_hoc(self, plan_id: int, year: int, today: date) -> None:
        """Ask for title, days and outline of an ad hoc report, then begin it."""
        use_case = partial(outlines_to_choose, year=year, shipped=self._kit)
        self._operations.read(use_case, partial(self._ask_ad_hoc, plan_id, year, today))

    def _ask_ad_hoc(self, plan_id: int, year: int, today: date, outlines: Sequence[Outline]) -> None:
        from ui.dialogs.ad_hoc_report import AdHocReport

        dialog = AdHocReport(outlines, year, today, self._window)
        dialog.agreed.connect(partial(self._start_ad_hoc, plan_id, dialog))
        dialog.open()

    def _start_ad_hoc(
        self, plan_id: int, dialog: "AdHocReport", title: str, period: ReportingPeriod, outline: str
    ) -> None:
        use_case = partial(start_ad_hoc, plan_id=plan_id, period=period, title=title, outline=outline, kit=self._kit)
        label = text("reports_page.undo_start", period=period.name)
        self._operations.write(label, use_case, partial(self._begun, dialog), dialog.show_refusal)

    def _begun(self, dialog: "AdHocReport", report_id: int) -> None:
        dialog.done_well()
        self.opened.emit(report_id)

    @Slot(object)
    def remove(self, line: ReportLine) -> None:
        """Remove a report that is not signed; undo brings it back."""
        if line.report is not None:
            label = text("reports_page.undo_remove", period=line.period.name)
            self._operations.write(label, partial(remove_report, report_id=line.report.id))

    def take_step(self, name: str, view: ReportView, today: date) -> None:
        """Do the step ``name`` ("submit", "withdraw", "sign", "send", "amend"), asking first where it needs to."""
        report_id = view.report.id or 0
        if name == "sign":
            offer = partial(number_to_offer, report_id=report_id, day=today)
            self._operations.read(offer, partial(self._ask_signature, report_id, today))
        elif name == "send":
            self._ask_receiver(report_id, view, today)
        elif name == "amend":
            use_case = partial(amend_report, report_id=report_id)
            self._operations.write(text("reports_page.undo_amend"), use_case, self.opened.emit)
        else:
            step = submit_report if name == "submit" else withdraw_report
            self._operations.write(text(f"reports_page.undo_{name}"), partial(step, report_id=report_id))

    def preview(self, report_id: int) -> None:
        """Show the report as it is printed."""
        self._operations.read_after_writes(
            partial(printed_report, report_id=report_id, kit=self._kit), self._show_preview
        )

    def _show_preview(self, document: Document) -> None:
        from ui.dialogs.report_preview import ReportPreview

        ReportPreview(document, self._window).open()

    def ask_around(self, report_id: int, part: Part) -> None:
        """Ask for what stands around the text, the cursor at ``part``."""
        use_case = partial(around_report, report_id=report_id, kit=self._kit)
        self._operations.read_after_writes(use_case, partial(self._show_around, report_id, part))

    def _show_around(self, report_id: int, part: Part, heads: tuple[OfficialDocument, OfficialDocument]) -> None:
        from ui.dialogs.report_around import ReportAround

        dialog = ReportAround(*heads, self._window)
        dialog.agreed.connect(partial(self._change_around, report_id))
        dialog.open()
        dialog.go_to(part)

    def _change_around(self, report_id: int, around: OfficialDocument) -> None:
        use_case = partial(change_around, report_id=report_id, around=around)
        self._operations.write(text("reports_page.undo_around"), use_case)

    def _ask_signature(self, report_id: int, today: date, number: str) -> None:
        from ui.dialogs.sign_report import SignReport

        dialog = SignReport(today, number, self._window)
        dialog.agreed.connect(partial(self._sign, report_id, dialog))
        dialog.open()

    def _sign(self, report_id: int, dialog: "SignReport", number: str, day: date, scan: Path | None) -> None:
        sign = partial(sign_report, report_id=report_id, number=number, day=day, kit=self._kit)
        keeper = self._keeper_of_files() if scan is not None else None
        if scan is None or keeper is None:
            self._write_signature(sign, dialog, [])
        else:
            keeper.keep([scan], partial(self._write_signature, sign, dialog))

    def _write_signature(self, sign: Callable[..., None], dialog: "SignReport", scans: list[ProofFile]) -> None:
        use_case = partial(sign, scan=scans[0] if scans else None)
        self._operations.write(text("reports_page.undo_sign"), use_case, dialog.done_well, dialog.show_refusal)

    def _keeper_of_files(self) -> ProofKeeper | None:
        store = self._window.proofs
        if self._keeper is None and store is not None:
            self._keeper = keeper_for(store, self._operations, self)
        return self._keeper

    def stop_copying(self) -> None:
        """Wait for a scan being copied."""
        if self._keeper is not None:
            self._keeper.stop()

    def open_scan(self, report_id: int) -> None:
        """Open the signed paper where it was kept."""
        self._operations.read(partial(scan_of, report_id=report_id), self._open)

    def _open(self, scan: ProofFile | None) -> None:
        store = self._window.proofs
        if scan is not None and store is not None:
            from ui.proof_opening import open_file

            open_file(scan, store, self._operations, self._window)

    def _ask_receiver(self, report_id: int, view: ReportView, today: date) -> None:
        from ui.dialogs.send_report import SendReport

        known = view.dates.receiver if view.dates else ""
        dialog = SendReport(today, view.report.delivery.sent_to or known, self._window)
        dialog.agreed.connect(partial(self._send, report_id))
        dialog.open()

    def _send(self, report_id: int, receiver: str, day: date, receipt: str) -> None:
        use_case = partial(send_report, report_id=report_id, sent_to=receiver, day=day, receipt=receipt)
        self._operations.write(text("reports_page.undo_send"), use_case)
