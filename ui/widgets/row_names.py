"""What the things of a row are called in its log."""

from app.domain.keys import TASK
from app.services.row_progress import RowProgress
from app.texts import text
from ui.widgets.mark_words import proof_words
from ui.widgets.milestone_words import milestone_words, reading_words
from ui.widgets.tracking_words import period_words


def names_of(progress: RowProgress) -> dict[str, str]:
    """What the things of a row are called, by key; proofs by "proof" and their id."""
    row = progress.row
    names = {TASK: text("row_panel.task")} | {product.key: product.name for product in row.products}
    for key, tracked in zip(row.keys, row.task.tracked, strict=True):
        one = tracked.occurrence
        milestone = row.task.milestones[one.milestone]
        parts = (one.what, period_words(one.period) or ("" if one.what else reading_words(milestone)))
        names[key] = " - ".join(part for part in parts if part)
    names |= {key: milestone_words(row.task.milestones[place]) for place, key in enumerate(row.events) if key}
    names |= {one.key: text("row_panel.asked", period=period_words(one.period)) for one in row.asked}
    known = (proof for proofs in progress.proofs.values() for proof in proofs)
    return names | {f"proof {proof.id}": proof_words(proof) for proof in known}
