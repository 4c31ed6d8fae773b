"""Valid inputs of every kind, from our own writers and samples: what the mutations begin with."""

import io
import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import xlwt
from openpyxl import Workbook

from app.domain.imported import ImportedPlan
from app.domain.plan import Appendix, RowKind
from app.domain.settings import Settings, file_of
from app.exchange.clipboard import format_block
from app.exchange.export import export_plan
from app.exchange.form_files_out import write_form_file
from app.exchange.form_json import builtin_form_sets
from app.exchange.outline_files_out import write_outline_file
from app.exchange.outlines import builtin_outlines
from app.exchange.plan_json import to_json
from app.exchange.samples import sample_plan
from app.paths import RESOURCES
from app.services.imports import add_imported
from db.backup import back_up
from db.storage import open_storage
from tests.app.exchange.word_files import p, plan_table, r, tc, tr, word_file
from tests.app.update.standins import make_bundle, pack, without_links
from tests.db.data_folders import add_proof

KINDS = {
    "word": ".docx",
    "excel": ".xlsx",
    "old excel": ".xls",
    "opendocument": ".ods",
    "plan file": ".json",
    "form": ".xlsx",
    "backup": ".zip",
    "locked backup": ".zip",
    "update": ".zip",
    "linux update": ".tar.xz",
    "settings": ".json",
    "outline": ".json",
    "outline sheet": ".xlsx",
    "clipboard": ".html",
}
"""The kinds of input, each with the ending its files usually have."""

PASSWORD = "mật khẩu dài của bản sao lưu"
"""What the locked backups open with."""
_WORD_CLIPBOARD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
td {font-family:Calibri;} .xl65 {mso-number-format:"\\@"; font-family:.VnTime, sans-serif;}</style></head><body>
<!--StartFragment--><table class=MsoTableGrid><col width=64><tr height=20><td rowspan=2 class=xl65>c«ng viÖc</td>
<td colspan=2>Đơn vị</td></tr><tr><td>A<br style='mso-data-placement:same-cell'>B</td><td><p class=MsoListParagraph
style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Kế hoạch
</p></td></tr><tr><td><ol><li>ba<li>bốn</ol></td><td><table><tr><td>trong</td></tr></table></td></tr></table>
<!--EndFragment--></body></html>"""
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = (
    f'<office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0" '
    f'xmlns:text="{_ODF}:text:1.0" xmlns:style="{_ODF}:style:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Phụ lục">{rows}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)


@cache
def seeds(kind: str, folder: Path) -> tuple[bytes, ...]:
    """Valid inputs of ``kind``; ``folder`` is for what is made on the way."""
    makers: dict[str, Callable[[], tuple[bytes, ...]]] = {
        "word": lambda: (_exported(folder, "docx"), _word(folder)),
        "excel": lambda: (_exported(folder, "xlsx"), _excel()),
        "old excel": lambda: (_old_excel(),),
        "opendocument": lambda: (_opendocument(),),
        "plan file": lambda: (_exported(folder, "json"), json.dumps(to_json(sample_plan())).encode()),
        "form": lambda: tuple(_form(folder, number) for number in range(len(builtin_form_sets()))),
        "backup": lambda: (_backup(folder),),
        "locked backup": lambda: (_backup(folder, PASSWORD),),
        "update": lambda: (_update(folder, ".zip"),),
        "linux update": lambda: (_update(folder, ".tar.xz"),),
        "outline": lambda: tuple(file.read_bytes() for file in sorted((RESOURCES / "reports").glob("*.json"))),
        "outline sheet": lambda: tuple(_outline(folder, number) for number in range(len(builtin_outlines()))),
        "settings": lambda: (json.dumps(file_of(Settings())).encode(),),
        "clipboard": lambda: (_WORD_CLIPBOARD.encode(), format_block(_block())[1].encode()),
    }
    return makers[kind]()


def fill(folder: Path) -> None:
    """Put the sample plan and a proof into the data folder ``folder``."""
    storage = open_storage(folder)
    storage.write("Nhập", lambda work: add_imported(work, [ImportedPlan("mẫu.json", sample_plan())]))
    storage.close()
    add_proof(folder, b"%PDF-1.4 " + bytes(20_000), "báo cáo.pdf")


def _exported(folder: Path, ending: str) -> bytes:
    export_plan(sample_plan(), ending, folder / f"mẫu.{ending}")
    return (folder / f"mẫu.{ending}").read_bytes()


def _first() -> Appendix:
    return sample_plan().appendices[0]


def _block() -> list[list[str | None]]:
    return [list(row.cells) for row in _first().rows if row.kind is RowKind.ITEM]


def _rows() -> Sequence[Sequence[str]]:
    """The first appendix of the sample as a sheet shows it."""
    heading = [column.heading for column in _first().columns]
    return [["Phụ lục số 01: Nhiệm vụ năm 2026"], heading, *([cell or "" for cell in row] for row in _block())]


def _word(folder: Path) -> bytes:
    rows = [tr(*(tc(p(r(cell))) for cell in row)) for row in _rows()[1:]]
    title = p(r("KẾ HOẠCH"))
    return word_file(folder / "w.docx", title, p(r("Phụ lục số 01: Việc năm 2026")), plan_table(*rows)).read_bytes()


def _excel() -> bytes:
    book = Workbook()
    for row in _rows():
        book.active.append(list(row))
    book.active.merge_cells(start_row=1, start_column=1, end_row=1, end_column=4)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _old_excel() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Phụ lục")
    for place, row in enumerate(_rows()):
        for column, cell in enumerate(row):
            sheet.write(place, column, cell)
    sheet.write(len(_rows()), 0, 12.5)
    sheet.write(len(_rows()), 1, xlwt.Formula("1+1"))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _opendocument() -> bytes:
    cells = [
        "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row) for row in _rows()
    ]
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    kept = io.BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<m/>")
        package.writestr("content.xml", _ODS.replace("{rows}", rows))
    return kept.getvalue()


def _form(folder: Path, number: int) -> bytes:
    write_form_file(builtin_form_sets()[number], folder / "biểu.xlsx")
    return (folder / "biểu.xlsx").read_bytes()


def _outline(folder: Path, number: int) -> bytes:
    write_outline_file(builtin_outlines()[number], folder / "đề cương.xlsx")
    return (folder / "đề cương.xlsx").read_bytes()


def _backup(folder: Path, password: str = "") -> bytes:
    place = folder / f"sao lưu {bool(password)}"
    fill(place)
    back_up(place, place.with_suffix(".zip"), password)
    return place.with_suffix(".zip").read_bytes()


def _update(folder: Path, ending: str) -> bytes:
    """A program folder in small."""
    bundle = make_bundle(folder / ending, "9.0")
    if ending == ".zip":
        without_links(bundle, "9.0")
    return pack(bundle, folder / f"cập nhật{ending}").read_bytes()
