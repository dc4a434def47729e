"""Which thành phần thể thức a document has, and where: what check and a later reader build on."""

from vbhc.recognition.citing import VienDanThay
from vbhc.recognition.reading import Found, Passage, Reading
from vbhc.recognition.recognising import recognise
from vbhc.recognition.values import Line, LoaiTep, MucThay, Phan, PhuLucThay, Recognised, ThanhPhan

__all__ = [
    "Found",
    "Line",
    "LoaiTep",
    "MucThay",
    "Passage",
    "Phan",
    "PhuLucThay",
    "Reading",
    "Recognised",
    "ThanhPhan",
    "VienDanThay",
    "recognise",
]
