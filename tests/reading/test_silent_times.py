"""Days and periods by which nobody has to do anything, told in many ways; and the like that do bind somebody."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties

SAID_ON = date(2021, 5, 10)
SILENT = [
    "Theo thống kê của Sở Y tế, từ ngày 01/01/2019 đến 30/4/2021, toàn tỉnh có 12.450 người được khám sàng lọc.",
    "Qua rà soát của Sở Tư pháp, trong giai đoạn từ 2018 đến nay, đã có 325 vụ việc được hòa giải thành.",
    "Tính đến ngày 10/5/2021, huyện Bình Xuyên có 45 cơ sở đạt chuẩn.",
    "Theo báo cáo của Cục Thuế tỉnh, từ ngày 01/3 đến ngày 10/5/2021, cơ quan thuế thu được 215 tỷ đồng.",
    "Số liệu của Chi cục Dân số cho thấy trong năm 2021 có khoảng 7.200 trẻ sinh ra.",
    "Quý I/2021, Sở Giao thông vận tải cấp đổi 4.512 giấy phép lái xe.",
    "Từ đầu năm đến ngày 05/5/2021, Công an huyện xử lý 128 trường hợp vi phạm, phạt 310 triệu đồng.",
    "Trong 4 tháng đầu năm 2021, kim ngạch xuất khẩu đạt 3,2 tỷ USD.",
    "Trong tháng 5/2021, thị trường tiêu thụ 25.000 tấn thép, tăng 4% so với tháng trước.",
    "Nghị định này có hiệu lực thi hành từ ngày 15 tháng 7 năm 2021.",
    "Thông tư có hiệu lực kể từ ngày 01/7/2021 và thay thế Thông tư số 12/2015/TT-BTC.",
    "Quyết định có hiệu lực sau 10 ngày kể từ ngày ký.",
    "Quy định này áp dụng từ năm học 2021-2022.",
    "Mức lương tối thiểu vùng mới được áp dụng từ ngày 01/7/2021.",
    "Mức thu phí trên được áp dụng từ ngày 01/6/2021 đến hết ngày 31/12/2021.",
    "Chính sách hỗ trợ được thực hiện từ ngày 01/7/2021 đến hết ngày 31/12/2022.",
    "Giấy phép có giá trị đến ngày 31/12/2023.",
    "Chứng chỉ có thời hạn đến hết ngày 30/6/2024.",
    "Thẻ bảo hiểm y tế có giá trị sử dụng đến 31/12/2021.",
    "Hợp đồng có hiệu lực đến ngày 31/12/2021.",
    "Thời hạn của giấy phép là 05 năm kể từ ngày cấp.",
    "Nhiệm kỳ của Hội đồng là 5 năm, từ năm 2021 đến năm 2026.",
    "Hội nghị sẽ diễn ra vào ngày 20/5/2021 tại Hội trường tỉnh.",
    "Lễ khai mạc được tổ chức lúc 8 giờ ngày 20/5/2021.",
    "Kỳ thi tốt nghiệp trung học phổ thông năm 2021 diễn ra từ ngày 06/7 đến ngày 09/7/2021.",
    "Triển lãm mở cửa từ ngày 15/5/2021 đến hết ngày 30/5/2021 tại Bảo tàng tỉnh.",
    "Thời gian diễn ra: từ ngày 15/5/2021 đến ngày 20/5/2021.",
    "Giải đấu kéo dài từ ngày 01/6 đến ngày 15/6/2021.",
    "Lễ hội hoa phượng đỏ năm 2021 khai mạc tối 12/6/2021.",
    "Thí sinh dự thi môn Ngữ văn vào sáng ngày 07/7/2021.",
    "Bưu điện tỉnh làm việc từ thứ Hai đến thứ Sáu hằng tuần.",
    "Cuộc họp giao ban được tổ chức vào sáng thứ Hai hằng tuần.",
    "Căn cứ Quyết định số 12/QĐ-UBND ngày 15/6/2021 của UBND tỉnh về giao dự toán ngân sách.",
    "Thực hiện Kế hoạch số 45/KH-UBND ngày 20/5/2021, các đơn vị đã quán triệt tới toàn thể cán bộ.",
    "Theo Quyết định 1629/QĐ-TTg về Chương trình phòng, chống thiên tai đến năm 2030, tầm nhìn 2050.",
    "Kế hoạch phát triển kinh tế - xã hội 5 năm 2021-2025 đã được thông qua.",
    "Chương trình mục tiêu quốc gia giai đoạn 2021 - 2025 gồm 11 nội dung.",
    "Nếu đến hết ngày 30/6/2021 đơn vị không đăng ký thì coi như không có nhu cầu.",
    "Trường hợp dịch bệnh còn diễn biến phức tạp đến tháng 9/2021, tăng trưởng sẽ chỉ đạt 5%.",
    "Người nộp thuế chậm nộp sau ngày 31/12/2021 sẽ bị tính tiền chậm nộp.",
    "Đối tượng là người lao động bị mất việc trong thời gian từ ngày 01/5/2021 đến ngày 31/12/2021.",
    "Công dân sinh từ ngày 01/01/2003 đến ngày 31/12/2003 thuộc diện gọi khám tuyển.",
    "Người lao động ký hợp đồng trước ngày 01/7/2021 được hưởng mức hỗ trợ 1,5 triệu đồng.",
    "Hộ kinh doanh phải dừng hoạt động từ ngày 01/5/2021 đến ngày 31/5/2021 được hỗ trợ một lần.",
    "Các dự án khởi công trước ngày 01/6/2021 tiếp tục thực hiện theo quy định cũ.",
    "Hồ sơ nộp trước ngày 01/7/2021 được giải quyết theo Luật năm 2013.",
    "Doanh nghiệp thành lập sau ngày 01/01/2021 không thuộc đối tượng áp dụng.",
    "Dự báo từ nay đến hết tháng 10/2021 có khoảng 8-10 cơn bão trên Biển Đông.",
    "Theo Trung tâm Dự báo khí tượng thủy văn, từ đêm 12/5 đến ngày 15/5/2021, Bắc Bộ có mưa to.",
    "Dự kiến đến năm 2030 dân số toàn tỉnh đạt 1,8 triệu người.",
    "Ngân hàng Thế giới dự báo GDP của Việt Nam năm 2021 tăng 6,6%.",
    "Trong giai đoạn 2016 - 2020, tỉnh đã huy động 2.500 tỷ đồng cho xây dựng nông thôn mới.",
    "Công trình được khởi công tháng 3/2019 và khánh thành tháng 4/2021.",
    "Năm 2020, huyện hoàn thành 15/15 chỉ tiêu.",
    "Ông Nguyễn Văn A được bổ nhiệm giữ chức Giám đốc Sở Y tế từ ngày 01/6/2021.",
    "Ông Trần Văn B nghỉ hưu từ ngày 01/7/2021.",
    "Ngày 12/5/2021, Đoàn kiểm tra của Bộ Y tế làm việc tại tỉnh.",
    "Sáng ngày 12/5, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp về phòng, chống dịch.",
    "Chiều 10/5, Thủ tướng tiếp Đại sứ Nhật Bản tại Việt Nam.",
    "Tuần lễ quốc gia phòng, chống thiên tai diễn ra từ ngày 15 đến 22/5/2021.",
    "Lịch nghỉ hè của học sinh bắt đầu từ ngày 01/6/2021.",
    "Năm học mới khai giảng vào ngày 05/9/2021.",
    "Cầu Phú Mỹ sẽ đóng để sửa chữa từ 22 giờ ngày 15/5 đến 5 giờ ngày 16/5/2021.",
    "Điện lực tạm ngừng cung cấp điện từ 7 giờ đến 17 giờ ngày 18/5/2021.",
    "Tuyến đường cấm xe tải từ ngày 20/5/2021 đến ngày 20/6/2021.",
    "Ngân hàng tạm dừng giao dịch từ ngày 29/4 đến hết ngày 03/5/2021.",
    "Cư dân được miễn phí gửi xe đến hết tháng 12/2021.",
    "Chương trình khuyến mại kéo dài đến hết ngày 30/6/2021.",
    "Giá điện được giảm 10% trong 3 tháng, từ tháng 6 đến tháng 8/2021.",
    "Thời hạn cho thuê đất đến ngày 15/10/2053.",
    "Dự án có thời gian thực hiện từ năm 2021 đến năm 2025, tổng mức đầu tư 1.200 tỷ đồng.",
    "Thời gian thực hiện hợp đồng: 12 tháng kể từ ngày ký.",
    "Thời gian học từ ngày 01/6/2021 đến ngày 30/6/2021 tại Trường Chính trị tỉnh.",
    "Lớp tập huấn khai giảng ngày 25/5/2021, học trong 03 ngày.",
    "10/6/2021 | 2.315 lượt xem",
    "Cập nhật: 12/06/2021 08:15",
    "Đăng ngày 25/5/2021 | 312 lượt đọc",
    "Thứ năm, 27/05/2021 | 08:00 GMT+7",
    "15/05/2021 - Lượt xem: 1024",
    "Ngày đăng: 15/05/2021",
    "25-05-2021 09:12:45 AM",
    "Nội dung báo cáo: Kết quả thực hiện nhiệm vụ hằng năm; khó khăn, vướng mắc.",
    "Nội dung báo cáo: tình hình thu, chi hằng quý và hằng năm của đơn vị.",
    "Báo cáo nêu rõ số vốn giao hằng năm, số vốn giải ngân trong năm 2021.",
    "Sở Tài chính đánh giá tình hình phân bổ vốn hằng năm của các chương trình.",
    "Kinh phí thực hiện được bố trí trong dự toán ngân sách hằng năm của các đơn vị.",
    "Các chỉ tiêu kinh tế đã được Quốc hội giao thực hiện hằng năm, 5 năm.",
    "Hội thi được tổ chức hằng năm vào dịp kỷ niệm ngày thành lập ngành.",
    "Trung bình mỗi năm tỉnh tiếp nhận 1.500 lao động trở về.",
    "Sinh viên tốt nghiệp trong năm 2021 được giảm 50% lệ phí.",
    "Có chứng chỉ tin học đối với sinh viên từ khóa 40 trở về sau tốt nghiệp trong năm 2021.",
    "Có chứng nhận kiểm định còn hiệu lực đến hết tháng 12/2021.",
    "Điều kiện dự tuyển: có bằng đại học được cấp trước ngày 30/6/2021.",
    "Sản phẩm sản xuất trong năm 2021 phải có nhãn phụ.",
    "Giai đoạn 2 của dự án (2022 - 2025) có vốn 300 tỷ đồng.",
    "Kỳ họp thứ nhất Hội đồng nhân dân tỉnh dự kiến tổ chức vào cuối tháng 6/2021.",
    "Đại hội sẽ bầu Ban Chấp hành nhiệm kỳ 2021 - 2026 vào ngày 18/6/2021.",
    "Lễ trao giải cuộc thi diễn ra trong tháng 10/2021.",
    "Đến cuối năm 2020, tỷ lệ hộ nghèo còn 2,1%.",
    "Đến 17 giờ ngày 10/5/2021, Việt Nam ghi nhận 486 ca mắc mới.",
    "Dịch vụ hoạt động 24/7, kể cả ngày lễ, Tết.",
    "Hết tháng 4/2021, giải ngân vốn đầu tư công đạt 18,65% kế hoạch.",
    "So với cùng kỳ năm 2020, đến hết quý II/2021, thu ngân sách tăng 12%.",
    "Lũy kế từ ngày 01/01/2021 đến hết ngày 30/6/2021, cơ quan bảo hiểm chi trả 120 tỷ đồng.",
    "Từ tháng 6 đến tháng 9 hằng năm là mùa mưa bão ở Bắc Bộ.",
    "Vụ hè thu năm 2021 bắt đầu từ tháng 5 đến tháng 9/2021.",
    "Lịch thi đấu: bảng A từ ngày 05/6 đến ngày 10/6/2021; bảng B từ ngày 11/6 đến ngày 16/6/2021.",
    "Người nộp đơn sau ngày 20/5/2021 không được xem xét.",
    "Ủy ban bầu cử cho biết cuộc bầu cử ngày 23/5/2021 sẽ có 69 triệu cử tri.",
    "Sau khi được phê duyệt, dự án triển khai trong 2 năm 2022 - 2023.",
    "Phát ngôn tại cuộc họp báo ngày 13/5/2021, bà Hằng cho biết Việt Nam kiên quyết phản đối.",
    "Qua 5 năm thực hiện (2016 - 2021), hội đã giúp 1.200 hội viên.",
    "Bảo tàng mở cửa miễn phí trong ngày 18/5/2021 nhân Ngày Quốc tế Bảo tàng.",
    "Ông sinh ngày 12/5/1961, thường trú tại phường 5.",
    (
        "Theo số liệu của Sở Công Thương, từ ngày 1/4/2021 đến 10/5/2021, cả tỉnh có gần 300 lượt phương tiện "
        "được Ban Quản lý cửa khẩu cấp phép."
    ),
    "Từ ngày 1/1/2021 đến 10/5/2021, Sở Tư pháp có hơn 2.000 hồ sơ được giải quyết trước hạn.",
    "Từ ngày 1/5/2021 đến 10/5/2021, toàn tỉnh phát hiện 12 ổ dịch.",
    "Từ ngày 1/5/2021 đến 9/5/2021, Bộ Y tế phân bổ gần 1 triệu liều vắc xin.",
    "Trong thời gian từ 01/5/2021 đến 10/5/2021, Đội Quản lý thị trường số 3 xử phạt 25 vụ.",
    "Thời điểm kiểm kê: 0 giờ ngày 01/7/2021.",
    "Số người tham gia bảo hiểm tính tới cuối tháng 5/2021 là 1,2 triệu.",
    "Sở Y tế cho biết từ ngày 01/6/2021, người dân đến khám không phải nộp bản sao giấy tờ.",
    "Kể từ ngày 01/7/2021, hộ kinh doanh được nộp thuế qua ứng dụng.",
    "Đợt phát hành trái phiếu kéo dài từ ngày 17/5 đến ngày 04/6/2021.",
    "Lãi suất ưu đãi áp dụng cho khoản vay giải ngân đến 31/12/2021.",
    "Nghị quyết được thông qua tại kỳ họp thứ 20 ngày 15/5/2021.",
    "Văn bản lấy ý kiến trong thời gian 60 ngày.",
    "Đề án được niêm yết công khai trong thời gian 15 ngày.",
    "Bộ Tài chính quy định mức thu phí từ ngày 01/7/2021 đến hết ngày 31/12/2021 bằng 50% mức thu hiện hành.",
    "Học phí năm học 2021 - 2022 giữ nguyên như năm trước.",
    "Ngày 19/5 là ngày sinh Chủ tịch Hồ Chí Minh.",
    "Hướng tới kỷ niệm 75 năm ngày thành lập (20/7/1946 - 20/7/2021), Sở tổ chức nhiều hoạt động.",
    "Đề tài được thực hiện trong 24 tháng (từ tháng 6/2021 đến tháng 5/2023).",
    "Hai bên thống nhất kết nối dữ liệu trong năm 2020.",
]
BINDING = [
    "Các trường hoàn thành xét tốt nghiệp trước ngày 20/6/2021.",
    "Nhà trường phải tổ chức cho sinh viên tốt nghiệp trong năm 2021.",
    "Sinh viên nộp đồ án tốt nghiệp trước ngày 20/6/2021.",
    "Báo cáo nêu rõ khó khăn, vướng mắc, gửi về Sở Y tế trước ngày 20/6/2021.",
    "Kế hoạch xác định hoàn thành giải phóng mặt bằng trong năm 2021.",
    "Đề nghị các đơn vị có báo cáo gửi Sở Y tế trước ngày 20/6/2021.",
    "Các sở có văn bản góp ý gửi Sở Nội vụ trước ngày 20/6/2021.",
    "Thí sinh có chứng chỉ ngoại ngữ nộp bản sao về nhà trường trước ngày 20/6/2021.",
    "Đại hội chi bộ phải hoàn thành trước ngày 20/6/2021.",
    "Hội nghị sơ kết phải tổ chức xong trước ngày 20/6/2021.",
    "Sở Tài chính tham mưu ban hành mức thu phí trước ngày 20/6/2021.",
    "Sở Công Thương so sánh với cùng kỳ, báo cáo UBND tỉnh trước ngày 20/6/2021.",
    "Hằng năm, các địa phương lập kế hoạch, gửi về Sở Y tế trước ngày 15/12.",
    "Các đơn vị báo cáo hằng năm, 6 tháng về Sở Nội vụ.",
    "Sở Y tế tiếp nhận hồ sơ từ 7 giờ ngày 15/5 đến 17 giờ ngày 20/5/2021.",
    "Thí sinh nộp hồ sơ từ 8 giờ ngày 15/5/2021 đến 17 giờ ngày 20/5/2021.",
    "Các chủ tàu phải đưa tàu vào bờ từ 8 giờ ngày 15/5/2021 đến 17 giờ ngày 20/5/2021.",
    "Trong thời gian từ ngày 05/5/2021 đến ngày 31/5/2021, các địa phương phải hoàn thành lập danh sách cử tri.",
    "Qua rà soát, UBND tỉnh yêu cầu các huyện từ ngày 15/5/2021 đến ngày 20/5/2021 tiêm xong vắc xin cho đàn lợn.",
    "Phòng Y tế kiểm tra cơ sở; có văn bản trả lời trong thời hạn 15 ngày kể từ ngày nhận được đơn.",
    "Sản phẩm phải được sản xuất trong năm 2021.",
    "Nhà máy phải xây dựng xong trong năm 2021.",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_time_that_is_only_told_gives_no_deadline(text: str) -> None:
    assert [duty.deadline_phrase for duty in duties(text, SAID_ON)] == []


@pytest.mark.parametrize("text", BINDING)
def test_a_time_that_binds_is_still_read_beside_such_words(text: str) -> None:
    assert len(duties(text, SAID_ON)) == 1


def test_a_headline_that_says_before_the_last_day_tells_it_once_more() -> None:
    text = (
        "Trước 25-6, các huyện phải báo cáo việc sắp xếp chợ tạm\n"
        "Sở Công Thương vừa có văn bản yêu cầu các huyện báo cáo việc sắp xếp chợ tạm, hạn cuối là ngày 25-6-2021."
    )
    assert [duty.due for duty in duties(text, SAID_ON)] == [date(2021, 6, 25)]


def test_two_days_of_a_text_stay_two() -> None:
    text = (
        "Trước 24-6, các xã phải lập danh sách chợ tạm\n"
        "Sở Công Thương yêu cầu các huyện báo cáo việc sắp xếp chợ tạm, hạn cuối là ngày 25-6-2021."
    )
    assert [duty.due for duty in duties(text, SAID_ON)] == [date(2021, 6, 23), date(2021, 6, 25)]
