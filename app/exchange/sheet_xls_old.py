"""Excel 5.0/95 workbooks (.xls): values only; their fonts and hidden parts are not told."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from app.domain.dates import date_text
from app.domain.errors import Refused
from app.exchange.sheet_model import Merge, Sheet, Workbook
from app.exchange.sheet_numbers import NumberFormat, moment_text, number_text
from app.exchange.sheet_text import SheetText

_GENERAL = NumberFormat()
_MOMENT = NumberFormat(day=True, month=True, clock=True)


def read_old_xls(path: Path) -> Workbook:
    """The visible sheets of the workbook at ``path``. Raises Refused where it is damaged or encrypted."""
    workbook = Workbook(path.name)
    try:
        with CalamineWorkbook.from_path(path) as source:
            for entry in source.sheets_metadata:
                if entry.visible != SheetVisibleEnum.Visible:
                    workbook.remark("sheet.hidden_sheet", sheet=entry.name)
                else:
                    _read(source.get_sheet_by_name(entry.name), workbook)
    except PasswordError as error:
        raise Refused("read.encrypted", file=path.name) from error
    except CalamineError as error:
        raise Refused("sheet.damaged", file=path.name) from error
    except BaseException as error:
        # A panic inside calamine is no Exception; anything else goes on its way.
        if type(error).__name__ == "PanicException":
            raise Refused("sheet.damaged", file=path.name) from error
        raise
    return workbook


def _read(source: CalamineSheet, workbook: Workbook) -> None:
    sheet = workbook.add_sheet(source.name)
    sheet.merges = [Merge(*first, *last) for first, last in source.merged_cell_ranges or []]
    text = SheetText(workbook)
    top, left = source.start or (0, 0)
    for row, values in enumerate(source.to_python(skip_empty_area=True), top):
        for column, value in enumerate(values, left):
            workbook.put(sheet, row, column, _text(value, sheet, row, column, text))


def _text(value: object, sheet: Sheet, row: int, column: int, text: SheetText) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        if value % 1:
            sheet.fractions.add((row, column))
        return number_text(float(value), _GENERAL)
    if isinstance(value, datetime):
        return moment_text(value, _MOMENT)
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, time | timedelta):
        return str(value)
    return text.without_font(str(value), sheet, row, column)
