"""Prints the blocks of a section one after the other and turns the page where what belongs together would part."""

from collections.abc import Sequence

from app.documents.layout import Layout
from app.documents.model import Block, HeadingBlock, Paragraph, SignatureBlock
from app.exchange.pdf_heading import print_heading_block
from app.exchange.pdf_page import SectionPages
from app.exchange.pdf_paragraph import ParagraphPrinter, paragraph_printer
from app.exchange.pdf_signature import SignaturePrinter
from app.exchange.pdf_table import TablePrinter

Printer = ParagraphPrinter | TablePrinter | SignaturePrinter | HeadingBlock


def print_blocks(pages: SectionPages, blocks: Sequence[Block], measures: Layout) -> None:
    """All ``blocks``, from the present height of the page on."""
    printers = [_printer(pages, block, measures) for block in blocks]
    for position, printer in enumerate(printers):
        needed = _needed(printers, position)
        if not pages.is_fresh and pages.space + 0.01 < needed <= pages.full_height:
            pages.next_page()
        if isinstance(printer, HeadingBlock):
            print_heading_block(pages, printer, measures)
        elif isinstance(printer, SignaturePrinter):
            printer.print()
        else:
            printer.print(_tail(printers, position))
            _leave_gap(pages, printers, position, measures)


def _printer(pages: SectionPages, block: Block, measures: Layout) -> Printer:
    match block:
        case Paragraph():
            return paragraph_printer(pages, block, measures)
        case SignatureBlock():
            return SignaturePrinter(pages, block, measures)
        case HeadingBlock():
            return block
        case _:
            return TablePrinter(pages, block, measures)


def _needed(printers: Sequence[Printer], position: int) -> float:
    """Points that a block needs to begin on a page, with those that it may not be parted from."""
    if position == len(printers):
        return 0.0
    printer = printers[position]
    match printer:
        case HeadingBlock():
            return 0.0
        case SignaturePrinter():
            return printer.height
        case TablePrinter():
            return printer.least
    if printer.keeps_next:
        return printer.height + _needed(printers, position + 1)
    tail = _tail(printers, position)
    return printer.least_before(tail) if tail else printer.least


def _tail(printers: Sequence[Printer], position: int) -> float:
    """Points of a signature block that follows at once and must have some text on its page."""
    following = printers[position + 1] if position + 1 < len(printers) else None
    return following.height if isinstance(following, SignaturePrinter) else 0.0


def _leave_gap(pages: SectionPages, printers: Sequence[Printer], position: int, measures: Layout) -> None:
    """The space below a table that something follows."""
    if isinstance(printers[position], TablePrinter) and position + 1 < len(printers):
        pages.y -= measures.after_table
