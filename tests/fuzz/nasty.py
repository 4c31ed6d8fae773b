"""Texts and values that have broken readers of files before."""

TEXTS = (
    "=cmd|'/c calc'!A0",
    "+1+1",
    "@SUM(1)",
    "-2+3",
    "a\u202egnp.exe",
    "\u2066ẩn\u2069\u200b\u200e\ufeff",
    "\x07\x1b[31m",
    "\x00",
    "\ud800",
    "x" * 40_000,
    "Ư\u0301\u0323" * 2_000,
    "\n" * 500,
    "a\u0300" * 300,
    "../../etc/passwd",
    "{0.__class__} %s {key}",
    "\ufffe\uffff",
    "ngày 31/02/2026; quý V; 99/99/9999",
    "9" * 5_000,
    "I" * 3_000,
    "１２３ ²³ ٣٤",
)
VALUES = (
    *("", "-1", "0", "1", "65536", "2147483648", "99999999999999999999", "1e400", "nan", "-inf", "٣", "²", "１"),
    *("A1:XFD1048576", "XFD1048576", "$A$0", "A", "ZZZZ9", "true", "../x", "http://127.0.0.1/x", "9" * 5_000),
    *("2026-13-45", "0000-00-00", "1900-01-00T99:99", "\u202e", "none", "s", "inlineStr", "d", "0.5pt"),
)
NAMES = (
    *("../../ngoài.txt", "C:\\Windows\\x.dll", "/etc/passwd", "\\\\may-chu\\chung\\x", "CON", "aux.xml", "a:b"),
    *("word/vbaProject.bin", "xl/vbaProject.bin", "word/embeddings/ole.bin", "xl/externalLinks/externalLink1.xml"),
    *("kiem-chung/../../x.pdf", "kiem-chung/" + "0" * 64, "x" * 300, "\u202efdp.exe", ".", ""),
)
NUMBERS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
ENTITIES = (
    f'<!DOCTYPE a [<!ENTITY a "0123456789"><!ENTITY b "{"&a;" * 100}"><!ENTITY c "{"&b;" * 100}">'
    f'<!ENTITY d "{"&c;" * 100}">]>',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">',
    '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>',
)
