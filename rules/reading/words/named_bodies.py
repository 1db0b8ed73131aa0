"""Houses, chapters and units known by their names, titles of offices, and the members of what people join."""

from __future__ import annotations

# Of these only one with a name, or a place, is a body that acts: "Bảo tàng tỉnh", and not "bảo tàng mở cửa".
NAMED_HEADS = """thư viện, bảo tàng, đồn biên phòng, đồn công an, đồn, chi bộ, đảng bộ, công đoàn, công đoàn ngành,
    vườn quốc gia,
    khu bảo tồn, truyền tải điện, liên hiệp, liên hiệp hội, liên hiệp các hội, cảnh sát, cảnh sát biển, liên danh,
    nhà hát, nhà văn hóa, nhà thiếu nhi, tạp chí, bộ môn, lữ đoàn, trung đoàn, sư đoàn, hải đội, hải đoàn, thủy điện,
    nhiệt điện, cảng hàng không, cảng, vùng cảnh sát biển, khu quản lý đường bộ, khu quản lý, trại giam,
    trại tạm giam, cơ sở cai nghiện, cơ sở cai nghiện ma túy, trường giáo dưỡng, đoạn quản lý đường bộ, bến xe khách,
    làng văn hóa"""
OFFICE_TITLES = """
    điều dưỡng trưởng, thư ký hội đồng quản trị, thư ký hđqt, pgđ, gđ, pct, chỉ huy trưởng, phó chỉ huy trưởng,
    phó bộ trưởng,
    phó chánh văn phòng, phó chánh thanh tra, phó trưởng ban, phó trưởng phòng, phó hiệu trưởng, phó viện trưởng,
    phó vụ trưởng, phó chi cục trưởng, phó trưởng đoàn, phó chánh án, chủ tịch hội đồng quản trị,
    chủ tịch hội đồng thành viên, chủ tịch hội đồng trường, chính ủy, kế toán"""
# Who needs a deed behind it to be told anything.
MEMBERS = """hội viên, đoàn viên, đảng viên, cán bộ _ đảng viên, cán bộ _ đảng viên _ công chức, xã viên, hộ nghèo,
    phòng khám, bên mua, bên bán, bên vay, bên cho vay, bên thuê, bên cho thuê, bên giao thầu, bên nhận thầu,
    bên mời thầu"""
ALL_MEMBERS = """hội viên, đoàn viên, đảng viên, xã viên, nhân viên, cán bộ _ đảng viên, công chức, viên chức,
    đại biểu, tờ báo, tạp chí, tòa soạn, phóng viên, nhà báo, chủ thể, hộ nghèo, hộ gia đình chính sách, nhà khoa học,
    chuyên gia, luật sư, bác sĩ, chủ hồ, chủ hồ chứa, chủ thuê bao, thuê bao, chủ đầu tư dự án, bên, bên liên quan"""
