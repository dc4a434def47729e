"""A check as a whole: which rules are put to a document, and in what order and form their findings come."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from checked_files import DATED, LAW, document, section
from support.handmade import cong_van
from support.sample import paragraph

from vbhc.check import RuleFaultWarning, UnknownRuleError, check, choosing, chosen_rules, examine
from vbhc.check.rule import Hit, Lesson, Rule, Source, rule
from vbhc.errors import PackageError
from vbhc.findings import Location, Severity
from vbhc.recognition import Recognised
from vbhc.word.view import Place, paragraphs

Find = Callable[[Recognised], Iterator[Hit]]
LESSON = Lesson("Tên", "Vì sao", "Sai", "Đúng")
CONFORMING, BAD_MARGIN = cong_van(), cong_van(margins_mm={"left": 10})
PLAIN = document().write()


def made(code: str, find: Find, *, muc: str = "A", moi_tep: bool = False, tu: date = date(2020, 3, 5)) -> Rule:
    return rule(code, f"{code.lower()}-hong", Source(muc, "PL I", tu), LESSON, moi_tep=moi_tep)(find)


def at(words: str) -> Find:
    """Finds every paragraph that begins with ``words``."""

    def find(doc: Recognised) -> Iterator[Hit]:
        stories = [*doc.view.blocks, *(block for it in doc.view.sections for block in it.headers["default"])]
        for it in paragraphs(stories):
            if it.text.startswith(words):
                yield Hit(f"thấy {it.text}", "sửa", it.place)

    return find


def whole(doc: Recognised) -> Iterator[Hit]:
    yield Hit("cả tệp", "")


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts other rules in the place of the table."""

    def put(*others: Rule) -> None:
        monkeypatch.setattr(choosing, "RULES", others)

    return put


def it_finds_nothing_wrong_with_what_conforms() -> None:
    assert len(check(CONFORMING)) == 0


def it_tells_what_is_wrong_where_and_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "thu.docx"
    file.write_bytes(BAD_MARGIN)
    (finding,) = check(file)
    assert (finding.code, finding.slug, finding.severity) == ("KT002", "le-trang-sai", Severity.ERROR)
    assert finding.location == Location("bảng 1, hàng 1, ô 1, đoạn 1", str(file))
    assert "lề trái là 10 mm; quy định 30–35 mm" in finding.message
    assert "đặt lề trái trong khoảng 30–35 mm" in finding.hint


def it_takes_a_path_a_name_or_bytes(tmp_path: Path) -> None:
    file = tmp_path / "thu.docx"
    file.write_bytes(BAD_MARGIN)
    assert [len(check(source)) for source in (file, str(file), BAD_MARGIN)] == [1, 1, 1]
    assert next(iter(check(BAD_MARGIN))).location.file is None


def it_refuses_what_is_no_docx() -> None:
    with pytest.raises(PackageError):
        check(b"PK")


def it_says_what_kind_of_document_it_read() -> None:
    assert examine(document(paragraph("Kính gửi: Các sở")).write()).kind == "công văn"
    assert examine(PLAIN).kind == "chưa rõ loại"


def it_lists_findings_in_the_order_of_the_document(rules: Callable[..., None]) -> None:
    body = paragraph("Một") + paragraph("Hai")
    rules(made("KT902", at("Hai")), made("KT905", at("1")), made("KT901", at("Một")), made("KT904", whole))
    assert [it.code for it in check(document(body).write())] == ["KT904", "KT901", "KT902", "KT905"]


def it_lists_findings_of_one_place_in_the_order_of_the_table(rules: Callable[..., None]) -> None:
    rules(made("KT902", at("Nội")), made("KT901", at("Nội")))
    assert [it.code for it in check(PLAIN)] == ["KT902", "KT901"]


def it_keeps_the_place_and_the_clause_of_each_finding(rules: Callable[..., None]) -> None:
    rules(made("KT901", at("Nội")))
    (found,) = examine(PLAIN).found
    assert found.place == Place("word/document.xml", 4, "đoạn 5")
    assert found.can_cu == "PL I"


