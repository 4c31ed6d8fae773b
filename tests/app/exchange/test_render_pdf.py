"""Pages as pictures."""

from pathlib import Path

import pytest

from app.documents.model import Document, Paragraph, Section, Style
from app.domain.errors import Refused
from app.exchange.render_pdf import PdfPages
from app.exchange.write_pdf import write_pdf


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Two sections, one landscape and one portrait, in a folder with Vietnamese letters."""
    path = tmp_path / "Bản in thử.pdf"
    words = Paragraph("Đối thoại với người dân", Style.APPENDIX_LABEL)
    write_pdf(Document("Thử", (Section("A", (words,)), Section("B", (words,), landscape=False))), path)
    return path


def test_pages_are_counted_and_measured(pdf: Path) -> None:
    with PdfPages(pdf) as pages:
        assert len(pages) == 2
        assert pages.size(0) == pytest.approx((297, 210), abs=0.1)
        assert pages.size(1) == pytest.approx((210, 297), abs=0.1)


def test_a_page_becomes_black_on_white(pdf: Path) -> None:
    with PdfPages(pdf) as pages:
        image = pages.image(0, 36)
    assert (image.width, image.height) == (421, 298)
    assert image.stride >= image.width * 3
    assert len(image.pixels) == image.stride * image.height
    assert image.pixels[:3] == b"\xff\xff\xff"
    assert min(image.pixels[: image.width * 3 * 60]) < 100


def test_red_green_and_blue_stand_in_this_order(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "red.pdf"
    canvas = Canvas(str(path), pagesize=(20, 20))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 20, 20, stroke=0, fill=1)
    canvas.save()
    with PdfPages(path) as pages:
        assert pages.image(0, 72).pixels[:3] == b"\xff\x00\x00"


def test_words_of_a_page(pdf: Path) -> None:
    with PdfPages(pdf) as pages:
        assert "Đối thoại với người dân" in pages.text(0)


def test_the_file_is_free_again(pdf: Path) -> None:
    with PdfPages(pdf) as pages:
        len(pages)
    pdf.unlink()


def test_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "thư.pdf"
    path.write_bytes(b"PK not a pdf")
    with pytest.raises(Refused, match="pdf_unreadable"):
        PdfPages(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="pdf_unreadable"):
        PdfPages(tmp_path / "không có.pdf")
