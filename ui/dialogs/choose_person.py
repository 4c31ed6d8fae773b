"""Asks at start who works."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.domain.staff import Person
from app.texts import text
from ui.dialogs.choose_one import ChooseOne


class ChoosePerson(ChooseOne):
    """``chosen`` tells the ``Person``; ``rejected`` that nobody wants to be named."""

    def __init__(self, people: Sequence[Person], last: Person | None, parent: QWidget | None = None) -> None:
        """``last`` is selected at the beginning."""
        title, words = text("directory_page.worker_title"), text("directory_page.worker_words")
        do, skip = text("directory_page.worker_do"), text("directory_page.worker_skip")
        choices = [(person_words(person), person) for person in people]
        super().__init__(title, words, do, choices, last, skip, parent)


def person_words(person: Person) -> str:
    """A person's name and post in one line."""
    return f"{person.name} ({person.post})" if person.post else person.name
