"""Lists of agencies in brackets come out as they are meant, whatever YAML takes their commas for."""

from __future__ import annotations

from typing import Any

import pytest

from vbhc.draft.yaml_text import read_yaml

ALL = "Các sở, ban, ngành thuộc tỉnh"


def read(text: str) -> Any:
    return read_yaml(text, "thu").data


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (f"[{ALL}; UBND các xã, phường]", [ALL, "UBND các xã, phường"]),
        (f"[{ALL};\n   UBND các xã, phường; ]", [ALL, "UBND các xã, phường"]),
        (f"[{ALL}]", [ALL]),
        (f"[{ALL}, Công an tỉnh, UBND các xã, phường]", [ALL, "Công an tỉnh", "UBND các xã, phường"]),
        ("[Sở A, Sở B]", ["Sở A", "Sở B"]),
        ("[Sở A; Sở B]", ["Sở A", "Sở B"]),
        ("[Sở A; Sở B, Sở C]", ["Sở A", "Sở B, Sở C"]),
        ("[các sở, ngành]", ["các sở, ngành"]),
        (f'["{ALL}", công an]', [ALL, "công an"]),
        ('["A; B", "ban", Sở C]', ["A; B", "ban", "Sở C"]),
        ('[Các sở, ban; "UBND các xã, phường"]', ["Các sở, ban", "UBND các xã, phường"]),
        ("[~, ban]", [None, "ban"]),
        ("[]", []),
        ("\n  - Các sở; ban\n  - ngành", ["Các sở; ban", "ngành"]),
        (f"{ALL}; UBND", f"{ALL}; UBND"),
    ],
)
def it_parts_a_list_of_agencies_as_meant(written: str, meant: object) -> None:
    assert read(f"kinh_gui: {written}") == {"kinh_gui": meant}
    assert read(f"noi_nhan:\n  noi: {written}") == {"noi_nhan": {"noi": meant}}


def it_keeps_a_recipient_that_has_fields_apart() -> None:
    noi = read("noi_nhan: {noi: [Như trên, {ten: Sở A, muc_dich: b/c}, ban, ngành]}")["noi_nhan"]["noi"]
    assert noi == ["Như trên", {"ten": "Sở A", "muc_dich": "b/c"}, "ban, ngành"]


def it_leaves_every_other_list_to_yaml() -> None:
    assert read("a: [Các sở, ban; ngành]\nnoi: [Sở, ban]") == {"a": ["Các sở", "ban; ngành"], "noi": ["Sở", "ban"]}


def it_knows_where_each_agency_stands() -> None:
    found = read_yaml(f"kinh_gui: [{ALL}; UBND các xã,\n  phường; Công an\n  tỉnh;\n Sở B]", "thu")
    places = [(found.lines[path], found.columns[path]) for path in (f"kinh_gui[{at}]" for at in (1, 2, 3, 4))]
    assert places == [(1, 12), (1, 43), (2, 11), (4, 2)]
    assert found.data == {"kinh_gui": [ALL, "UBND các xã, phường", "Công an tỉnh", "Sở B"]}
