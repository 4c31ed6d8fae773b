"""The text of a document."""

from app.domain.body import BodyParagraph, Level, Run, words_of


def test_the_words_of_a_paragraph_leave_out_its_looks() -> None:
    assert words_of(BodyParagraph((Run("Điều 1. ", bold=True), Run("Ban hành.")), Level.ARTICLE)) == "Điều 1. Ban hành."
