from __future__ import annotations

import json

import pytest

from vbhc.errors import InputError, VbhcError
from vbhc.findings import Finding, Location, Report, Severity

THIEU_CHU_TRI = Finding(
    code="SL004",
    slug="thieu-co-quan-chu-tri",
    severity=Severity.WARNING,
    message="chỉ tiêu 3.6 chưa có cơ quan chủ trì",
    hint="ghi cơ quan vào cột “Cơ quan chủ trì”",
    location=Location("Tháng 5-2026!F31", "dti.xlsx"),
)
TRUNG_MA = Finding("SL007", "trung-ma", Severity.ERROR, "mã 2.3 có hai lần")
BOTH = Report((THIEU_CHU_TRI, TRUNG_MA))


def it_says_where_what_and_what_to_do_on_one_line():
    assert str(THIEU_CHU_TRI) == (
        "CẢNH BÁO SL004 dti.xlsx, Tháng 5-2026!F31: chỉ tiêu 3.6 chưa có cơ quan chủ trì"
        " → ghi cơ quan vào cột “Cơ quan chủ trì”"
    )


def it_leaves_out_a_place_and_a_hint_that_are_not_known():
    assert str(TRUNG_MA) == "LỖI SL007 mã 2.3 có hai lần"


@pytest.mark.parametrize(
    ("location", "text"),
    [
        (Location(), ""),
        (Location("trang 2"), "trang 2"),
        (Location(file="thu.docx"), "thu.docx"),
        (Location("ô E31", "dti.xlsx"), "dti.xlsx, ô E31"),
    ],
)
def it_names_a_place_with_what_is_known_of_it(location: Location, text: str):
    assert str(location) == text


def it_forbids_the_result_for_an_error_alone():
    assert Report.of([THIEU_CHU_TRI]).ok
    assert not BOTH.ok
    assert BOTH.errors == (TRUNG_MA,)


def it_is_false_when_nothing_was_found():
    assert not Report()
    assert BOTH


def it_keeps_the_order_of_the_thing_examined_when_reports_are_added():
    assert list(Report.of([TRUNG_MA]) + Report.of([THIEU_CHU_TRI])) == [TRUNG_MA, THIEU_CHU_TRI]


def it_prints_a_finding_a_line():
    assert str(BOTH).splitlines() == [str(THIEU_CHU_TRI), str(TRUNG_MA)]


def it_gives_other_tools_plain_data_with_vietnamese_letters_kept():
    text = BOTH.to_json()
    assert "chưa có cơ quan chủ trì" in text
    first, second = json.loads(text)
    assert set(first) == {"code", "severity", "location", "message", "hint"}
    assert (first["severity"], first["location"]) == ("warning", "dti.xlsx, Tháng 5-2026!F31")
    assert (second["severity"], second["location"], second["hint"]) == ("error", "", "")


def it_travels_with_an_error_that_says_it_all():
    error = InputError.from_findings("văn bản chưa đủ", TRUNG_MA, THIEU_CHU_TRI)
    assert isinstance(error, InputError)
    assert str(error).splitlines() == ["văn bản chưa đủ", str(TRUNG_MA), str(THIEU_CHU_TRI)]
    assert len(error.report) == 2


def it_is_empty_in_an_error_that_says_enough_by_itself():
    assert str(VbhcError("không mở được")) == "không mở được"
    assert not VbhcError("không mở được").report
