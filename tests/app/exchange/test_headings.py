"""What column headings mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan import Role
from app.exchange.headings import role_of

_KNOWN = {
    Role.ORDINAL: ("TT", "STT", "Số TT", "Số thứ tự", "tt", "T.T", "S T T", "Stt."),
    Role.OBJECTIVE: (
        "Mục tiêu", "1- Mục tiêu/Chỉ tiêu/nội dung", "Chỉ tiêu", "Mục tiêu, chỉ tiêu", "Lĩnh vực", "Chỉ tiêu cụ thể",
        "Mục tiêu cụ thể", "Tên chỉ tiêu",
    ),
    Role.TASK: (
        "Nhiệm vụ", "2- Nhiệm vụ", "Nội dung thực hiện", "NỘI DUNG", "Nội dung công việc", "Nhiệm vụ cụ thể",
        "Nội dung nhiệm vụ", "Nhiệm vụ, giải pháp", "Tên nhiệm vụ", "Công việc thực hiện", "Nội dung triển khai",
        "Nhiệm vụ chủ yếu", "Nội dung, nhiệm vụ", "Nội dung/Nhiệm vụ", "Các nhiệm vụ", "Nhiệm vụ/Hoạt động",
        "Đầu việc", "Nhiệm vụ trọng tâm", "Nhiệm vụ được giao",
    ),
    Role.ACTIVITY: ("Hoạt động", "3- Hoạt động", "Hoạt động cụ thể", "Giải pháp", "Biện pháp thực hiện"),
    Role.PRODUCT: (
        "Sản phẩm", "Sản phẩm/Kết quả", "Sản phẩm, kết quả", "4- Kết quả, sản phẩm", "Kết quả", "Kết quả đầu ra",
        "Sản phẩm dự kiến", "Dự kiến sản phẩm", "Kết quả/sản phẩm", "Sản phẩm hoàn thành", "Kết quả đạt được",
        "Kết quả dự kiến", "Sản phẩm chủ yếu", "Kết quả thực hiện", "Sản phẩm đầu ra", "Yêu cầu kết quả",
    ),
    Role.LEAD: (
        "Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "5- Chủ trì", "Công chức chủ trì", "Cơ quan thực hiện",
        "Công chức chủ trì tham mưu thực hiện", "Bộ phận chủ trì", "Người thực hiện", "Phân công thực hiện",
        "Đơn vị thực hiện", "Cơ quan, đơn vị chủ trì", "Phòng, đơn vị chủ trì", "Cơ quan/đơn vị chủ trì thực hiện",
        "Đơn vị chịu trách nhiệm", "Trách nhiệm thực hiện", "Cán bộ, công chức phụ trách", "Cơ quan chủ trì, phối hợp",
        "Phòng chủ trì", "Đơn vị phụ trách", "Cán bộ thực hiện", "Đầu mối thực hiện", "Lãnh đạo phụ trách",
    ),
    Role.COORDINATION: (
        "Cơ quan phối hợp", "Phối hợp", "6- Phối hợp", "Bộ phận phối hợp", "Đơn vị phối hợp", "Công chức phối hợp",
        "Cơ quan, đơn vị phối hợp", "Đơn vị phối hợp thực hiện", "Phối hợp thực hiện", "Phòng phối hợp",
    ),
    Role.DEADLINE: (
        "Hạn", "Hạn xử lý",
        "Thời gian", "Thời hạn", "Thời gian hoàn thành", "7- Thời gian hoàn thành", "Thời gian thực hiện", "Tiến độ",
        "Hạn hoàn thành", "Thời hạn hoàn thành", "Tiến độ thực hiện", "Thời gian dự kiến", "Thời điểm hoàn thành",
        "Thời gian, tiến độ", "Ngày hoàn thành", "Mốc hoàn thành", "Thời gian\nhoàn thành", "Hoàn thành trước",
    ),
    Role.BUDGET: ("Kinh phí", "8- Kinh phí", "Dự toán", "Nguồn kinh phí", "Kinh phí (triệu đồng)", "Nguồn lực"),
    Role.NOTE: ("Ghi chú", "Chú thích", "Ghi chú khác", "Lưu ý"),
    Role.OTHER: ("", "Mã số", "Điểm", "Căn cứ pháp lý", "Đơn vị tính", "Cấp độ", "Ưu tiên", "Quyền hạn", "x" * 500),
}  # fmt: skip


@pytest.mark.parametrize(("heading", "role"), [(heading, role) for role, known in _KNOWN.items() for heading in known])
def test_known_wordings(heading: str, role: Role) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize("heading", ["(3) Sản phẩm", "3. Sản phẩm", "[3] SẢN PHẨM", "San pham", "Sa\u0309n phâ\u0309m"])
def test_numbers_marks_and_case_do_not_matter(heading: str) -> None:
    assert role_of(heading) is Role.PRODUCT


@given(st.text(max_size=200))
def test_any_text_has_a_role(heading: str) -> None:
    assert role_of(heading) in Role
