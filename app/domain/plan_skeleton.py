"""The text that a new plan begins with: a skeleton with places for what the office and the year are called."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.body import Body
from app.domain.plan_text import map_texts


@dataclass(frozen=True, slots=True)
class Skeleton:
    """``body`` with "{year}" and the like in it; ``key`` is the name of its file."""

    key: str
    title: str
    body: Body


def filled(skeleton: Skeleton, words: Mapping[str, str]) -> Body:
    """The text of a new plan, each "{name}" replaced by what ``words`` holds for it."""

    def put(text: str) -> str:
        for name, value in words.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    return map_texts(skeleton.body, put)


def with_closing(body: Body, recipients: tuple[str, ...], titles: tuple[str, ...], name: str) -> Body:
    """``body`` with the recipients and the signer of the office's profile, as far as it has them."""
    return replace(
        body,
        recipients=recipients or body.recipients,
        to_read=tuple(one for one in body.to_read if one != "recipients" or not recipients),
        signer_titles=titles or body.signer_titles,
        signer_name=name or body.signer_name,
    )
