"""A statistics form as a table of the report."""

from app.documents.form_table import form_table
from app.exchange.outlines import report_kit


def test_each_answer_of_a_coded_row_has_a_line() -> None:
    table = form_table(report_kit().forms.forms[0], {})
    units = {row[0].text: row[2].text for row in table.rows if row[0] and row[2]}
    assert units["5.2"] == "Trực tuyến = 0\nPhát phiếu = 1\nKết hợp = 2"
    assert units["1"] == "Văn bản"
