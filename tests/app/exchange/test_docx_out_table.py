from lxml import etree

from app.documents.model import Style, Table, TableCell
from app.exchange.docx_out_table import drawn_rows, paragraph_xml, table_xml, twips

HEADING = (TableCell("a", Style.TABLE_HEADING), TableCell("b", Style.TABLE_HEADING))


def test_lengths_are_twentieths_of_a_point() -> None:
    assert twips(25.4) == 1440


def test_each_line_is_a_paragraph_and_an_empty_text_is_one() -> None:
    assert paragraph_xml("a\nb", Style.BODY).count("<w:p>") == 2
    assert paragraph_xml("", Style.BODY).count("<w:p>") == 1
    assert "&lt;b&gt; &amp;" in paragraph_xml("<b> &", Style.BODY)


def test_a_cell_over_two_rows_and_two_columns_is_drawn_in_both_rows() -> None:
    block = TableCell("ab", rows=2, columns=2)
    rows = [cells for cells, _ in drawn_rows(Table((10, 10), HEADING, ((block, None), (None, None))))]
    assert rows[1:] == [[(0, block, False)], [(0, block, True)]]


def test_a_cell_is_free_again_below_a_merged_one() -> None:
    one, two = TableCell("một", rows=2), TableCell("hai")
    rows = [cells for cells, _ in drawn_rows(Table((10, 10), HEADING, ((one, two), (None, two), (two, two))))]
    assert [[continued for _, _, continued in row] for row in rows] == [
        [False, False],
        [False, False],
        [True, False],
        [False, False],
    ]


def test_the_table_is_well_formed_xml() -> None:
    xml = table_xml(Table((10, 20.5), HEADING, ((TableCell("<&>"), TableCell("")),)))
    assert etree.fromstring(xml.replace("<w:tbl>", '<w:tbl xmlns:w="urn:w">', 1)) is not None
