"""The real plans, imported and printed whole: each text is measured against the decree, no word of it is lost."""

from pathlib import Path

import pytest

from app.documents.document_types import document_types
from app.documents.plan_official import plan_documents, whole_plan
from app.domain.body import Body, BodyTable, words_of
from app.domain.plan import Plan
from app.exchange.read import read_plan
from app.exchange.read_back import same_docx, same_pdf
from app.exchange.write_docx import write_docx
from app.exchange.write_pdf import write_pdf
from tests.app.exchange.nd30_docx import docx_faults
from tests.app.exchange.nd30_pdf import pdf_faults
from tests.app.exchange.pdf_probe import probe

NAMES = {code: kind.name for code, kind in document_types().items()}
PLANS = ["anh-son-2024", "bac-hong-linh-2025", "hoang-hoa-2023", "hoang-kim-2025", "thuong-xuan-2025"]


def imported(shared: Path, name: str) -> tuple[Plan, Body]:
    made = read_plan(shared / "plans" / f"{name}.docx")
    assert made.body is not None
    return made.plan, made.body


@pytest.mark.parametrize("name", PLANS)
def test_the_printed_plan_meets_the_decree(name: str, shared: Path, tmp_path: Path) -> None:
    plan, body = imported(shared, name)
    made = whole_plan(plan, body)
    write_pdf(made, tmp_path / "a.pdf")
    assert same_pdf(tmp_path / "a.pdf", made)
    shown = probe(tmp_path / "a.pdf")
    starts = [page for _, page in shown.bookmarks]
    for number, document in enumerate(plan_documents(plan.info, body)):
        assert pdf_faults(shown, document, NAMES, range(starts[number], starts[number + 1])) == []


@pytest.mark.parametrize("name", PLANS)
def test_the_word_file_meets_the_decree(name: str, shared: Path, tmp_path: Path) -> None:
    plan, body = imported(shared, name)
    made = whole_plan(plan, body)
    write_docx(made, tmp_path / "a.docx")
    assert same_docx(tmp_path / "a.docx", made)
    missing = [] if body.signer_titles else ["signature: missing"]
    assert docx_faults(tmp_path / "a.docx") == missing


@pytest.mark.parametrize("name", PLANS)
def test_every_word_of_the_text_goes_into_the_documents(name: str, shared: Path) -> None:
    plan, body = imported(shared, name)
    documents = plan_documents(plan.info, body)
    shown = [words_of(part) for one in documents for part in one.body if not isinstance(part, BodyTable)]
    wanted = [words_of(part) for part in (*body.decision, *body.parts) if not isinstance(part, BodyTable)]
    assert shown == wanted
    assert documents[0].bases == body.bases
