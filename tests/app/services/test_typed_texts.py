"""What is being typed into a text is kept until it is stored."""

from functools import partial

import pytest

from app.domain.body import BodyParagraph, BodyTable, Level, Run
from app.domain.errors import Refused
from app.ports import Storage, Work
from app.services.typed_texts import TypedIn, TypedText, keep_typed, store_typed, typed_before

PLAN, REPORT = TypedIn.PLAN, TypedIn.REPORT
TYPED = TypedText(
    "parts", (BodyParagraph((Run("Đang gõ "), Run("dở", bold=True)), Level.PLAIN), BodyTable((("TT",), ("1",)), 1))
)


def keep(storage: Storage, typed: TypedText, kind: TypedIn = PLAN, document: int = 1) -> None:
    """Keep what is typed."""
    storage.write("", partial(keep_typed, kind=kind, document=document, typed=typed))


def kept(storage: Storage, kind: TypedIn = PLAN, document: int = 1) -> TypedText | None:
    """What is kept of a document."""
    return storage.read(partial(typed_before, kind=kind, document=document))


def test_the_newest_is_kept_for_each_document(storage: Storage) -> None:
    assert kept(storage) is None
    keep(storage, TypedText("bases", ()))
    keep(storage, TYPED)
    keep(storage, TypedText("II.1", ()), REPORT)
    assert kept(storage) == TYPED
    assert kept(storage, REPORT) == TypedText("II.1", ())
    assert kept(storage, PLAN, 2) is None


def test_it_is_no_step_and_no_line_of_the_log(storage: Storage) -> None:
    keep(storage, TYPED)
    assert storage.history().undo == ()
    assert storage.read(lambda work: work.log()) == []


def test_it_goes_when_the_text_is_stored_and_stays_when_that_is_refused(storage: Storage) -> None:
    def refuse(_work: Work) -> None:
        raise Refused("storage.no_report", report=1)

    keep(storage, TYPED)
    with pytest.raises(Refused):
        storage.write("bước", partial(store_typed, kind=PLAN, document=1, store=refuse))
    assert kept(storage) == TYPED
    storage.write("bước", partial(store_typed, kind=PLAN, document=1, store=lambda work: None))
    assert kept(storage) is None


def test_what_cannot_be_read_is_as_none(storage: Storage) -> None:
    def spoil(work: Work, words: str) -> None:
        work.save_setting("typed_plan_1", words)

    for spoilt in ("{", '{"section": "parts"}'):
        storage.write("", partial(spoil, words=spoilt))
        assert kept(storage) is None
