"""Words for indicators on screen."""

from decimal import Decimal

from app.domain.indicator import Comparator, Indicator
from app.ports.reporting import StoredIndicator
from ui.widgets.indicator_words import proposal_row

LONG = (
    "Bảo đảm trên 98% hồ sơ tại bộ phận tiếp nhận và trả kết quả của xã được giải quyết trước và đúng hạn; số hóa 100% "
    "kết quả giải quyết thủ tục; tỷ lệ thanh toán trực tuyến đạt từ 30% trở lên."
)


def shown(source: str, measure: str, target: str) -> str:
    """The sentence of a proposal as its row shows it."""
    indicator = Indicator(measure, Comparator.AT_LEAST, Decimal(target), "%", source=source)
    return proposal_row(StoredIndicator(1, 1, 0, False, indicator))[0]


def test_of_a_long_sentence_the_part_with_the_target_is_shown() -> None:
    assert shown(LONG, "Tỷ lệ thanh toán trực tuyến", "30") == "… tỷ lệ thanh toán trực tuyến đạt từ 30% trở lên."
    assert shown(LONG, "Kết quả giải quyết thủ tục", "100") == "… số hóa 100% kết quả giải quyết thủ tục"


def test_a_short_sentence_is_shown_whole() -> None:
    assert shown("Đạt từ 30% trở lên; việc khác.", "Việc", "30") == "Đạt từ 30% trở lên; việc khác."
