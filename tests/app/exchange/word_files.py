"""Small Word files written element by element, so that a test shows exactly what it is about."""

from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
HEADINGS = ("TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian")
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)


def r(text: str, properties: str = "") -> str:
    """A run; tags in ``text`` stay tags where it begins with "<"."""
    inner = text if text.startswith("<") else f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of plain text, or of the runs given."""
    runs = content if content.startswith("<") else r(content) if content else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def centered(content: str) -> str:
    return p(content, '<w:jc w:val="center"/>')


def tc(content: str = "", properties: str = "", span: int = 1) -> str:
    """A cell of plain text, or of the paragraphs given."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    blocks = content if content.startswith("<w:") else p(content)
    return f"<w:tc><w:tcPr>{wide}{properties}</w:tcPr>{blocks}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; a cell that is no ``w:tc`` yet becomes one."""
    inner = "".join(cell if cell.startswith("<w:tc>") or cell.startswith("<w:sdt>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def plan_table(*rows: str) -> str:
    """A table with the usual five headings above ``rows``."""
    return tbl(tr(*HEADINGS), *rows)


def control(content: str) -> str:
    """A content control around ``content``."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def restart() -> str:
    return '<w:vMerge w:val="restart"/>'


def goes_on() -> str:
    return "<w:vMerge/>"


def in_list(num: int, level: int = 0) -> str:
    """Paragraph properties that make an item of list ``num``."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def level(place: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    """A level of a list as ``abstract`` takes it."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*abstracts: str, nums: str = "") -> str:
    """Lists 1, 2, ... each with the levels given, and further ``nums``."""
    defined = "".join(f'<w:abstractNum w:abstractNumId="{i}">{a}</w:abstractNum>' for i, a in enumerate(abstracts))
    own = "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(abstracts)))
    return part("numbering", defined + own + nums)


def styles(content: str) -> str:
    return part("styles", content)


def part(name: str, content: str, namespace: str = W) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{namespace}" {_MORE}>{content}</w:{name}>'


def document(*blocks: str, namespace: str = W) -> str:
    return part("document", f"<w:body>{''.join(blocks)}</w:body>", namespace)


def word_file(path: Path, *blocks: str, **parts: str | bytes) -> Path:
    """A .docx at ``path`` with ``blocks`` as its body; ``parts`` are further files ("word/styles.xml")."""
    files: dict[str, str | bytes] = {"[Content_Types].xml": _TYPES, "word/document.xml": document(*blocks), **parts}
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return path
