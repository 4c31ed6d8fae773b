"""Every page of the help as it is shown and printed."""

from app.domain.help_page import HelpPage
from app.exchange.help_files import news_text, read_pages
from ui.help_shortcuts import shortcuts_text


def help_pages() -> dict[str, HelpPage]:
    """The pages by topic, in the order of the contents, the shortcuts and the news filled in."""
    return read_pages({"shortcuts": shortcuts_text, "news": news_text})
