"""Words that differ between old and new."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from ui.widgets.word_changes import marked_words


def seen(html: str) -> str:
    document = QTextDocument()
    document.setHtml(f'<span style="white-space:pre-wrap">{html}</span>')
    return document.toPlainText()


def test_only_the_words_that_differ_are_marked() -> None:
    old, new = marked_words("Báo cáo quý I", "Báo cáo quý II")
    assert old.startswith("Báo cáo quý <s") and ">I</s>" in old
    assert new.startswith("Báo cáo quý <b>") and ">II</u></b>" in new


def test_equal_text_is_not_marked_and_markup_in_it_is_shown() -> None:
    assert marked_words("a < b & c\nd", "a < b & c\nd") == ("a &lt; b &amp; c<br>d",) * 2


@given(st.text("ab <&\n", max_size=30), st.text("ab <&\n", max_size=30))
def test_no_word_is_lost(old: str, new: str) -> None:
    shown = tuple(" ".join(seen(html).split()) for html in marked_words(old, new))
    assert shown == (" ".join(old.split()), " ".join(new.split()))
