"""The words that say what is done: assigning verbs, predicates, and the small words around them."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.local_verbs import LOCAL_VERBS
from rules.reading.words.office_verbs import OFFICE_VERBS

# The second halves of nouns: "công trình", "doanh thu".
HALVES = {
    "trình": frozenset({"công", "chương", "quy", "lộ", "giáo", "hành"}),
    "thu": frozenset({"doanh", "nguồn"}),
    "ký": frozenset({"chữ", "thư"}),
    "lập": frozenset({"độc", "sáng"}),
    "cấp": frozenset({"trung", "sơ"}),
    "nhập": frozenset({"thu", "hội"}),
}


class Deeds(Lexicon):
    """Verbs; what is only the second half of a noun is none."""

    halves = HALVES


# Who stands before these gives the order; who stands after them is told.
ORDERS = Lexicon.lines(
    """giao, giao cho, giao nhiệm vụ cho, giao nhiệm vụ, giao trách nhiệm cho, giao trách nhiệm, yêu cầu, đề
    nghị, phân công, phân công cho, ủy quyền cho, ủy quyền, kiến nghị, khuyến nghị, kêu gọi, cho phép, lưu
    ý, nhắc, nhắc lại, nhắc nhở, đồng ý giao, thống nhất giao, đồng ý để,
    đồng ý cho, đồng ý cho phép, chấp thuận cho, thống nhất cho, nhất trí cho, phân công cụ thể, phê bình và yêu cầu, ra
    hạn cho, ra thời hạn cho, đã đôn đốc, vừa đôn đốc, có văn bản đôn đốc, có công văn đôn đốc,
    công văn chỉ đạo, văn bản chỉ đạo, công điện chỉ đạo, chỉ thị, quyết định giao, tiếp tục giao, lệnh cho, buộc"""
)
# Whoever "giao" these hands them out, and orders nobody to do anything.
HANDS_OUT = Lexicon.lines(
    """giao dự toán, giao kế hoạch, giao chỉ tiêu, giao đất, giao rừng, giao vốn, giao biên chế, giao kinh phí, giao khu vực
    biển, buộc phải, giao tài sản, giao mặt bằng, giao ngân sách, giao nộp, giao nhận, giao ban, giao quân, giao hàng,
    giao bổ sung dự toán,
    giao bổ sung kế hoạch, giao hết, giao chi tiết, giao mốc, giao số, giao chỉ tiêu kế hoạch"""
)
# Whoever stands before these and a deed is to remember to do it.
HEEDS = Lexicon.lines("lưu ý, chú ý, chú trọng, ghi nhớ, nhớ, lưu tâm, để ý, quan tâm")
STEERS = Lexicon.lines("chỉ đạo, trực tiếp chỉ đạo, lãnh đạo")
WITH = Lexicon.lines(
    """cùng, phối hợp với, phối hợp cùng, phối hợp chặt chẽ với, phối hợp chặt chẽ cùng, phối hợp, cùng với, phối
    hợp với cả, phối hợp đồng bộ với, phối hợp thường xuyên với, phối hợp tốt với, phối hợp kịp thời với,
    phối hợp ngay với, phối hợp hiệu quả với, sự phối hợp của, thống nhất với, trao đổi với, lấy ý kiến
    của, tham vấn, hợp tác với, với sự tham gia của, có sự tham gia của,
    cùng sự tham gia của, sự tham gia của"""
)
COOPERATES = Lexicon.lines(
    "phối hợp với, phối hợp cùng, phối hợp chặt chẽ với, phối hợp, phối hợp chặt chẽ cùng"
)
RECEIVES = Lexicon.lines(
    """gửi, gửi về, gửi đến, gửi cho, về, báo cáo, báo cáo về, trình, nộp về, nộp cho, nộp, đến, chuyển,
    chuyển đến"""
)
REPORTS = Lexicon.lines(
    """có bài, có bài viết, đăng bài, đưa tin, có phóng sự, cho biết, cho hay, nêu rõ, nêu rõ nội dung, nêu nội dung,
    đã xác định, xác định rõ,
    quy định rõ,
    nhấn mạnh, khẳng định, cho rằng, nói, phát biểu, cũng cho biết, biểu dương,
    hoan nghênh, đề cập"""
)
# These report words only where a comma or "rằng" follows; elsewhere they are deeds.
MAY_REPORT = Lexicon.lines(
    """đánh giá, thông tin, ghi nhận, kết luận, thông báo, chia sẻ, lưu ý, đồng ý, thống nhất,
    nhận định, có ý kiến, có ý kiến chỉ đạo, trả lời"""
)
MODALS = Lexicon.lines(
    """sẽ, phải, cần, nên, cần phải, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, có nghĩa vụ, được giao, được
    yêu cầu, được phân công, được đề nghị, chủ trì, làm đầu mối, là đơn vị đầu mối, là cơ quan đầu mối, là
    đầu mối, khẩn trương, chủ động, tiếp tục, tập trung, nghiêm túc, tích cực, kịp thời, trực tiếp, tăng
    cường, đẩy nhanh, đẩy mạnh, thống nhất, đồng chủ trì, phối hợp, hoàn thành, bảo đảm, đảm bảo, nhanh
    chóng, phấn đấu, dự kiến, hứa, cam kết, bắt buộc phải, buộc phải, bị yêu cầu, bị buộc, bị buộc phải"""
)
# Words that stand between a subject and its verb, or before the verb where the subject is left out.
ADVERBS = Lexicon.lines(
    """thoái vốn, cổ phần hóa, tất toán, quyên góp, ủng hộ, hoàn nguyên, treo, cắm, dọn, quét, chăm sóc,
    cũng, còn, vẫn, đang, đã, sẽ, phải, cần, được, tiếp tục, khẩn trương, chủ động, tích cực, kịp thời,
    nghiêm túc, nhanh chóng, trực tiếp, thường xuyên, quyết liệt, sớm, ngay, hãy, chưa, không, chỉ, đồng
    thời, tổ chức, định kỳ, đột xuất, thực sự, tăng cường, đẩy mạnh, đẩy nhanh, tập trung, cùng, có trách
    nhiệm, chịu trách nhiệm, có nhiệm vụ, có nghĩa vụ, có, mới, phấn đấu, dự kiến, bảo đảm, đảm bảo, quan
    tâm, khẩn trương chỉ đạo, nghiêm chỉnh, tối thiểu, hằng năm, hàng năm, hằng quý, hàng quý, hằng tháng,
    hàng tháng, trước mắt, căn cứ, theo, vừa, luôn, đều, cơ bản, chính thức, tự, lần đầu, một lần nữa,
    hiện đang, hiện còn, hiện vẫn, đồng loạt, xong, nên, không nên, quyết tâm, nỗ lực, cố gắng, dồn sức, ra sức,
    tập trung cao độ, đề cao, gương mẫu, đi đầu, là, thì, phối, thống nhất"""
)
VERBS = Deeds.lines(
    """chủ trì, đồng chủ trì, phối hợp, hoàn thành, hoàn thiện, hoàn tất, hoàn chỉnh, xây dựng, ban hành,
    trình, báo cáo, gửi, tổng hợp, rà soát, nghiên cứu, đề xuất, triển khai, thực hiện, tổ chức, hướng
    dẫn, kiểm tra, thanh tra, giám sát, theo dõi, đôn đốc, kiểm điểm, chỉ đạo, lãnh đạo, giao, yêu cầu, đề nghị, phân
    công, công bố, công khai, cung cấp, cập nhật, kết nối, tích hợp, chia sẻ, chuẩn bị, bố trí, cấp, phân
    bổ, giải ngân, thanh toán, quyết toán, sửa đổi, bổ sung, điều chỉnh, thay thế, bãi bỏ, đánh giá, xếp
    hạng, khảo sát, thống kê, lập, lấy ý kiến, thẩm định, phê duyệt, thông qua, ký, ký kết, đăng ký, đăng
    tải, niêm yết, tuyên truyền, phổ biến, tập huấn, bồi dưỡng, đào tạo, nâng cao, nâng cấp, duy trì, vận
    hành, quản lý, sử dụng, bảo đảm, đảm bảo, khắc phục, xử lý, giải quyết, tháo gỡ, thu hồi, thu hút, hỗ
    trợ, tham mưu, nộp, tạm nộp,
    ra quyết định, ra thông báo, ra văn bản, chuyển, tiếp nhận, bàn giao, nghiệm thu, thi công, khởi công, khánh thành,
    đầu tư, mua sắm, đấu thầu, tiêm, tiêm chủng, điều tra, cắt giảm, đơn giản hóa, chuẩn hóa, số hóa, chuyển đổi,
    áp dụng, thành lập, kiện toàn, sắp xếp, tinh giản, giải thể, sáp nhập, tuyển dụng, bổ nhiệm, xác định,
    xác minh, làm rõ, quy định, tham gia, phát động, vận động, huy động, khai thác, mở rộng, phát triển,
    thúc đẩy, tạo điều kiện, phòng ngừa, phòng chống, ngăn chặn, chấm dứt, tháo dỡ, di dời, sơ tán, trồng,
    khôi phục, cải tạo, sửa chữa, lắp đặt, kiểm kê, kiểm soát, kiểm định, lưu trữ, thẩm tra, trả lời, giải
    trình, tiếp thu, thông báo, công nhận, cấp phép, thu, chi, trả, chi trả, bắt đầu, kết thúc, đưa, hình
    thành, khai trương, đạt, phấn đấu, dự kiến, xem xét, quyết định, cho ý kiến, có ý kiến, tham gia ý
    kiến, góp ý, căn cứ, nắm, làm việc, đối thoại, đàm phán, ứng dụng, cử, thiết lập, thiết kế, quy hoạch,
    chịu trách nhiệm, có trách nhiệm, có báo cáo, có văn bản, có phương án, có kế hoạch, có giải pháp, ưu
    tiên, tiếp tục, khẩn trương, chủ động, tích cực, tăng cường, đẩy mạnh, đẩy nhanh, tập trung, rút ngắn,
    giảm, tăng, nhập, xuất, bình ổn, điều hành, điều tiết, dự trữ, cân đối, tính toán, đấu nối, cấp phát,
    phân phối, nhập khẩu, xuất khẩu, giám định, giao ban, sơ kết, tổng kết, họp, tổ chức họp, trang bị,
    củng cố, phục hồi, phối kết hợp, lồng ghép, quán triệt, tuân thủ, chấp hành, thi hành, chấn chỉnh, đổi
    mới, cải cách, cải thiện, gương mẫu, đi đầu, kê khai, khai báo, đối chiếu, phản ánh, cảnh báo, thử
    nghiệm, thí điểm, nhân rộng, vận chuyển, tiêu hủy, khoanh vùng, cách ly, xét nghiệm, truy vết, điều
    trị, khám, phun, giải tỏa, giải phóng mặt bằng, đền bù, bồi thường, tái định cư, cưỡng chế, xử phạt,
    thu thập, phân tích, dự báo, mô tả, truyền thông, phân loại, soạn thảo, dự thảo, tham vấn, biên soạn,
    phát hành, xuất bản, chốt, khóa sổ, chuyển giao, hợp nhất, đồng bộ, làm sạch, nạp, tạo lập, khai
    thông, nạo vét, gia cố, trực, ứng trực, tuần tra, nhắc nhở, phê bình, đảm nhiệm, đảm trách,
    biểu dương, khen thưởng, kỷ
    luật, đăng, kích hoạt, miễn, gia hạn, tạm dừng, tạm ngừng, dừng, ngừng, mở, cho, dành, lựa chọn, giới
    thiệu, đề cử, tiến hành, có, xóa, nhận, phân nhóm, cam kết, phát hiện, cung ứng, liên thông, bám sát,
    rà soát lại, bảo trì, quan trắc, giám hộ, giao dịch, hạch toán, truy thu, hoàn thuế, tư vấn, thẩm tra,
    đối soát, cấp mới, cấp đổi, duyệt, phê chuẩn, xác nhận, chấp thuận, thu phí, thay mặt, ghi nhận, công
    chứng, chứng thực, mời, dừng hoạt động, vệ sinh, khử khuẩn,
    tiêm phòng, hạn chế, chặn, xả, đắp, nộp, rút, hoàn trả, thu gom, tái chế, bốc xếp, san lấp, thông xe,
    vận hành thử, đưa vào, chuẩn hóa lại, mã hóa, sao lưu, phục dựng, tôn tạo, trùng tu, bảo tồn, quảng
    bá, biểu diễn, trưng bày, tổ chức lại, chấm thi, tuyển sinh, xét tuyển, xét duyệt, bình xét, sẵn sàng,
    cắm mốc, đo đạc, lấy mẫu, lấy phiếu, nâng, dẹp, điều động, huấn luyện, diễn tập, trực ban, kêu gọi,
    gia cường, tu bổ, chỉnh sửa, viết, sản xuất, tiêu thụ, thu mua, thu hoạch, gieo, cấp nước, cấp điện, tiết kiệm, bán,
    mua, chứng nhận, giới hạn, bảo hành, hỗ trợ kỹ thuật, tham chiếu, làm đầu mối, làm, tự kiểm tra, tự
    đánh giá, bình chọn, tôn vinh, trao, tặng, khởi động, vào cuộc,
    trích, thúc, thúc tiến độ, siết, gỡ, lên phương án, lên kế hoạch, phát tin, phân luồng, chằng chống, neo đậu,
    cơ cấu, cơ cấu lại, hoãn, lùi, giãn, khoanh, gặp mặt, động viên, thăm hỏi, thí nghiệm, khởi tạo, phản hồi,
    hiệu chỉnh, khấu trừ, niêm phong, tạm giữ, đính chính, rà phá, sửa, sửa xong, tắt, bật, dán, hứa, giám sát chặt,
    tổng rà soát, tổng vệ sinh, tổng điều tra, tổng kiểm tra, tổng kiểm kê, tổng kiểm soát, tổng dọn, ra quân,
    đổi, thay, thay đổi, khai thuế, nộp thuế, quyết toán thuế, xét, xét thi đua, xét công nhận, trang trí,
    đề ra, đặt ra, vạch ra, gấp rút, dứt điểm, nhắn tin, phát sóng, kiểm thử, kiến nghị""",
    LOCAL_VERBS,
    OFFICE_VERBS,
)
CONNECTIVES = Lexicon.lines(
    """đồng thời, riêng, riêng đối với, đối với, còn, còn với, còn đối với, về phía, phía, với, đại diện,
    đại diện phía, chỉ có, chỉ riêng, chỉ, ngoài ra, bên cạnh
    đó, cùng với đó, theo đó, cụ thể, trong đó, mặt khác, tiếp đó, sau đó, trước mắt, từ đó, do đó, vì
    vậy, như vậy, trên cơ sở đó, cũng theo, cũng tại, và, hoặc, nhưng, song, tuy nhiên, ngay sau đó, đặc
    biệt, hay, đó là, gồm, bao gồm, như, nhiệm vụ của, trách nhiệm của, danh mục nhiệm vụ của, các nhiệm vụ của,
    nhiệm vụ cụ thể của, công việc của, phần việc của, danh mục công việc của, tiếp theo, thứ nhất, thứ hai, thứ
    ba, nhất là, giao, hiện, hiện nay, cũng"""
)
CONDITIONS = Lexicon.lines(
    "trường hợp, trong trường hợp, nếu, khi, sau khi, giả sử, nếu như, ngay khi, mỗi khi, kể cả khi"
)
TARGETS = Lexicon.lines(
    """phấn đấu, mục tiêu, chỉ tiêu, các chỉ tiêu, các mục tiêu, tỷ lệ, tỉ lệ, phấn đấu đạt, trên 90 %, 100
    %, tối thiểu, nằm trong nhóm, thuộc nhóm"""
)
AIMS = Lexicon.lines("phấn đấu, mục tiêu, chỉ tiêu, các chỉ tiêu, các mục tiêu, định hướng")
FORECASTS = Lexicon.lines("dự kiến")
