"""Deeds of offices, firms and courts that the common words of duty leave out."""

from __future__ import annotations

OFFICE_VERBS = """
    in cấp, in sao, in phát, chọn, chọn lọc, lắp ráp, giữ gìn, canh gác, trông coi, chăm lo, tri ân, giúp đỡ,
    tuyên dương,
    thu giữ, tịch thu, so sánh, tra cứu, tìm hiểu, phỏng vấn, giải thích, triệu tập, tập hợp, thảo luận,
    biểu quyết, ghi danh,
    ghi chép, ghi sổ, sao chụp, tiếp sóng, trích lập, chuyển khoản, biệt phái, đưa đón, bốc dỡ, dập dịch, phong tỏa,
    kê biên, định giá, hiệu chuẩn, cấp thẻ, nhập liệu, tải lên, bảo dưỡng, giao nhận, ký hợp đồng, xếp loại,
    bình bầu, suy tôn, phong tặng, truy tặng, khoanh định, tích trữ, xuất cấp, xuất kho, nhập kho, túc trực,
    giao quân, tham dự, hệ thống hóa, pháp điển, mời thầu, chấm thầu, mở thầu, xác thực, bảo mật, tái thiết,
    phát huy, trả nợ, trả lãi, chia cổ tức, chốt danh sách, miễn nhiệm, bãi nhiệm, cảnh cáo, khiển trách,
    khoanh nuôi, thay mới, chống thấm, kéo điện, cắt điện, vận dụng, hưởng ứng, lo liệu, thu xếp, khuyến khích,
    loại bỏ, sang tên, thế chấp, giải chấp, ký quỹ, mua bảo hiểm, trục xuất, tương trợ, trình diễn, ra mắt, nộp bài,
    trả lời chất vấn, tiếp xúc cử tri, ra đề, nhập học, làm bài, chất vấn, thanh lý, thanh thải, thoái,
    thoái vốn, gắn, hiệp thương, bầu, rút kinh nghiệm, thu dọn, tổng hợp lại, chuyển trả, luân chuyển, điều chuyển,
    xin ý kiến, thuyết minh, chỉnh lý, biên tập, in ấn, cấp bù, tạm ứng, ứng vốn, cho vay, thu nợ, phá dỡ, dỡ bỏ,
    gỡ bỏ, xóa bỏ, hủy bỏ, hủy, chặt hạ, cắt tỉa, dọn dẹp, dọn vệ sinh, gieo cấy, gieo trồng, tích nước, rào chắn,
    chốt chặn, treo biển, dặm vá, thông tuyến, hợp long, miễn giảm, thi tuyển, công chiếu, tặng thưởng, trao tặng,
    tặng quà, đón tiếp, phục vụ, tiếp công dân, khởi tố, truy tố, xét xử, thụ lý, bắt giữ, trấn áp, triệt phá,
    đấu tranh, bảo quản, giao nộp, nộp lại, cải chính, tinh gọn, chia tách, cổ phần hóa, bán đấu giá, chào bán,
    mua lại, lập lại, ký cam kết, phân định, phân cấp, phân tách, chuyển hồ sơ, đóng góp, hiến kế, đấu giá,
    ngừng thu, tạm hoãn, thử tải, hiệu đính, phúc tra, hậu kiểm, tiền kiểm, thỏa thuận, hoán đổi, chuyển nhượng,
    ủy thác, bốc thăm"""
