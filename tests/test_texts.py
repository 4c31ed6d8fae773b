"""Every sentence asked for exists, every sentence that exists is asked for, and all of them are Vietnamese."""

import ast
import re
import string
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXTS = {
    f"{file.stem}.{name}": value
    for file in sorted((ROOT / "resources" / "texts").glob("*.toml"))
    if file.stem != "qt"  # keyed by Qt's own sentences, tested beside its translator
    for name, value in tomllib.loads(file.read_text(encoding="utf-8")).items()
}
AREAS = {key.split(".")[0] for key in TEXTS}
KEY = re.compile(r"[a-z_]+\.[a-z][a-z0-9_]*")
FILE_ENDINGS = (".toml", ".json", ".ini", ".py", ".db", ".log", ".qss")
ENGLISH = re.compile(
    r"\b(the|and|file|please|error|invalid|unknown|not found|cannot|must|with|save|open|row|rows|column|cell"
    r"|plan|appendix|import|export|undo|redo|failed|table|settings|check|edit|view|help|window)\b",
    re.IGNORECASE,
)
JARGON = re.compile(r"\bmã băm\b|\bhàm băm\b|\bbộ nhớ đệm\b|\bluồng\b", re.IGNORECASE)
HELP = sorted((ROOT / "resources" / "help" / "pages").glob("*.md"))
# What is typed or read by machines stays as it is.
CODE = re.compile(
    r"\./run \S+|--\w+|\.[a-z]{2,5}\b|[\w-]+\.(?:db|log|txt|bat|json)|cchc-plan/1|\(plan[.\w]*\)|\{\w+\}|“[^”]*”"
    r"|https?://\S+|apt-get .*"
)


@dataclass(frozen=True)
class Use:
    """A key in the code: its pattern (a plain key, or one built at run time) and the values given there."""

    place: str
    pattern: re.Pattern[str]
    values: frozenset[str] | None

    @property
    def key(self) -> str:
        """The key as it stands in the code, a run-time part as its pattern."""
        return self.pattern.pattern.replace("\\", "")

    @property
    def is_literal(self) -> bool:
        """Whether the key stands in the code as a whole."""
        return bool(KEY.fullmatch(self.key))


def key_pattern(node: ast.AST) -> re.Pattern[str] | None:
    """What keys ``node`` may be: a literal one, or an f-string that begins with an area."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        is_key = KEY.fullmatch(node.value) and node.value.split(".")[0] in AREAS
        return re.compile(re.escape(node.value)) if is_key else None
    if not isinstance(node, ast.JoinedStr):
        return None
    parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else r"[a-z0-9_]+" for v in node.values]
    starts_with_area = parts and re.match(r"([a-z_]+)\\\.", parts[0])
    return re.compile("".join(parts)) if starts_with_area and starts_with_area[1] in AREAS else None


def patterns_in(node: ast.AST) -> Iterator[re.Pattern[str]]:
    """Patterns of the keys that an argument may stand for: itself, or both sides of a condition."""
    if isinstance(node, ast.IfExp):
        yield from patterns_in(node.body)
        yield from patterns_in(node.orelse)
    elif pattern := key_pattern(node):
        yield pattern


def uses_in(source: str, place: str) -> Iterator[Use]:
    """All keys in ``source``; those given to a renderer with the names of the values that go with them."""
    nodes = list(ast.walk(ast.parse(source)))
    pieces = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in nodes:
        if id(node) not in pieces and (pattern := key_pattern(node)):
            yield Use(f"{place}:{getattr(node, 'lineno', 0)}", pattern, None)
        if isinstance(node, ast.Call) and node.args and called(node) in {"text", "Refused", "MachineTrouble"}:
            names = [keyword.arg for keyword in node.keywords]
            if None not in names:
                values = frozenset(name for name in names if name)
                for found in patterns_in(node.args[0]):
                    yield Use(f"{place}:{node.lineno}", found, values)


def called(node: ast.Call) -> str:
    """The bare name of what is called."""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def all_uses() -> list[Use]:
    """Every key in the program and in the commands that set it up, data files with keys in them included."""
    files = [path for folder in ("app", "db", "ui", "build_spec") for path in sorted((ROOT / folder).rglob("*.py"))]
    return [use for path in files for use in uses_in(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))]


def placeholders(sentence: str) -> frozenset[str]:
    """Names of the values that ``sentence`` needs."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def matching(use: Use) -> list[str]:
    """Keys that ``use`` may stand for."""
    return [key for key in TEXTS if use.pattern.fullmatch(key)]


def test_every_key_in_the_code_has_its_sentence() -> None:
    missing = [
        f"{use.place}: {use.key}" for use in all_uses() if not matching(use) and not use.key.endswith(FILE_ENDINGS)
    ]
    assert not missing, "\n".join(missing)


def test_every_sentence_gets_the_values_it_needs() -> None:
    wrong = [
        f"{use.place}: {key} needs {sorted(placeholders(TEXTS[key]))}, is given {sorted(use.values)}"
        for use in all_uses()
        if use.values is not None and use.is_literal
        for key in matching(use)
        if not placeholders(TEXTS[key]) <= use.values
    ]
    assert not wrong, "\n".join(wrong)


def test_no_sentence_is_left_over() -> None:
    patterns = {use.pattern for use in all_uses()}
    unused = [key for key in TEXTS if not any(pattern.fullmatch(key) for pattern in patterns)]
    assert not unused, "\n".join(unused)


def test_sentences_are_nfc_and_well_formed() -> None:
    for key, sentence in TEXTS.items():
        assert unicodedata.is_normalized("NFC", sentence), key
        placeholders(sentence)
        assert sentence == sentence.strip() or "\n" in sentence or sentence.startswith((" ", ", ")), key


def test_sentences_are_vietnamese() -> None:
    english = [f"{key}: {sentence}" for key, sentence in TEXTS.items() if ENGLISH.search(CODE.sub(" ", sentence))]
    assert not english, "\n".join(english)


def test_sentences_and_help_use_no_word_of_programmers() -> None:
    read = TEXTS | {file.name: file.read_text(encoding="utf-8") for file in HELP}
    assert HELP and not [key for key, words in read.items() if JARGON.search(words)]


def test_the_search_itself_sees_what_is_wrong() -> None:
    area = sorted(AREAS)[0]
    source = f'text("{area}.no_such_sentence", a=1)\nother("{area}.bare")\ntext(f"{area}.x_{{name}}")'
    uses = list(uses_in(source, "here"))
    assert {use.pattern.pattern for use in uses} >= {f"{area}\\.no_such_sentence", f"{area}\\.bare"}
    assert any(use.values == frozenset("a") for use in uses)
    assert not matching(uses[0])
    assert ENGLISH.search("Cannot open the file")
