"""The two kinds of error a person can do something about; anything else is our own mistake."""


class Refused(Exception):
    """A request that cannot be carried out as given: bad input, a broken rule, an ambiguous name.

    Carries the key of a sentence in ``resources/texts`` and the values to put into it, so that rules stay
    free of wording. ``app.texts.sentence_for`` renders it.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class MachineTrouble(Refused):
    """The machine, not the request, is in the way: disk full, folder read-only, data locked, corrupt or too new."""
