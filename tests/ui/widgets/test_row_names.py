"""Names for the things of a row."""

from app.domain.keys import TASK
from app.domain.proof import Proof
from tests.ui.widgets.rows_in_progress import TODAY, progress_of
from ui.widgets.row_names import names_of


def test_everything_has_a_name_for_the_log() -> None:
    proof = Proof(7, "7/BC", None, "", None, TODAY)
    progress = progress_of("Báo cáo: hằng quý\nDanh mục: tháng 5", "Danh mục", proofs={"": (proof,)})
    names = names_of(progress)
    assert [names[key] for key in progress.row.keys[:2]] == ["Báo cáo - Quý I", "Báo cáo - Quý II"]
    assert names["proof 7"] == "7/BC" and names[progress.row.products[0].key] == "Danh mục" and TASK in names
