"""The pages of the main window, made only when first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.operations import Operations
    from ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page's name, the icon of its button in the side bar, and how to make it."""

    name: str
    icon: str
    make: "Callable[[Operations], Page]"


def _plan(operations: "Operations") -> "Page":
    from ui.pages.plan_page import PlanPage

    return PlanPage(operations)


def _plans(operations: "Operations") -> "Page":
    from ui.pages.plans_page import PlansPage

    return PlansPage(operations)


def _import(operations: "Operations") -> "Page":
    from ui.pages.import_page import ImportPage

    return ImportPage(operations)


def _search(operations: "Operations") -> "Page":
    from ui.pages.search_page import SearchPage

    return SearchPage(operations)


def _home(operations: "Operations") -> "Page":
    from ui.pages.home_page import HomePage

    return HomePage(operations)


def _tracking(operations: "Operations") -> "Page":
    from ui.pages.tracking_page import TrackingPage

    return TrackingPage(operations)


def _indicators(operations: "Operations") -> "Page":
    from ui.pages.indicators_page import IndicatorsPage

    return IndicatorsPage(operations)


def _figures(operations: "Operations") -> "Page":
    from ui.pages.figures_page import FiguresPage

    return FiguresPage(operations)


def _directory(operations: "Operations") -> "Page":
    from ui.pages.directory_page import DirectoryPage

    return DirectoryPage(operations)


def _reports(operations: "Operations") -> "Page":
    from ui.pages.reports_page import ReportsPage

    return ReportsPage(operations)


def _first_run(operations: "Operations") -> "Page":
    from ui.pages.first_run_page import FirstRunPage

    return FirstRunPage(operations)


def _plan_text(operations: "Operations") -> "Page":
    from ui.pages.plan_text_page import PlanTextPage

    return PlanTextPage(operations)


def _settings(operations: "Operations") -> "Page":
    from ui.pages.settings_page import SettingsPage

    return SettingsPage(operations)


PAGES = (
    PageSpec("home", "home", _home),
    PageSpec("plan", "plan", _plan),
    PageSpec("tracking", "clock", _tracking),
    PageSpec("indicators", "target", _indicators),
    PageSpec("figures", "figures", _figures),
    PageSpec("reports", "edit", _reports),
    PageSpec("plans", "list", _plans),
    PageSpec("directory", "directory", _directory),
    PageSpec("import", "import", _import),
    PageSpec("search", "search", _search),
)
"""In the order of the side bar."""
FIRST_RUN = PageSpec("first_run", "", _first_run)
"""Shown once, before there is anything: it has no button in the side bar."""
PLAN_TEXT = PageSpec("plan_text", "", _plan_text)
"""Its way in is on the page of the plan."""
SETTINGS = PageSpec("settings", "", _settings)
"""Its way in is at the foot of the side bar."""
