"""Every defect that reading a workbook can find, in one table: code, slug, gravity, what is said and advised.

A code never changes its meaning and is never used again. SL001-SL099 are findings in a table that could be read,
SL9xx say why a file, a sheet or an alias list cannot be read at all.
"""

from __future__ import annotations

from typing import NamedTuple

from vbhc.findings import Finding, Location, Severity

_E, _W, _H = Severity.ERROR, Severity.WARNING, Severity.HINT


class Defect(NamedTuple):
    """One kind of defect; ``message`` and ``hint`` are templates filled with what was found."""

    code: str
    slug: str
    severity: Severity
    message: str
    hint: str = ""


DEFECTS = (
    # What the cells of the table say.
    Defect(
        *("SL001", "so-luu-dang-van-ban", _H, 'số "{text}" được lưu dạng văn bản, đã đọc là {dung}'),
        "gõ lại số trong ô để Excel giữ là số và tính được",
    ),
    Defect(
        *(
            "SL002",
            "danh-gia-khac-so-lieu",
            _W,
            '{ten}: ô ghi "{text}" nhưng theo số liệu là {tinh} (so với {yeu_cau})',
        ),
        "đối chiếu với cơ quan báo cáo rồi sửa lời đánh giá hoặc sửa số",
    ),
    Defect(
        *("SL003", "thieu-co-quan-chu-tri", _W, "{ten}: chưa ghi cơ quan chủ trì"),
        "bổ sung cơ quan chủ trì ở ô này",
    ),
    Defect(
        *("SL004", "trung-ma", _W, 'mã "{ma}" đã có ở {truoc}'),
        "sửa lại STT; nếu STT là 1.10, 1.20 thì định dạng ô là Văn bản (Text) để không mất số 0",
    ),
    Defect(
        *("SL005", "o-cong-thuc-loi", _E, "{ten}: công thức trong ô bị lỗi ({text})"),
        "mở bảng tính, sửa công thức (hoặc để Excel tính lại) rồi lưu",
    ),
    Defect(
        *("SL006", "don-vi-la", _W, 'đơn vị tính "{text}" không có trong danh mục ({so_dong} dòng)'),
        "kiểm tra lỗi gõ; nếu đúng là đơn vị mới thì số liệu vẫn được dùng như đã ghi",
    ),
    Defect(
        *("SL007", "so-doc-duoc-hai-cach", _W, "{ten}: {text}"),
        "gõ lại để ô là ô số của Excel, hoặc ghi không có dấu ngăn hàng nghìn",
    ),
    Defect(
        *("SL008", "danh-gia-go-sai", _W, 'lời đánh giá gõ sai: "{text}", được hiểu là "{dung}"'),
        'sửa thành "{dung}"',
    ),
    Defect(
        *("SL009", "gia-tri-khong-doc-duoc", _W, '{ten}: không đọc được giá trị "{text}"'),
        "nhập số, tỷ lệ %, phân số như 6/7, mức, hoặc Đạt/Chưa đạt",
    ),
    Defect(
        *("SL010", "thieu-ket-qua", _W, "{ten}: chưa có kết quả thực hiện"),
        "bổ sung kết quả; nếu ô có công thức thì mở tệp bằng Excel, kiểm tra công thức và lưu lại",
    ),
    Defect(*("SL011", "thieu-muc-tieu", _W, "{ten}: chưa có mục tiêu"), "bổ sung mục tiêu ở ô này"),
    Defect(
        *("SL012", "phan-so-khac-ty-le", _W, '{ten}: trong "{text}", {phan_so} là {ty_le}'),
        "tính lại tỷ lệ hoặc sửa phân số",
    ),
    Defect(
        *(
            "SL013",
            "don-vi-khong-khop",
            _W,
            '{ten}: không so được "{text}" với "{yeu_cau}" vì khác đơn vị (tỷ lệ %, số, thứ hạng)',
        ),
        "ghi hai số theo cùng một đơn vị",
    ),
    Defect(
        *("SL014", "muc-tieu-thap-hon-yeu-cau", _H, '{ten}: mục tiêu "{text}" thấp hơn yêu cầu ghi trong tên chỉ tiêu'),
        "kết quả được đánh giá theo cột mục tiêu; kiểm tra lại nếu phải theo yêu cầu",
    ),
    Defect(
        *("SL015", "dong-khong-co-stt", _W, 'dòng "{ten}" không có STT, được coi là dòng con của chỉ tiêu {cha}'),
        "nếu là một chỉ tiêu riêng thì ghi STT cho dòng này",
    ),
    Defect(
        *("SL016", "nhieu-cot-cung-loai", _W, 'có {so_cot} cột "{loai}": {cac_cot}; đang dùng cột "{dung}"'),
        "nếu phải dùng cột khác thì chỉ rõ bằng --columns (thư viện: columns)",
    ),
    Defect(
        *("SL017", "con-trang-tinh-khac", _H, 'đọc trang tính "{dung}"; tệp còn các trang: {con_lai}'),
        "nếu phải đọc trang khác thì ghi rõ tên trang bằng --sheet (thư viện: sheet)",
    ),
    Defect(
        *("SL018", "nhan-cot-doi-giua-bang", _H, 'dòng nhóm "{ten}" ghi lại nhãn cột là "{text}"'),
        'số liệu bên dưới vẫn được hiểu theo tiêu đề cột "{nhan}"',
    ),
    Defect(
        *("SL019", "o-bi-doi-thanh-ngay", _W, '{ten}: ô chứa ngày {text}, có thể do Excel tự đổi từ "{dung}"'),
        "định dạng ô là Văn bản (Text) rồi gõ lại giá trị",
    ),
    Defect(
        *("SL020", "danh-gia-hai-y", _W, '{ten}: "{text}" vừa ghi đạt vừa ghi chưa đạt'),
        "tách rõ: ghi một lời đánh giá, phần còn lại để ở cột ghi chú",
    ),
    Defect(
        *("SL021", "khong-co-so-de-so", _W, '{ten}: "{text}" không đủ để so với "{yeu_cau}"'),
        "ghi kết quả bằng số (hoặc mức) cùng loại với mục tiêu",
    ),
    Defect(
        *("SL022", "ty-le-chua-ro", _W, "{ten}: ô ghi số {text} với đơn vị %, được hiểu là {dung}"),
        "định dạng ô là Percentage hoặc ghi rõ dấu % để không hiểu nhầm",
    ),
    Defect(
        *("SL023", "thieu-cot", _W, 'bảng không có cột "{loai}"'),
        "thêm cột, hoặc chỉ rõ cột tương ứng bằng --columns (thư viện: columns)",
    ),
    Defect(
        *("SL024", "thieu-don-vi-tinh", _H, "{ten}: chưa ghi đơn vị tính"),
        "ghi đơn vị tính của con số ở dòng này",
    ),
    Defect(
        *("SL025", "ky-tu-la", _W, "ô có ký tự điều khiển {text}, đã được bỏ đi"),
        "xoá ký tự này trong ô (thường do chép từ phần mềm khác)",
    ),
    Defect(
        *("SL026", "khong-co-chi-tieu", _W, "dưới dòng tiêu đề không có chỉ tiêu nào"),
        "kiểm tra lại trang tính, vùng đã lọc hoặc đã xoá",
    ),
    Defect(
        *("SL027", "yeu-cau-khac-muc-tieu", _W, '{ten}: ô ghi so với {text} nhưng mục tiêu là "{yeu_cau}"'),
        "kết quả được đánh giá theo cột mục tiêu; sửa lại cho thống nhất",
    ),
    Defect(
        *("SL029", "muc-tieu-khong-hieu", _W, '{ten}: chưa hiểu mục tiêu "{yeu_cau}" nên không so được "{text}"'),
        'ghi ở ô mục tiêu một mức cụ thể, ví dụ "≥ 90%" hoặc "≤ 5%"',
    ),
    Defect(
        *(
            "SL030",
            "co-quan-chung",
            _H,
            'cơ quan chủ trì "{text}" không nêu tên một cơ quan, được kể như một cơ quan riêng',
        ),
        "nếu cần đôn đốc từng nơi thì ghi tên cơ quan cụ thể",
    ),
    Defect(
        *("SL031", "co-quan-viet-tat-la", _H, 'cơ quan chủ trì "{text}" viết tắt, chưa có trong danh mục'),
        "ghi tên đầy đủ, hoặc bổ sung tên viết tắt vào tệp danh mục rồi dùng --aliases (thư viện: aliases)",
    ),
    Defect(
        *("SL028", "muc-tieu-luu-dang-van-ban", _H, "{so_o} ô mục tiêu lưu số dạng văn bản: {cac_o}"),
        "các số đã đọc được; gõ lại trong từng ô nếu muốn Excel tính trên đó",
    ),
    Defect(
        *("SL032", "so-doc-theo-cot", _H, '{ten}: "{text}" được đọc là {dung}, theo dấu thập phân của các ô cùng cột'),
        "gõ lại số trong ô nếu phải hiểu khác",
    ),
    Defect(
        *("SL033", "so-hai-cach-cung-danh-gia", _H, "{ten}: {text}; đã đọc là {dung}, cách kia cũng cho cùng đánh giá"),
        "gõ lại để ô là ô số của Excel, hoặc ghi không có dấu ngăn hàng nghìn",
    ),
    # What the rows of a table of tasks say.
    Defect(
        *("SL034", "dong-khong-co-nhiem-vu", _W, "{ten}: dòng {dong} chưa có nhiệm vụ"),
        "ghi nhiệm vụ ở ô này; nếu là dòng thừa thì xoá dòng",
    ),
    Defect(
        *("SL035", "chi-so-khong-co-stt", _W, 'chỉ số "{ten}" chưa có STT'),
        "ghi STT; nếu nhiệm vụ thuộc chỉ số ở trên thì gộp ô tên chỉ số hoặc để trống ô này",
    ),
    Defect(
        *("SL036", "nhiem-vu-khong-co-chi-so", _W, "dòng {dong}: nhiệm vụ chưa thuộc chỉ số nào"),
        "ghi STT và tên chỉ số cho dòng này, hoặc gộp với các dòng của chỉ số đó",
    ),
    Defect(
        *("SL037", "o-gop-qua-hai-chi-so", _W, 'ô tên chỉ số gộp chung cho {cac_ma}, cả hai được đọc là "{ten}"'),
        "bỏ gộp ô, ghi tên riêng cho từng chỉ số",
    ),
    Defect(
        *("SL038", "thieu-thoi-gian", _H, "{ten}: chưa ghi thời gian hoàn thành"),
        "bổ sung thời gian hoàn thành ở ô này",
    ),
    Defect(
        *("SL039", "khong-co-nhiem-vu", _W, "dưới dòng tiêu đề không có nhiệm vụ nào"),
        "kiểm tra lại trang tính, vùng đã lọc hoặc đã xoá",
    ),
    Defect(*("SL040", "chi-so-khong-co-ten", _W, "chỉ số {ma} chưa có tên"), "ghi tên chỉ số ở ô này"),
    # What stands under a header and is in no table made from it.
    Defect(
        *("SL041", "dong-khong-vao-bang", _W, '{cac_dong} không thuộc bảng nên bị bỏ qua: "{text}"'),
        "nếu là ghi chú, dòng tổng hay chữ ký thì viết lại trong văn bản; nếu phải có trong bảng thì ghi STT và tên",
    ),
    # Why nothing can be read.
    Defect(
        *("SL901", "tep-khong-doc-duoc", _E, "không đọc được tệp: {ly_do}"),
        "kiểm tra lại đường dẫn, quyền đọc và tệp có đang mở ở máy khác không",
    ),
    Defect(*("SL902", "tep-rong", _E, "tệp không có nội dung nào"), "kiểm tra lại tệp; có thể tải về chưa xong"),
    Defect(
        *("SL903", "tep-ma-hoa", _E, "tệp có mật khẩu nên không đọc được"),
        "mở bằng Excel, bỏ mật khẩu (File > Info > Protect Workbook) rồi lưu lại",
    ),
    Defect(
        *("SL904", "tep-hong", _E, "tệp bị hỏng hoặc không đúng định dạng: {ly_do}"),
        "mở bằng Excel rồi lưu lại dạng Excel Workbook (.xlsx)",
    ),
    Defect(
        *("SL905", "loai-tep-khong-ho-tro", _E, "tệp không phải bảng tính .xlsx, .xls, .ods hay .csv ({ly_do})"),
        "mở bằng Excel rồi lưu lại dạng Excel Workbook (.xlsx)",
    ),
    Defect(
        *("SL906", "bang-ma-cu", _E, "tệp không phải bảng mã Unicode UTF-8 ({ly_do})"),
        'mở bằng Excel, chuyển mã sang Unicode nếu chữ bị lỗi, rồi lưu lại dạng "CSV UTF-8 (Comma delimited)"',
    ),
    Defect(
        *("SL907", "khong-co-trang-tinh", _E, 'không có trang tính "{ten}"; tệp có các trang: {cac_trang}'),
        "{goi_y}",
    ),
    Defect(
        *("SL908", "khong-thay-tieu-de", _E, "không tìm thấy dòng tiêu đề của bảng chỉ tiêu: {ly_do}"),
        'dòng tiêu đề cần cột "Chỉ tiêu" và ít nhất cột "Mục tiêu" hoặc "Kết quả thực hiện"; '
        "nếu tên cột khác thì chỉ rõ bằng --columns (thư viện: columns)",
    ),
    Defect(
        *("SL909", "cot-khong-co", _E, 'không có cột "{ten}" cho {truong}'),
        "các cột đọc được: {cac_cot}",
    ),
    Defect(
        *("SL910", "truong-khong-co", _E, '--columns (thư viện: columns) có trường lạ "{ten}"'),
        "các trường: {cac_truong}",
    ),
    Defect(
        *("SL911", "bang-qua-lon", _E, "vùng dữ liệu quá lớn: {so_o} ô, xa nhất là ô {o}"),
        "xoá các dòng, cột thừa ở xa bảng (chọn rồi Delete), lưu lại; hoặc tách bảng",
    ),
    Defect(
        *("SL912", "bi-danh-sai", _E, "danh mục tên cơ quan không dùng được: {ly_do}"),
        'mỗi cơ quan ghi: [[co_quan]], ten = "tên đầy đủ", ten_khac = ["tên viết tắt"]; lưu dạng UTF-8',
    ),
    Defect(
        *("SL913", "chu-font-cu", _E, "chữ trong bảng dùng bảng mã cũ (TCVN3/VNI), ví dụ: {text}"),
        "chuyển cả bảng sang Unicode bằng công cụ chuyển mã (ví dụ UniKey Toolkit), lưu lại rồi đọc",
    ),
    Defect(
        *("SL914", "khong-thay-tieu-de-nhiem-vu", _E, "không tìm thấy dòng tiêu đề của bảng nhiệm vụ: {ly_do}"),
        'dòng tiêu đề cần cột "Nhiệm vụ, giải pháp" và ít nhất cột "Cơ quan chủ trì", "Kết quả" hoặc "Thời gian"; '
        "nếu tên cột khác thì chỉ rõ bằng columns",
    ),
    Defect(
        *("SL915", "khong-thay-bang", _E, "không tìm thấy bảng nào"),
        "bảng cần một dòng tiêu đề có từ hai cột trở lên, bên dưới là các dòng nội dung",
    ),
    Defect(
        *("SL916", "cot-khong-co-tieu-de", _E, 'cột {cot} có nội dung (ô {o}: "{text}") nhưng không có tiêu đề riêng'),
        "ghi tiêu đề cho cột này, hoặc chuyển nội dung đó ra khỏi bảng",
    ),
    Defect(
        *("SL917", "tieu-de-trum-nhieu-cot", _E, 'tiêu đề "{text}" trùm {so_cot} cột đều có nội dung (dòng {dong})'),
        "ghi tiêu đề riêng cho từng cột ở dòng dưới, hoặc gộp các ô nội dung lại",
    ),
    Defect(
        *("SL918", "khong-thay-danh-sach", _E, "không tìm thấy danh sách nào"),
        "danh sách cần một dòng tiêu đề, bên dưới mỗi dòng là một thư",
    ),
    Defect(
        *("SL919", "hai-cot-mot-ten", _E, 'tiêu đề "{text}" cho cùng tên {ten} với tiêu đề "{truoc}" ở cột {cot}'),
        "đổi một trong hai tiêu đề",
    ),
    Defect(
        *("SL920", "tieu-de-khong-thanh-ten", _E, 'tiêu đề "{text}" không có chữ hay số nào để đặt tên cho thẻ'),
        "ghi tiêu đề bằng chữ, ví dụ «Tên cơ quan»",
    ),
)

_BY_SLUG = {defect.slug: defect for defect in DEFECTS}


def finding(slug: str, place: str = "", /, **what: object) -> Finding:
    """The finding of one case of the defect ``slug``; ``place`` is a cell such as "Phụ lục I!C59"."""
    defect = _BY_SLUG[slug]
    return Finding(
        *(defect.code, defect.slug, defect.severity),
        defect.message.format_map(what),
        defect.hint.format_map(what),
        Location(place),
    )
