"""Results beside the formulas of a workbook: Excel's protected view and other readers show them without computing."""

import re
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

Results = Mapping[str, Decimal | str]
"""What each formula of a sheet comes to, by the address of its cell."""
_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f>(.*?)</f><v ?(?:/>|></v>)</c>', re.DOTALL)


def save_with_results(book: Workbook, results: Mapping[str, Results], path: Path) -> None:
    """Save ``book`` to ``path`` with ``results`` by sheet title, which openpyxl alone cannot. Raises OSError where the
    file cannot be written."""
    plain = BytesIO()
    book.save(plain)
    parts = {
        f"xl/worksheets/sheet{number}.xml": results.get(name, {}) for number, name in enumerate(book.sheetnames, 1)
    }
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            if known := parts.get(item.filename):
                data = with_results(data.decode(), known).encode()
            target.writestr(item.filename, data)


def with_results(sheet: str, results: Results) -> str:
    """The XML of a ``sheet`` with what its formulas come to beside them."""

    def completed(match: re.Match[str]) -> str:
        result = results.get(match[1])
        if result is None:
            return match[0]
        attributes = re.sub(r' t="\w+"', "", match[2])
        kind = ' t="str"' if isinstance(result, str) else ""
        return f'<c r="{match[1]}"{attributes}{kind}><f>{match[3]}</f><v>{escape(str(result))}</v></c>'

    return _FORMULA.sub(completed, sheet)
