"""Deeds of offices, firms and courts that the common words of duty leave out."""

from __future__ import annotations

OFFICE_VERBS = """chất vấn, thanh lý, thanh thải, thoái, thoái vốn, gắn, hiệp thương, bầu, rút kinh nghiệm,
    thu dọn, tổng hợp lại,
    chuyển trả, luân chuyển, điều chuyển, xin ý kiến, thuyết minh, chỉnh lý, biên tập, in ấn, cấp bù, tạm ứng, ứng vốn,
    cho vay, thu nợ, phá dỡ, dỡ bỏ, gỡ bỏ, xóa bỏ, hủy bỏ, hủy, chặt hạ, cắt tỉa, dọn dẹp, dọn vệ sinh, gieo cấy,
    gieo trồng, tích nước, rào chắn, chốt chặn, treo biển, dặm vá, thông tuyến, hợp long, miễn giảm, thi tuyển,
    công chiếu,
    tặng thưởng, trao tặng, tặng quà, đón tiếp, phục vụ, tiếp công dân, khởi tố, truy tố, xét xử, thụ lý, bắt giữ,
    trấn áp,
    triệt phá, đấu tranh, bảo quản, giao nộp, nộp lại, cải chính, tinh gọn, chia tách, cổ phần hóa, bán đấu giá,
    chào bán,
    mua lại, lập lại, ký cam kết, phân định, phân cấp, phân tách, chuyển hồ sơ, đóng góp, hiến kế, đấu giá, ngừng thu,
    tạm hoãn, thử tải, hiệu đính, phúc tra, hậu kiểm, tiền kiểm, thỏa thuận, hoán đổi, chuyển nhượng, ủy thác,
    bốc thăm"""
