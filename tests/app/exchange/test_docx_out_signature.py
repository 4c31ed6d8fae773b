from app.documents.layout import layout
from app.documents.model import SignatureBlock
from app.exchange.docx_out_signature import signature_block_xml

BLOCK = SignatureBlock(
    "Nơi nhận:", ("- Như trên;", "- Lưu: VT & A."), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "(Họ và tên)"
)


def test_the_row_does_not_part_and_leaves_room_for_the_signature() -> None:
    made = signature_block_xml(BLOCK, 160, layout())
    assert made.count("<w:cantSplit/>") == 1
    assert made.count("<w:tc>") == 2
    authority = 'w:val="CCHCSigningAuthority"'
    assert made.count(authority) == 2 + layout().signature_lines
    assert "VT &amp; A." in made


def test_recipients_stand_on_the_left_and_their_heading_is_lowered() -> None:
    left, right = signature_block_xml(BLOCK, 160, layout()).split("</w:tc>")[:2]
    assert "Nơi nhận:" in left
    assert "CHỦ TỊCH" in right
    assert '<w:spacing w:before="36"/>' in left


def test_without_recipients_the_left_stays_empty() -> None:
    made = signature_block_xml(SignatureBlock("Nơi nhận:", (), ("CHỦ TỊCH",), ""), 160, layout())
    assert "Nơi nhận" not in made
