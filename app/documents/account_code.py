"""The sheet with the recovery code, to be kept in the safe."""

from app.documents.model import Document, Paragraph, Section, Style
from app.texts import text


def code_document(code: str, name: str) -> Document:
    """One page: the ``code``, the account ``name`` it helps back in, and how."""
    title = text("accounts_page.code_title")
    paragraphs = (
        Paragraph(title.upper(), Style.DOCUMENT_TITLE),
        Paragraph(text("accounts_page.sheet_account", name=name), Style.BODY),
        Paragraph(code, Style.DOCUMENT_TITLE),
        Paragraph(text("accounts_page.sheet_words"), Style.BODY),
    )
    return Document(title, (Section(title, paragraphs, landscape=False),))
