"""The commands as staff and other tools use them: what is written, what is said, and the exit code."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
from support.letters import letter_data as letter

from vbhc.cli import main
from vbhc.model import read_van_ban
from vbhc.render import render_bytes

ROOT = Path(__file__).parents[2]
WORKBOOK = str(ROOT / "examples/don-doc-dti/dti-2026-05.xlsx")
PLAN = str(ROOT / "tests/data/dti-2025-ke-hoach.xlsx")


class Run(NamedTuple):
    code: int
    data: bytes
    err: str

    @property
    def out(self) -> str:
        return self.data.decode()


Cli = Callable[..., Run]


@pytest.fixture
def vbhc(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(args)
        captured = capsysbinary.readouterr()
        return Run(code, captured.out, captured.err.decode())

    return run


def as_json(**changes: Any) -> bytes:
    return json.dumps(letter(**changes), ensure_ascii=False).encode()


def docx_of(**changes: Any) -> bytes:
    return render_bytes(read_van_ban(letter(**changes)))


def it_writes_a_letter_from_a_json_file_and_says_so(vbhc: Cli, tmp_path: Path) -> None:
    (tmp_path / "thư.json").write_bytes(as_json())
    ran = vbhc("render", "thư.json", "-o", "thư.docx")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Đã ghi thư.docx: công văn (dự thảo, còn 2 chỗ trống), gói mẫu congvan 1.0.0.\n"
    assert (tmp_path / "thư.docx").read_bytes() == docx_of()


def it_writes_the_same_letter_from_yaml(vbhc: Cli, tmp_path: Path) -> None:
    (tmp_path / "thu.yml").write_text(
        "loai: congvan\nco_quan:\n  ten: |-\n    Ủy ban nhân dân\n    tỉnh Bắc Ninh\nso_ky_hieu: /UBND-CĐS\n"
        "dia_danh: Bắc Ninh\nthoi_gian: {thang: 05, nam: 2026}\ntrich_yeu: nâng cao chỉ số DTI\n"
        "kinh_gui:\n  - Các sở\n  - Công an tỉnh\nnoi_dung:\n  - loai: doan\n    noi_dung: Nội dung.\n"
        "nguoi_ky: {quyen_han: [KT. Chủ tịch, Phó Chủ tịch], ho_ten: Nguyễn Văn A}\n",
        "utf-8",
    )
    assert vbhc("render", "thu.yml", "-o", "thu.docx").code == 0
    assert (tmp_path / "thu.docx").read_bytes() == docx_of()


def it_pipes_from_stdin_to_stdout_with_nothing_else_on_stdout(vbhc: Cli, tmp_path: Path) -> None:
    ran = vbhc("render", "-", "-o", "-", stdin=as_json())
    assert ran.code == 0
    assert ran.data == docx_of()
    assert ran.err.startswith("Đã ghi ra đầu ra chuẩn: công văn (dự thảo")
    assert list(tmp_path.iterdir()) == []


def it_takes_yaml_from_stdin(vbhc: Cli) -> None:
    ran = vbhc("render", "-", "-o", "-", stdin=b"loai: congvan\n")
    assert ran.code == 1
    assert "7 chỗ chưa đúng" in ran.err


def it_uses_the_pack_that_is_named(vbhc: Cli) -> None:
    ran = vbhc("render", "-", "-o", "to.docx", "--pack", "congvan-p13", stdin=as_json())
    assert "gói mẫu congvan-p13 1.0.0." in ran.out


def it_tells_which_appendices_were_turned(vbhc: Cli) -> None:
    columns = [{"tieu_de": f"Cột {n}", "rong_mm": 30} for n in range(8)]
    wide = {"loai": "bang", "cot": columns, "hang": [{"o": ["x"] * 8}]}
    appendices = [{"noi_dung": [{"loai": "doan", "noi_dung": "Hẹp."}]}, {"noi_dung": [wide]}]
    ran = vbhc("render", "-", "-o", "to.docx", stdin=as_json(phu_luc=appendices))
    assert ran.out.endswith("\nPhụ lục II: đặt trang ngang vì bảng cần bề rộng.\n")


def it_issues_a_letter_without_blanks(vbhc: Cli) -> None:
    complete = as_json(so_ky_hieu="12/UBND-CĐS", thoi_gian={"ngay": 5, "thang": 5, "nam": 2026})
    ran = vbhc("render", "-", "-o", "thu.docx", "--issue", stdin=complete)
    assert ran.code == 0
    assert "công văn (ban hành), gói mẫu" in ran.out


def it_refuses_to_issue_with_blanks_and_lists_them_all(vbhc: Cli, tmp_path: Path) -> None:
    ran = vbhc("render", "-", "-o", "thu.docx", "--issue", stdin=as_json())
    assert (ran.code, ran.out) == (1, "")
    assert "Số, ký hiệu → Số" in ran.err
    assert "Thời gian ban hành → Ngày" in ran.err
    assert list(tmp_path.iterdir()) == []


def it_never_overwrites_without_force(vbhc: Cli, tmp_path: Path) -> None:
    (tmp_path / "thu.docx").write_bytes(b"cua toi")
    ran = vbhc("render", "-", "-o", "thu.docx", stdin=as_json())
    assert ran.code == 2
    assert "«thu.docx» đã có; không ghi đè" in ran.err
    assert (tmp_path / "thu.docx").read_bytes() == b"cua toi"
    assert vbhc("render", "-", "-o", "thu.docx", "--force", stdin=as_json()).code == 0
    assert (tmp_path / "thu.docx").read_bytes() == docx_of()


def it_lists_everything_wrong_with_a_document_and_writes_nothing(vbhc: Cli, tmp_path: Path) -> None:
    ran = vbhc("render", "-", "-o", "thu.docx", stdin=as_json(dia_danh="", trich_yeux="x"))
    assert (ran.code, ran.out) == (1, "")
    assert "dia_danh (Địa danh): không được để trống" in ran.err
    assert "có phải `trich_yeu`?" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"{", "tên trường trong dấu nháy kép"),
        (b'{"loai": "congvan", "loai": "congvan"}', "trường `loai` ghi 2 lần"),
        (b"a: 1\na: 2", "dòng 2: trường `a` đã ghi ở dòng 1"),
        (b"\xff\xd8\xff", "UTF-8"),
        (b" ", "không có nội dung nào"),
    ],
)
def it_cannot_read_what_is_not_json_or_yaml(vbhc: Cli, tmp_path: Path, source: bytes, said: str) -> None:
    ran = vbhc("render", "-", "-o", "thu.docx", stdin=source)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("source", "why"), [("khong-co.json", "không có tệp"), (".", "đây là thư mục")])
def it_says_why_a_file_cannot_be_read(vbhc: Cli, source: str, why: str) -> None:
    ran = vbhc("render", source, "-o", "thu.docx")
    assert ran.code == 2
    assert why in ran.err


@pytest.mark.parametrize("pack", ["congvn", "./khong-co"])
def it_does_not_guess_a_pack(vbhc: Cli, pack: str) -> None:
    assert vbhc("render", "-", "-o", "thu.docx", "--pack", pack, stdin=as_json()).code == 2


def it_writes_nothing_where_there_is_no_folder(vbhc: Cli, tmp_path: Path) -> None:
    ran = vbhc("render", "-", "-o", "khong-co/thu.docx", stdin=as_json())
    assert ran.code == 2
    assert "Không ghi được «khong-co/thu.docx»" in ran.err
    assert list(tmp_path.iterdir()) == []


def it_tells_what_was_read_of_a_workbook(vbhc: Cli) -> None:
    ran = vbhc("data", WORKBOOK)
    assert (ran.code, ran.err) == (0, "")
    assert "47 chỉ tiêu.\nĐạt: 36; chưa đạt: 11; không rõ: 0." in ran.out
    rows = [line.split() for line in ran.out.splitlines()]
    assert ["4.", "Nhân", "lực", "số", "6", "3", "3", "0"] in rows
    assert ["Sở", "Khoa", "học", "và", "Công", "nghệ", "18", "14", "4", "0"] in rows


def it_lists_what_is_missed_with_target_result_cell_and_distance(vbhc: Cli) -> None:
    out = vbhc("data", WORKBOOK).out
    assert "mục tiêu 60%; kết quả 57,31% (ô Tháng 5-2026!E44); còn thiếu 2,69 điểm %" in out
    missed = out[out.index("Chưa đạt (11") : out.index("Cần xem lại")].splitlines()
    codes = [line.split()[0] for line in missed if line.startswith("  ") and not line.startswith("   ")]
    assert (codes[0], codes[-1]) == ("4.5", "2.3")  # farthest from its target first, without a number last
    assert sorted(codes) == ["2.3", "3.6", "4.2", "4.5", "4.6", "6.3", "6.4", "6.6", "6.8", "8.2", "8.3"]


def it_tells_every_finding_with_its_cell(vbhc: Cli) -> None:
    findings = json.loads(vbhc("data", PLAN, "--sheet", "Phụ lục I", "--json").out)["findings"]
    out = vbhc("data", PLAN, "--sheet", "Phụ lục I").out
    assert len(findings) > 10
    assert all(f"{f['code']} {f['location']}: {f['message']}" in out for f in findings)
    assert f"Cần xem lại: {len(findings)} chỗ." in out


def it_prints_json_and_nothing_else(vbhc: Cli) -> None:
    ran = vbhc("data", WORKBOOK, "--json")
    read = json.loads(ran.out)
    assert list(read) == ["tong", "dat", "chua_dat", "khong_ro", "chi_tieu", "findings"]
    assert (read["tong"], read["dat"], read["chua_dat"], read["khong_ro"]) == (47, 36, 11, 0)
    fields = ["ma", "ten", "nhom", "muc_tieu", "thuc_hien", "danh_gia", "cong_bo", "chu_tri", "phoi_hop", "o"]
    assert all(list(row) == fields for row in read["chi_tieu"])
    assert "Nhận thức số" in ran.out


def it_gives_1_for_a_table_with_errors_but_still_tells_it(vbhc: Cli, tmp_path: Path) -> None:
    rows = "STT;Chỉ tiêu;Mục tiêu;Kết quả;Cơ quan chủ trì\n1;Tỷ lệ hồ sơ;60%;#REF!;Sở Nội vụ\n"
    (tmp_path / "bang.csv").write_text(rows, "utf-8")
    ran = vbhc("data", "bang.csv")
    assert ran.code == 1
    assert "1 chỉ tiêu" in ran.out
    assert "LỖI SL005 bang.csv, bang!D2: " in ran.out


def it_reads_the_column_that_is_named(vbhc: Cli, tmp_path: Path) -> None:
    rows = "STT;Chỉ tiêu;Mục tiêu;Số liệu A;Số liệu B\n1;Tỷ lệ hồ sơ;60%;10%;70%\n"
    (tmp_path / "bang.csv").write_text(rows, "utf-8")
    for header, met in (("Số liệu A", 0), ("Số liệu B", 1)):
        read = json.loads(vbhc("data", "bang.csv", "--columns", f"thuc_hien={header}", "--json").out)
        assert read["dat"] == met


@pytest.mark.parametrize(
    "args",
    [
        ("khong-co.xlsx",),
        (".",),
        (__file__,),
        (WORKBOOK, "--sheet", "Tháng 13"),
        (WORKBOOK, "--columns", "la=x"),
        (WORKBOOK, "--aliases", "khong-co.toml"),
    ],
)
def it_gives_2_for_what_cannot_be_read_as_indicators(vbhc: Cli, args: tuple[str, ...]) -> None:
    ran = vbhc("data", *args, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "LỖI SL9" in ran.err


def it_prints_a_schema_that_accepts_a_letter(vbhc: Cli) -> None:
    ran = vbhc("schema", "congvan")
    schema = json.loads(ran.out)
    assert schema["properties"]["trich_yeu"]["title"] == "Trích yếu nội dung"
    jsonschema.validate(letter(), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(letter() | {"kinh_gui": 5}, schema)


def it_asks_for_a_type_that_there_is(vbhc: Cli) -> None:
    ran = vbhc("schema", "congvn")
    assert ran.code == 2
    assert "có phải `congvan`?" in ran.err


def it_lists_the_packs_with_their_folders(vbhc: Cli) -> None:
    rows = vbhc("packs").out.splitlines()
    assert rows[0].split("  ")[0] == "Gói"
    assert [row.split()[0] for row in rows[1:]] == ["congvan", "congvan-p13", "kehoach", "vanbancoten"]
    assert all(Path(row.split("  ")[-1].strip(), "goimau.toml").is_file() for row in rows[1:])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def it_prints_completion_for_each_shell(vbhc: Cli, shell: str) -> None:
    ran = vbhc("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert "_VBHC_COMPLETE" in ran.out


def it_writes_the_demo_once(vbhc: Cli, tmp_path: Path) -> None:
    ran = vbhc("demo", "--out", "thu")
    assert ran.code == 0
    assert "47 chỉ tiêu" in ran.out
    written = {path: path.read_bytes() for path in (tmp_path / "thu").rglob("*.*") if path.is_file()}
    assert len([path for path in written if path.parent.name == "thu-tung-co-quan"]) == 7
    assert {path.suffix for path in written} >= {".xlsx", ".docx", ".md"}
    again = vbhc("demo", "--out", "thu")
    assert again.code == 2
    assert "--force" in again.err
    assert {path: path.read_bytes() for path in written} == written
    assert vbhc("demo", "--out", "thu", "--force").code == 0


def it_writes_the_demo_into_a_folder_of_its_own_unasked(vbhc: Cli, tmp_path: Path) -> None:
    vbhc("demo")
    assert [path.name for path in tmp_path.iterdir()] == ["vbhc-demo"]


@pytest.mark.parametrize(
    ("wide", "said"),
    [("xxxx", "Phụ lục I đến IV"), ("xx-x", "Phụ lục I, II, IV"), ("x-xxx", "Phụ lục I, III đến V")],
)
def it_tells_turned_appendices_in_runs(vbhc: Cli, wide: str, said: str) -> None:
    columns = [{"tieu_de": f"Cột {n}", "rong_mm": 30} for n in range(8)]
    table = {"loai": "bang", "cot": columns, "hang": [{"o": ["x"] * 8}]}
    content = {"x": table, "-": {"loai": "doan", "noi_dung": "Hẹp."}}
    ran = vbhc("render", "-", "-o", "to.docx", stdin=as_json(phu_luc=[{"noi_dung": [content[it]]} for it in wide]))
    assert f"\n{said}: đặt trang ngang" in ran.out


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.docx.txt", ".docx"])
def it_writes_only_to_names_that_word_opens(vbhc: Cli, tmp_path: Path, name: str) -> None:
    ran = vbhc("render", "-", "-o", name, stdin=as_json())
    assert (ran.code, list(tmp_path.iterdir())) == (2, [])
    assert f"«{name}» không có đuôi .docx" in ran.err


def it_does_not_pour_a_word_file_on_a_screen(vbhc: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    ran = vbhc("render", "-", "-o", "-", stdin=as_json())
    assert (ran.code, ran.data) == (2, b"")
    assert "-o van-ban.docx" in ran.err
