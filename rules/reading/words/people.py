"""Words for people by what they are or do: "ủy viên", "cán bộ", "ngư dân"; they act, and need a deed behind them."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon

# People that stand without "các".
PEOPLE = Lexicon.lines(
    """thí sinh, học sinh, sinh viên, học viên, giáo viên, giảng viên, phụ huynh, cha mẹ học sinh, người dân, người học,
    người lao động, bà con, bà con nông dân, bà con xã viên, cán bộ, công chức, viên chức, công nhân, nhân sự,
    công nhân viên, nhân viên, chuyên viên, ủy viên,
    đảng viên, đoàn viên, hội viên, xã viên, thuyền viên, huấn luyện viên, hướng dẫn viên, tuyên truyền viên, báo cáo viên,
    cộng tác viên, tình nguyện viên, kiểm sát viên, kiểm toán viên, công chứng viên, đấu giá viên, điều tra viên,
    chấp hành viên, hòa giải viên, quản trị viên, phóng viên, biên tập viên, thanh tra viên, kế toán viên, giám định viên,
    bác sĩ, y sĩ, dược sĩ, nghệ sĩ, chiến sĩ, hạ sĩ quan, kỹ sư, luật sư, giáo sư, thẩm phán, thư ký hội đồng,
    thư ký khoa học, giám khảo, giám thị, trọng tài, đại biểu, cổ đông, trưởng nhóm, thủ quỹ, thủ kho, kế toán đơn vị,
    văn thư cơ quan, tân binh, quân nhân, cựu chiến binh,
    thương binh, thanh niên, phụ nữ, nông dân, ngư dân, cư dân, bệnh nhân, nghệ nhân, doanh nhân, thân nhân, già làng,
    thuyền trưởng, lái xe, tài xế, thuê bao, nhà báo, nhà giáo, nhà khoa học, nhà nghiên cứu, nhà văn,
    người ứng cử, người tự ứng cử,
    người khai hải quan, người khai thuế, người khai, người nhập khẩu, người xuất khẩu,
    người vận chuyển, người học,
    người hướng dẫn, người phụ trách, người quản lý, người giám hộ, người có uy tín, người nhà, người thân, người nhận,
    người gửi, người nộp, người mua, người bán, người thuê, người vay, người chăn nuôi, người trồng, người nuôi,
    người tiêu dùng, người điều khiển, người khuyết tật, người cao tuổi, người đề nghị, người yêu cầu, người viết"""
)
# The last word of what people are called; behind "các", "mỗi" any word before it makes such a name.
ENDINGS = frozenset({"viên", "sĩ", "sư", "dân", "nhân", "binh", "khảo", "thị", "chủ"})
# "Các công viên", "các nguyên nhân": things that end like people.
NO_PEOPLE = Lexicon.lines(
    """công viên, nguyên nhân, nhân dân, tư nhân, pháp nhân, cá nhân, tác nhân, hạt nhân, đô thị, chỉ thị, siêu thị,
    khu dân, hộ dân, cụm dân"""
)
