"""The words that name who is told: heads of names, titles, collectives, and what may follow them."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.local_bodies import (
    LOCAL_COLLECTIVES,
    LOCAL_COMMON,
    LOCAL_HEADS,
    LOCAL_THINGS,
    LOCAL_TITLES,
)
from rules.reading.words.named_bodies import ALL_MEMBERS, MEMBERS, NAMED_HEADS, OFFICE_TITLES

TITLES = Lexicon.lines(
    """bộ trưởng, thứ trưởng, thủ trưởng, chủ tịch, phó chủ tịch, giám đốc, phó giám đốc, tổng giám đốc, phó
    tổng giám đốc, cục trưởng, phó cục trưởng, tổng cục trưởng, vụ trưởng, chánh văn phòng, chánh thanh
    tra, viện trưởng, thống đốc, phó thống đốc, tổng thanh tra, trưởng ban, trưởng phòng, hiệu trưởng,
    người đứng đầu, thủ tướng, phó thủ tướng, tổ trưởng, tư lệnh, tổng kiểm toán, chánh án, tổng biên tập,
    trưởng đoàn, bí thư, phó bí thư, chi cục trưởng, đội trưởng, bộ trưởng - chủ nhiệm, chủ nhiệm, lãnh
    đạo, kế toán trưởng, tổng kiểm toán nhà nước, chủ tịch hội đồng, tổng thư ký,
    trưởng đoàn thanh tra, viện trưởng viện kiểm sát, trưởng thôn, trưởng thôn _ bản, trưởng thôn _ ấp,
    trưởng thôn _ khu phố, trưởng thôn _ buôn, trưởng bản _ làng,
    trưởng ấp _ khu phố, trưởng ấp, trưởng bản, trưởng xóm, trưởng buôn,
    trưởng khu phố, trưởng khu dân cư, tổ trưởng tổ dân phố, hạt trưởng, trạm trưởng, đồn trưởng, trưởng""",
    LOCAL_TITLES,
    OFFICE_TITLES,
)
DEPUTIES = Lexicon.lines(
    "thứ trưởng, phó thủ tướng, phó chủ tịch, phó giám đốc, phó thống đốc, phó cục trưởng, đồng chí, ông, bà"
)
LEADERS = Lexicon.lines(
    """thủ tướng, phó thủ tướng, chính phủ, quốc hội, chủ tịch nước, thường trực chính phủ,
    ủy ban thường vụ quốc hội, tổng bí thư"""
)
NAMED_ONLY = Lexicon.lines(NAMED_HEADS)
HEADS = Lexicon.lines(
    """hạt quản lý, đại sứ quán, lãnh sự quán, tổng lãnh sự quán, sở giao dịch, sàn giao dịch, bộ, sở,
    ủy ban nhân dân, ubnd,
    ủy ban, ban, cục, tổng cục, vụ, viện, trung tâm, văn phòng, thanh tra,
    kho bạc, ngân hàng, tp, bảo hiểm xã hội, bảo hiểm, công an, tòa án, tòa án nhân dân, viện kiểm sát, viện
    kiểm sát nhân dân, đài, báo, thông tấn xã, trường, học viện, đại học, trường đại học, bệnh viện, công
    ty, tập đoàn, tổng công ty, hội, hiệp hội, liên đoàn, mặt trận, mặt trận tổ quốc, đoàn thanh niên,
    tỉnh đoàn, thành đoàn, phòng, chi cục, hội đồng, hội đồng nhân dân, hđnd, ban chỉ đạo, ban quản lý,
    ban quản lý dự án, ban điều hành, ban chỉ huy, tổ công tác, tổ, quỹ, kiểm toán nhà nước, bộ tư lệnh,
    bộ chỉ huy, bộ chỉ huy quân sự, bộ đội biên phòng, kiểm lâm, nhà xuất bản, nhà máy, cảng vụ, chính phủ, quốc
    hội, tổng liên đoàn, liên minh, thường trực, trạm, trạm y tế, hạt kiểm lâm, đội, đoàn, xí nghiệp,
    vietcombank, điện lực, bưu điện, hải quan, thuế, cơ quan thuế, cơ quan hải quan, cục thuế, cục hải
    quan, vpcp, nhnn, evn, pvn, bhxh, vbsp,
    vksnd, vks, tand, mttq, bchqs, bđbp, lđlđ, sở y tế, thành phố, tỉnh, huyện, quận, thị xã, xã, phường,
    cdc, tiểu ban, tỉnh ủy, thành ủy, huyện ủy, quận ủy, thị ủy, đảng ủy,
    báo và phát thanh _ truyền hình, báo và phát thanh - truyền hình, báo và phát thanh và truyền hình,
    báo và đài phát thanh _ truyền hình, báo và đài phát thanh - truyền hình, báo và đài phát thanh và truyền hình,
    đài phát thanh - truyền hình, đài phát thanh và truyền hình, đài phát thanh _ truyền hình,
    bộ phận tiếp nhận và trả kết quả, bộ phận một cửa, trung tâm phục vụ hành chính công,
    bộ phận thường trực, cơ quan thường trực, tổ thường trực, ban đại diện cha mẹ học sinh, nông trường,
    lâm trường, phân viện, phân hiệu, ban chấp hành, ban thư ký, tổ thư ký, hợp tác xã, câu lạc bộ,
    khoa, vnpost, tổng cục thuế""",
    LOCAL_HEADS,
    NAMED_HEADS,
)
# Bodies named without a proper name; they need a verb of duty after them to be told anything.
COMMON = Lexicon.lines(
    """cơ quan ngang bộ, cơ quan thuộc chính phủ, tổ chức đảng, lực lượng, đội ngũ cán bộ, đội ngũ giáo viên, nhân dân,
    bà con, chủ sở hữu, bộ, sở, ngành, cơ quan, đơn vị, địa phương, tổ chức, doanh nghiệp, chủ đầu tư, nhà đầu tư,
    nhà thầu, cơ quan cấp phép, cơ quan cấp giấy phép, cơ quan cấp giấy chứng nhận, cơ quan tiếp nhận hồ sơ,
    đơn vị tiếp nhận hồ sơ, cơ quan thẩm định hồ sơ, cơ quan giải quyết hồ sơ, cơ quan đăng ký kinh doanh,
    cơ quan đăng ký đầu tư, cơ quan quản lý thuế, cơ quan quản lý nhà nước, cơ quan thi hành án,
    cơ quan có thẩm quyền, cơ quan chủ trì thẩm định, bộ quản lý ngành, bộ quản lý chuyên ngành, bộ quản lý lĩnh vực,
    bộ chủ quản, sở quản lý ngành, sở quản lý chuyên ngành, chủ cơ sở, chủ cửa hàng, chủ nhà, chủ nhà trọ,
    chủ đại lý, chủ vườn, chủ lồng bè, chủ trại, chủ trang trại, chủ xe, chủ công trình, chủ nhà hàng, chủ khách sạn,
    chủ kho, cơ sở, tổ chức tín dụng, ngân hàng thương mại, cá nhân, người sử dụng lao động, người lao động, chủ tàu,
    chủ phương tiện, nhà trường, cơ sở giáo dục, cơ sở y tế, cơ sở khám bệnh, thương nhân, nhà mạng, nhà cung cấp,
    người nộp thuế, chủ nguồn thải, đại lý, thành viên, cơ sở sản xuất, chủ đập, chủ hồ, chủ rừng, đơn vị sự nghiệp,
    ban quản lý, chủ dự án, tổ chức kinh tế, người đại diện, đơn vị tư vấn, đơn vị thi công, doanh nghiệp viễn thông,
    cơ quan chủ trì, cơ quan đại diện chủ sở hữu, đoàn kiểm tra, đoàn thanh tra, đoàn giám sát, tổ kiểm tra,
    tổ thẩm định, hội đồng thẩm định, cơ quan chuyên môn, cơ quan chủ quản, cơ quan chủ trì soạn thảo,
    cơ quan chủ trì soạn thảo văn bản, cơ quan soạn thảo, đơn vị chủ trì soạn thảo, người có nghĩa vụ kê khai,
    chính quyền địa phương, chính quyền các cấp, chính quyền địa phương các cấp, cấp cơ sở, tuyến trung ương,
    tuyến tỉnh, tuyến huyện, tuyến xã, tuyến cơ sở, chủ quản, cơ quan nhà nước, đơn vị liên quan, cấp trung ương,
    cấp thành phố, cấp thị xã, cấp bộ, cấp sở, cấp ngành, cấp trường, cấp thôn, cấp khoa, cấp quân khu, cấp tỉnh,
    cấp huyện, cấp xã, cấp quận, cấp phường, cấp trên trực tiếp cơ sở, nhà thuốc, nhà sản xuất,
    tổ chức được cấp phép, tổ chức được giao, người đại diện theo pháp luật, tư vấn giám sát, tư vấn thiết kế,
    cơ quan cảnh sát điều tra, ngân hàng chỉ định thanh toán, tổ chức tư vấn định giá đất, tổ chức tư vấn,
    tổ chức thẩm định giá, ban soạn thảo, tổ biên tập, tổ tự quản, nhóm nghiên cứu, lực lượng dân quân tự vệ,
    người tiến hành tố tụng, tổ chức hành nghề công chứng, tổ chức hành nghề luật sư, tổ chức hành nghề đấu giá,
    thành viên góp vốn, nhà sản xuất _ nhập khẩu, hộ gia đình, hộ dân, thí sinh, phụ huynh, người dân, công dân,
    học sinh, sinh viên, học viên, cơ quan thẩm định, khách hàng, chủ thẻ, chủ tài khoản, người nộp đơn,
    hộ kinh doanh, chủ hộ, bên, các bên, tổ chức cung ứng dịch vụ, tổ chức cung ứng dịch vụ trung gian thanh toán,
    công ty chứng khoán, ngân hàng giám sát, doanh nghiệp quản lý quỹ, công ty quản lý quỹ, cơ sở đào tạo,
    cơ sở khám chữa bệnh, cơ sở sản xuất kinh doanh, tổ chức phát hành, công ty đại chúng, đơn vị chủ trì,
    đơn vị thực hiện, nhóm, tiểu ban, chi nhánh, tổ chức kinh doanh, tổ chức niêm yết, tổ chức tài chính,
    tổ chức hành nghề, tổ chức đánh giá, tổ chức chính trị, tổ chức chính trị - xã hội, tổ chức chính trị xã hội,
    tổ chức chính trị xã hội - nghề nghiệp, tổ chức xã hội - nghề nghiệp, tổ chức xã hội nghề nghiệp, tổ chức xã hội,
    tổ chức đăng ký đất đai, tổ chức khoa học, tổ chức giám định, tổ chức kiểm định, tổ chức quản lý,
    tổ chức kiểm toán, chi nhánh ngân hàng, tổ chức đấu giá, tổ chức công đoàn, ngành giáo dục, ngành y tế,
    ngành tài chính, ngành công thương, ngành nông nghiệp, ngành thuế, ngành hải quan, ngành ngân hàng,
    ngành giao thông, ngành điện, ngành du lịch, ngành xây dựng, ngành văn hóa, ngành lao động, ngành kiểm lâm,
    ngành đường sắt, ngành tư pháp, ngành thanh tra, ngành kiểm sát, ngành tòa án, ngành thống kê,
    ngành bảo hiểm xã hội, ngành nội vụ, ngành thủy lợi, ngành hàng không, ngành chức năng""",
    LOCAL_COMMON,
    MEMBERS,
)
COLLECTIVES = Lexicon.lines(
    """bộ quản lý ngành, bộ quản lý chuyên ngành, bộ quản lý ngành _ lĩnh vực, bộ quản lý lĩnh vực, sở quản lý ngành,
    sở quản lý ngành _ lĩnh vực, cơ quan quản lý ngành, cơ quan quản lý ngành _ lĩnh vực, tổ chức đảng,
    nhà xuất bản, tòa án, viện kiểm sát, thư viện, bảo tàng, liên đoàn, phòng công chứng, văn phòng công chứng,
    văn phòng luật sư, văn phòng đăng ký đất đai, cảng vụ, kho bạc, điện lực, bưu điện, hạt kiểm lâm, ban chỉ huy,
    ban chỉ đạo, sư đoàn, lữ đoàn, trung đoàn, tiểu đoàn, đại đội,
    ban điều hành, nhà đầu tư, chủ sở hữu,
    chính quyền, chính quyền địa phương, chính quyền các cấp, chính quyền địa phương các cấp,
    tổ chức chính trị - xã hội, tổ chức chính trị xã hội, tổ chức chính trị xã hội - nghề nghiệp,
    tổ chức xã hội - nghề nghiệp, tổ chức xã hội nghề nghiệp, cấp công đoàn, cấp hội, khu _ điểm du lịch,
    nông trường, lâm trường, nông trại, nơi,
    huyện _ thành _ thị, huyện _ thị _ thành, huyện _ thị, thành _ thị, huyện _ thành,
    khu đô thị mới, tổ chức hành nghề công chứng, tổ chức hành nghề luật sư,
    cấp bộ đoàn, cấp bộ hội,
    cấp chính quyền,
    cấp ủy _ chính quyền, cấp ủy đảng, cấp ủy đảng _ chính quyền, đoạn quản lý đường bộ,
    bộ, ngành, sở, ban, phòng, tỉnh, thành phố, huyện, quận, xã, phường, thị xã, thị trấn, vụ, cục,
    viện, trường, địa phương, cơ quan, đơn vị, đoàn thể, tổ chức, doanh nghiệp, cá nhân, hiệp hội,
    tập đoàn, tổng công ty, tổng công ty 91, tổng công ty 90, công ty,
    cơ quan ngang bộ, cơ quan thuộc chính phủ, trung tâm, hội, bệnh viện,
    cơ sở, ngân hàng, học viện, nhà trường, tổ chức tín dụng, đại học, trường đại học, cơ sở giáo dục, cơ sở y tế,
    cơ sở đào tạo, chi cục, tổng cục, hợp tác xã, khu công nghiệp, nhà mạng, nhà thầu, chủ đầu tư, đồng chí, thành viên,
    cơ quan báo chí, báo, đài, hội đồng, ban quản lý, chi nhánh, quỹ, cơ quan trung ương, tổ công tác,
    cục thuế, cục hải quan, chủ nhà, chủ vườn, chủ trại, chủ cửa hàng, chủ hàng, chủ tàu, chủ cơ sở,
    trường học, điểm tiêm, điểm tiêm chủng, điểm bán, điểm bán hàng, điểm bán lẻ, cửa hàng, chợ, nhà hàng, khách sạn,
    nhà thuốc, quầy thuốc, lò mổ, điểm trường, phòng khám,
    chủ rừng, chủ đập, điểm thi, hãng, hãng hàng không, nhà xe, chủ xe, sàn giao dịch, thí sinh, bến xe,
    siêu thị, lực lượng, nhà máy, ngân hàng thương mại, trang trại, hộ dân, hộ gia đình, trạm y tế,
    đoàn công tác, đội, tỉnh ủy, thành ủy, huyện ủy, quận ủy, thị ủy, đảng ủy, chi bộ, đảng bộ, cấp ủy, xí
    nghiệp, phân xưởng""",
    LOCAL_COLLECTIVES,
    ALL_MEMBERS,
)
QUANTIFIERS = frozenset({"các", "những", "mỗi", "từng", "mọi", "toàn"})
PRONOUNS = frozenset({"này", "đó", "nói trên", "trên"})
# Verbs that are part of a name where they stand right behind its head: "Ban quản lý", "Cục kiểm soát".
INSIDE_NAMES = Lexicon.lines(
    """quản lý, chỉ đạo, điều hành, kiểm soát, nghiên cứu, đào tạo, bồi dưỡng, phát triển, ứng dụng, hỗ trợ, giám định,
    kiểm tra, kiểm định, bảo vệ, phòng chống, tổ chức, kế hoạch, xây dựng, thanh tra, tư vấn, xúc tiến, dịch vụ, đầu tư,
    khuyến khích, ứng phó, điều phối, tìm kiếm, khai thác, vận hành, thông tin, truyền thông, tổng hợp, phục vụ,
    đánh giá,
    thẩm định, giám sát, lãnh đạo, tín dụng, cung ứng, sản xuất, phát hành, bảo hiểm, giao dịch, sử dụng, chuyên môn"""
)
# Words that end a name wherever they stand in lower case.
STOPS = frozenset(
    [
        "về",
        "trong",
        "trước",
        "sau",
        "tại",
        "theo",
        "để",
        "khi",
        "với",
        "cho",
        "đã",
        "đang",
        "sẽ",
        "cần",
        "phải",
        "được",
        "bị",
        "từ",
        "đến",
        "tới",
        "do",
        "bởi",
        "bằng",
        "là",
        "thì",
        "mà",
        "nếu",
        "nhưng",
        "hoặc",
        "chậm",
        "muộn",
        "vào",
        "hết",
        "ngay",
        "cũng",
        "vẫn",
        "còn",
        "chưa",
        "không",
        "rằng",
        "nhằm",
        "như",
        "gồm",
        "kể",
        "định",
        "có",
        "chịu",
        "nêu",
        "này",
        "đó",
        "hạn",
        "chủ",
        "căn",
        "xong",
        "nằm",
        "ra",
        "lần",
        "bắt",
        "biết",
        "xin",
    ]
)
PLACES = frozenset(
    {"tỉnh", "thành", "huyện", "quận", "thị", "xã", "phường", "tp", "vùng", "khu", "miền", "thủ"}
)

# Words that begin like a body's name and are none.
NO_BODIES = Lexicon.lines(
    """bên cạnh, ban hành, bộ phận, bộ luật, bộ chỉ số, bộ tiêu chí, bộ thủ tục, bộ mặt, bộ máy, bộ câu hỏi, bộ tài
    liệu, bộ dữ liệu, bộ hồ sơ, đội ngũ, báo cáo, báo chí, thuế suất, thuế quan, phòng ngừa, phòng chống,
    phòng _ chống, phòng cháy, phòng tránh, hội nghị, hội thảo, hội nhập, hội họp, đoàn kết, trường hợp,
    tổ chức, viện dẫn, viện trợ, viện phí, cục bộ, vụ việc, vụ án, vụ mùa, vụ đông, vụ xuân, vụ hè,
    vụ lúa, vụ cháy, vụ tai nạn, vụ kiện, tỉnh
    táo, thành phần, xã hội, khoa học, sở hữu, bảo hiểm y tế, bảo hiểm thất nghiệp, đài thọ, quỹ đất, quỹ
    đạo, cơ quan báo, ban đầu, ban đêm, tổ quốc, thành lập, thành tựu, thành tích, thành viên, trạm bơm,
    trường học, hội chứng, báo động, quận công, thường trực tiếp, khoa giáo, cảng
    biển, thuế giá trị, thuế thu nhập, thuế tiêu thụ, thuế bảo vệ, thuế xuất, thuế nhập, thuế sử dụng, bộ
    quy tắc, bộ công cụ, bộ nhận diện, ban ngày, đội hình, tổ hợp, tổ dân phố, phòng học,
    phòng bệnh, phòng _ tránh, phòng hộ, phòng dịch, phòng trừ, hải quan điện tử, thanh tra _ kiểm tra,
    thanh tra việc, thanh tra các, thanh tra công tác, thanh tra chuyên đề, thanh tra đột xuất, thanh tra
    toàn diện, hội đàm, kiểm tra, đội giá, bảo hiểm thương mại, ngân hàng dữ liệu, ngân hàng đề, quỹ thời
    gian, quỹ tiền lương, quỹ tiền thưởng, quỹ lương, quỹ thưởng, quỹ nhà, xã hội hóa, xã hội học""",
    LOCAL_THINGS,
)
