"""Deeds of towns, schools, hospitals and villages that the papers of ministries seldom name."""

from __future__ import annotations

LOCAL_VERBS = """chỉnh trang, phát quang, xuống giống, kiểm đếm, xét chọn, tuyển chọn, sơ tuyển, soát xét, hoàn ứng,
    đóng tiền,
    đóng học phí, đóng phí, đóng đủ, đóng bảo hiểm, truy nộp, chấm bài, vào điểm, khóa điểm, xếp lịch, viết bài, chụp ảnh,
    quay phim, hiệp thương, bầu chọn, kết nạp, góp vốn, thương thảo, chạy thử, đóng điện, san gạt, san nền, đổ đất,
    trải nhựa, thảm nhựa, đổ bê tông, khơi thông, cắt tỉa, thả giống, chôn lấp, khử trùng, tẩy uế, di chuyển,
    luân chuyển, xét xử, tống đạt, giải đáp, tẩy giun, xét tặng, cài đặt, sao chép, hủy, bồi hoàn, phát tiền, phát thẻ,
    phát phiếu, lắp, đặt mục tiêu, kéo dài, xây mới, xây xong, in ấn, chọn ra, đóng góp, đóng góp ý kiến,
    chọn cử"""
