"""Who is told in towns, schools, hospitals and villages: kinds of bodies and of people without a name of their own."""

from __future__ import annotations

# People, and bodies of one kind, that stand without "các": they need a deed behind them.
LOCAL_COMMON = """nhà thầu thi công, nhà thầu tư vấn, liên danh nhà thầu,
    giảng viên, giáo viên, giáo viên chủ nhiệm, giáo viên bộ môn, cố vấn học tập, nghiên cứu sinh,
    tân sinh viên, sinh viên năm cuối, học viên cao học, người học, người dự thi, người dự tuyển, người trúng tuyển,
    người tham gia, người tham dự, người đăng ký, người bệnh, người hưởng, người hưởng lương hưu, ứng viên,
    ứng cử viên, cha mẹ học sinh, phụ huynh học sinh, cha mẹ trẻ, khách hàng, tác giả, nhóm tác giả, vận động viên,
    chủ nhiệm đề tài, chủ nhiệm lớp, chủ nhiệm nhiệm vụ, ban cán sự lớp, công đoàn cơ sở, công đoàn các trường,
    công đoàn các đơn vị, nông hộ, hộ chăn nuôi, hộ nuôi, hộ nông dân, hộ sản xuất, hộ sử dụng đất, hộ khoán,
    người sử dụng đất,
    tiểu thương, chủ vật nuôi, chủ hụi, chủ nhà yến, ban quản trị, ban tổ chức, ban giám hiệu, ban giám khảo,
    hội đồng trường, hội đồng tuyển sinh, hội đồng coi thi, hội đồng chấm thi, hội đồng thi, tổ chuyên môn,
    thành viên nhóm, thành viên nhóm chuyên trách, thành viên tổ công tác, thành viên hội đồng, thành viên ban chỉ đạo,
    thành viên đoàn kiểm tra, thành viên ban tổ chức,
    tổ bầu cử, ban bầu cử, tổ đại biểu, tổ dân phố, ban công tác mặt trận, cán bộ công chức viên chức,
    cán bộ _ công chức, cán bộ _ công chức _ viên chức, cán bộ _ viên chức, cán bộ _ giảng viên,
    cán bộ _ giảng viên _ nhân viên, cán bộ _ giáo viên _ nhân viên, cán bộ _ giáo viên, công chức _ viên chức"""
LOCAL_COLLECTIVES = """chi _ đảng bộ, chi bộ _ đảng bộ, đảng bộ _ chi bộ,
    bậc học, cấp học,
    khoa, bộ môn, phòng ban, phòng chức năng, khoa chuyên môn, tổ, tổ chuyên môn, tổ bộ môn, tổ đại biểu,
    tổ dân phố, tổ công đoàn, tổ bầu cử, ban bầu cử, lớp, khối lớp, khối trường, giảng viên, giáo viên,
    giáo viên chủ nhiệm, cố vấn học tập, chi đoàn, chi hội, liên chi đoàn, liên chi hội, công đoàn, công đoàn cơ sở,
    đoàn trường, hội quán, thôn, ấp, buôn, xóm, bản, khóm, khối, bon, sóc, phum, làng, khu phố, khối phố, khối xóm,
    tổ tự quản, tổ nhân dân tự quản, cụm dân cư, tổ hợp tác, khu dân cư, hộ, hộ kinh doanh, hộ chăn nuôi,
    hộ nuôi, hộ sản xuất, tiểu thương, tác giả, nhóm tác giả, nghiên cứu sinh, học viên, sinh viên, học sinh,
    phụ huynh, vận động viên, đội tuyển, đoàn tham gia, đoàn tham dự, đoàn thể thao, câu lạc bộ, bộ phận, khách hàng,
    ứng viên, ban cán sự lớp, ban giám hiệu, ký túc xá, thư viện, người dân, phòng giao dịch, hội đồng thi,
    hội đồng coi thi, hội đồng chấm thi, hội đồng tuyển sinh, cơ sở lưu trú, ban quản trị, nhóm lớp, bên mời thầu"""
# Bodies that local papers only write in letters: "BCH Đoàn các trường", "BV Đa khoa tỉnh".
LOCAL_HEADS = """bch, bv, bvđk, ttyt, bgh, btc, bql, htx, cđcs, đtn, hlhpn, hnd, hccb, ubmttq, pgd, sgd, hđt,
    công đoàn ngành,
    công đoàn trường, đồn biên phòng, phân xưởng, sư đoàn, lữ đoàn, trung đoàn, tiểu đoàn, đại đội,
    vườn quốc gia, khu bảo tồn, khu bảo tồn thiên nhiên, cấp ủy, văn phòng hđnd và ubnd, văn phòng hđnd & ubnd,
    hãng hàng không, đặc khu, hãng tàu, cửa khẩu quốc tế"""
LOCAL_TITLES = """trưởng ban công tác mặt trận,
    gvcn, ht, pht,
    trưởng khoa, trưởng bộ môn, trưởng đơn vị, lớp trưởng, bí thư chi đoàn, bí thư chi bộ, bí thư đoàn trường,
    chủ tịch công đoàn, tổ trưởng chuyên môn, tổ trưởng bộ môn, trưởng nhóm, trưởng trạm, trưởng trạm y tế"""
# "Các lớp tập huấn", "các hộ chiếu": things whose first words are a body's.
LOCAL_THINGS = """lớp tập huấn, lớp bồi dưỡng, lớp đào tạo, lớp học, lớp phủ, lớp đất, lớp nhựa, lớp dạy nghề, hộ
    chiếu, bản vẽ, bản án, bản đồ, bản tin, bản sao, bản gốc, bản chính, bản ghi, bản quyền, bản đăng
    ký, bản cam kết, bản kê, bản kê khai, bản khai, bản thuyết minh, bản báo cáo, bản thảo, bản giấy,
    bản điện tử, bản mềm, bản cứng, bản kế hoạch, bản hợp đồng, bản tự, bản chụp, bản nhận xét, bản kiểm
    điểm, bản giải trình, bản tổng hợp, bản chất, bản thân, bản sắc, bản dự thảo, bản góp ý, bản đề
    xuất, bản mẫu, bản in, bản vá, bản ký, bản cập nhật, bản dịch, bản xác nhận, bản tóm tắt, bản công
    bố, khối lượng, khối ngành, khối kiến thức, khối tài sản, khối thi, khối lớp học, làng nghề truyền
    thống, hộ khẩu, hộ tịch, khoa học, tổ hợp, bộ phận cơ thể, bộ phận máy"""
