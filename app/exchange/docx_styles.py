"""Styles of a Word document, as far as they change what its text says: fonts, hidden text, lists, alignment."""

from functools import cached_property

from app.exchange.docx_package import Element, W, is_on, number, value

_MOST_PARENTS = 20
_FONT_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")


class Styles:
    """``word/styles.xml``; every question follows the chain of styles a style is based on."""

    def __init__(self, root: Element | None) -> None:
        self._root = root
        self._fonts: dict[str, str] = {}
        self._settings: dict[tuple[str, str], bool | None] = {}

    @cached_property
    def _by_id(self) -> dict[str, Element]:
        if self._root is None:
            return {}
        return {style.get(f"{W}styleId", ""): style for style in self._root.iterfind(f"{W}style")}

    def _chain(self, style_id: str | None) -> list[Element]:
        chain: list[Element] = []
        while style_id and len(chain) < _MOST_PARENTS and (style := self._by_id.get(style_id)) is not None:
            chain.append(style)
            style_id = value(style, "basedOn")
        return chain

    @cached_property
    def default_paragraph(self) -> str | None:
        """The id of the style of paragraphs that name none."""
        styles = ((key, style) for key, style in self._by_id.items() if style.get(f"{W}type") == "paragraph")
        return next((key for key, style in styles if style.get(f"{W}default") in ("1", "true")), None)

    def font(self, style_id: str | None) -> str:
        """The font that text in the style is drawn in; "" where the document leaves it open."""
        key = style_id or ""
        if key not in self._fonts:
            named = (font_of(style.find(f"{W}rPr")) for style in self._chain(style_id))
            self._fonts[key] = next(filter(None, named), "") or self._default_font
        return self._fonts[key]

    @cached_property
    def _default_font(self) -> str:
        if self._root is None:
            return ""
        return font_of(self._root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def hides(self, style_id: str | None) -> bool:
        """Whether text in the style is hidden."""
        return bool(self.setting(style_id, "rPr/vanish"))

    def list_of(self, style_id: str | None) -> tuple[str, int] | None:
        """Number id and level of the list that the style puts its paragraphs in."""
        for style in self._chain(style_id):
            num = value(style, "pPr/numPr/numId")
            if num is not None:
                return num, number(value(style, "pPr/numPr/ilvl"), 0)
        return None

    def alignment(self, style_id: str | None) -> str | None:
        """The alignment of paragraphs in the style."""
        return next((jc for style in self._chain(style_id) if (jc := value(style, "pPr/jc")) is not None), None)

    def setting(self, style_id: str | None, path: str) -> bool | None:
        """What the style says of the on/off property at ``path`` ("rPr/b"); None where it says nothing."""
        if style_id is None:
            return None
        key = style_id, path
        if key not in self._settings:
            settings = (is_on(style, path) for style in self._chain(style_id))
            self._settings[key] = next((on for on in settings if on is not None), None)
        return self._settings[key]


def font_of(properties: Element | None) -> str:
    """The font named in run properties; "" where none is."""
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    if fonts is None:
        return ""
    return next((name for slot in _FONT_SLOTS if (name := fonts.get(W + slot))), "")
