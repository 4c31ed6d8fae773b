"""Figures entered in forms: kept, taken away, over the real storage."""

from functools import partial

from app.domain.statistics_form import NOT_AVAILABLE, Figure
from app.exchange.sample_figures import sample_figures
from app.ports import Storage
from app.services import stored_figures
from tests.app.services.reporting import KIT, Q1


def test_figures_are_kept_and_taken_away(reported: Storage) -> None:
    figures = {"1/1": Figure(None), "1/3.1": Figure(sample_figures("2026-Q1")[KIT.forms.key, "1"]["1"].value)}
    reported.write("ghi", lambda work: stored_figures.enter_figures(work, Q1, KIT.forms, figures))
    stored = reported.read(partial(stored_figures.entered_figures, period=Q1, forms=KIT.forms))
    assert stored == figures and stored["1/1"] == NOT_AVAILABLE
    reported.write("xóa", lambda work: stored_figures.enter_figures(work, Q1, KIT.forms, {"1/1": None}))
    assert set(reported.read(partial(stored_figures.entered_figures, period=Q1, forms=KIT.forms))) == {"1/3.1"}
    reported.undo()
    assert reported.read(partial(stored_figures.entered_figures, period=Q1, forms=KIT.forms)) == figures