def it_puts_no_rule_to_a_document_of_before_its_time(rules: Callable[..., None]) -> None:
    rules(made("KT901", whole), made("KT902", whole, tu=date(2019, 1, 1)))
    assert [it.code for it in check(document(heading=DATED).write())] == ["KT902"]


def it_puts_only_rules_for_every_file_to_a_document_out_of_scope(rules: Callable[..., None]) -> None:
    rules(made("KT901", whole), made("KT902", whole, moi_tep=True))
    assert [it.code for it in check(document(heading=LAW).write())] == ["KT902"]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (LAW, "văn bản quy phạm pháp luật"),
        (DATED, "đề ngày 15/5/2019, trước khi Nghị định số 30/2020/NĐ-CP có hiệu lực (05/3/2020)"),
        (paragraph("Danh sách"), "không thấy quốc hiệu"),
    ],
)
def it_says_that_a_document_is_out_of_scope_and_nothing_else(heading: str, said: str) -> None:
    for select in ((), ("KT",)):
        (finding,) = check(document(heading=heading, last=section(left=0)).write(), select=select)
        assert (finding.code, finding.severity) == ("TT000", Severity.HINT)
        assert said in finding.message


def it_does_not_say_so_where_that_is_ignored() -> None:
    assert len(check(document(heading=LAW).write(), ignore=["TT000"])) == 0


def broken(doc: Recognised) -> Iterator[Hit]:
    yield Hit("trước khi hỏng", "")
    raise KeyError("bên trong")


def it_raises_for_a_broken_rule_where_warnings_are_errors(rules: Callable[..., None]) -> None:
    rules(made("KT901", broken))
    with pytest.raises(RuleFaultWarning, match="KT901 kt901-hong broke down: KeyError") as caught:
        check(PLAIN)
    assert isinstance(caught.value.__context__, KeyError)


def it_tells_of_a_broken_rule_beside_all_that_others_find(rules: Callable[..., None]) -> None:
    rules(made("KT901", broken), made("KT902", whole))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuleFaultWarning)
        report = check(PLAIN)
    assert [it.code for it in report] == ["KT901", "VB201", "KT902"]
    fault = report.findings[1]
    assert fault.severity is Severity.ERROR
    assert "KT901 (Tên) chưa xét được hết, do lỗi của vbhc: KeyError: 'bên trong'" in fault.message


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["TT000", "KT001", "KT002"]),
        (("KT001",), (), ["TT000", "KT001"]),
        (("kt",), (), ["TT000", "KT001", "KT002"]),
        ("KT001, KT002", (), ["TT000", "KT001", "KT002"]),
        (("le-trang-sai",), (), ["TT000", "KT002"]),
        ((), ("KT",), ["TT000"]),
        (("KT",), ("KT001", "TT"), ["KT002"]),
        ((), ("KT002,TT000",), ["KT001"]),
    ],
)
def it_chooses_rules_by_code_beginning_or_slug(
    select: tuple[str, ...], ignore: tuple[str, ...], codes: list[str]
) -> None:
    known = {"TT000", "KT001", "KT002"}
    assert [it.code for it in chosen_rules(select, ignore) if it.code in known] == codes


@pytest.mark.parametrize("select", ["", [""], [" , "]])
def it_refuses_to_choose_none(select: list[str]) -> None:
    with pytest.raises(UnknownRuleError, match="Chưa ghi mã quy tắc nào"):
        check(PLAIN, select=select)


def it_refuses_names_of_no_rule_with_the_nearest(rules: Callable[..., None]) -> None:
    rules(made("KT901", whole), made("TT902", whole))
    with pytest.raises(UnknownRuleError) as caught:
        check(PLAIN, select=["KT901", "KT9O1"], ignore=["kt901-hogn", "999"])
    assert caught.value.message == (
        "Không có quy tắc «KT9O1» (có phải «KT901»?), «kt901-hogn» (có phải «kt901-hong»?), «999»."
    )
