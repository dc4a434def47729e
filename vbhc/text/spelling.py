"""Letters and spaces: one form for every letter, no line break where none belongs, forms for matching.

>>> keep_together("Kế hoạch số 131 còn 11/47 chỉ tiêu").replace(NO_BREAK_SPACE, "_")
'Kế hoạch số_131 còn 11/47_chỉ_tiêu'
>>> fold("  UỶ BAN nhân  dân ") == fold("Ủy ban Nhân dân"), fold_ascii("Đề án")
(True, 'de an')
"""

from __future__ import annotations

import re
import unicodedata

NO_BREAK_SPACE = "\u00a0"

_ANNOUNCING = (
    *("số", "ngày", "tháng", "quý", "năm", "thứ", "trang", "lục", "mẫu"),
    *("phần", "chương", "mục", "điều", "khoản", "điểm"),
)
_COUNTED = (
    *("chỉ tiêu", "chỉ số", "tiêu chí", "nhiệm vụ", "giải pháp", "nội dung", "nền tảng", "hồ sơ", "thủ tục", "dịch vụ"),
    *("văn bản", "bản", "trang", "tin", "bài", "lần", "ngành", "sở", "xã", "phường", "cơ quan", "đơn vị", "địa phương"),
    *("doanh nghiệp", "thành viên", "cán bộ", "người", "hộ", "dân", "nghìn", "triệu", "tỷ", "đồng", "điểm"),
)
_SMALL_ROMAN = [f"[ivx]{{{width}}}" for width in range(2, 6)]
_SIGNING = (r"\bTM\.", r"\bKT\.", r"\bTL\.", r"\bTUQ\.", r"\bQ\.")


def _after(*words: str) -> str:
    """A pattern that holds behind a space which follows one of ``words``."""
    return "(?:" + "|".join(f"(?<={word} )" for word in words) + ")"


# "(i)", "(xviii)", "(12)", "(a)" as a word of its own: a lookbehind has one width, so there is one for each width.
_COUNTER = "|".join(rf"(?<=\({sign}\) )(?<!\S\({sign}\) )" for sign in ("[a-zđ0-9]", "[0-9]{2}", *_SMALL_ROMAN))

_UNBREAKABLE = re.compile(
    # The space comes first: the engine leaps from space to space instead of trying every word at every letter.
    " (?:"
    rf"(?=[0-9]|[IVXLC]+\b){_after(*(f'(?i:{word})' for word in _ANNOUNCING))}"  # số 131, Điều 5, Chương XII
    rf"|(?=[a-zđ]\b){_after('(?i:điểm)')}"  # điểm đ
    rf"|(?<=[0-9%] )(?=(?i:{'|'.join(_COUNTED)})\b)"  # 11/47 chỉ tiêu
    "|(?<=[.)] )(?:"
    rf"(?=[^\W\d_]){_after(*_SIGNING)}"  # KT. CHỦ TỊCH
    rf"|(?=\S)(?:{_COUNTER})"  # (ii) hạ tầng
    "))"
)


# A counted noun of two syllables stays whole: "4 chỉ | tiêu" is torn as much as "4 | chỉ tiêu".
_COUNTED_WHOLE = re.compile(rf"(?<=[0-9%]{NO_BREAK_SPACE})(?i:{'|'.join(_COUNTED)})\b")


def nfc(text: str) -> str:
    """The text with every letter composed: one character for "ệ", however it was typed."""
    return unicodedata.normalize("NFC", text)


def keep_together(text: str) -> str:
    """The text (NFC) with U+00A0 where a line must not break; only spaces change, each for one.

    Kept together: a number with the word that announces it, a count with the noun it counts, a signing prefix or the
    number of an item run in ("(ii)") with what follows. Parts of a date stay separable ("ngày 10 | tháng 5"), or a
    justified line would tear.

    >>> keep_together("KT. CHỦ TỊCH, điểm a khoản 2 Điều 5, ngày 10 tháng 5").replace(NO_BREAK_SPACE, "_")
    'KT._CHỦ TỊCH, điểm_a khoản_2 Điều_5, ngày_10 tháng_5'
    >>> keep_together("(i) nền tảng (NDXP) được dùng; (ii) dữ liệu").replace(NO_BREAK_SPACE, "_")
    '(i)_nền tảng (NDXP) được dùng; (ii)_dữ liệu'
    """
    return _COUNTED_WHOLE.sub(
        lambda match: match[0].replace(" ", NO_BREAK_SPACE), _UNBREAKABLE.sub(NO_BREAK_SPACE, text)
    )


_OLD_TONES = ("oà oá oả oã oạ", "oè oé oẻ oẽ oẹ", "uỳ uý uỷ uỹ uỵ")
_NEW_TONES = ("òa óa ỏa õa ọa", "òe óe ỏe õe ọe", "ùy úy ủy ũy ụy")
_TONE = dict(zip(" ".join(_OLD_TONES).split(), " ".join(_NEW_TONES).split(), strict=True))
_OPEN_SYLLABLE = re.compile(rf"(?<!q)(?:{'|'.join(_TONE)})(?!\w)")
_TONE_ANY_CASE = {
    change(old): change(new) for old, new in _TONE.items() for change in (str.lower, str.capitalize, str.upper)
}
# The two letters come first: the engine leaps to them instead of looking behind every letter.
_OPEN_SYLLABLE_ANY_CASE = re.compile(rf"(?:{'|'.join(_TONE_ANY_CASE)})(?!\w)(?<![qQ]..)")


def tones_placed_anew(text: str) -> str:
    """The text (NFC) with the tone marks of open syllables placed the new way; every letter keeps its position.

    >>> tones_placed_anew("UỶ BAN, Uỷ ban, hoà, quý, thuyền")
    'ỦY BAN, Ủy ban, hòa, quý, thuyền'
    """
    return _OPEN_SYLLABLE_ANY_CASE.sub(lambda match: _TONE_ANY_CASE[match[0]], text)


def fold(text: str) -> str:
    """A form for matching: case, spaces and the place of the tone mark ("hoà", "hòa") no longer matter; "đ" is kept.

    >>> fold("Đạt  Chuẩn"), fold("Hoà") == fold("hòa"), fold("Đạt") == fold("Dat")
    ('đạt chuẩn', True, False)
    """
    caseless = nfc(unicodedata.normalize("NFD", text).casefold())
    return " ".join(_OPEN_SYLLABLE.sub(lambda match: _TONE[match[0]], caseless).split())


def fold_ascii(text: str) -> str:
    """As :func:`fold`, diacritics and the bar of "đ" gone as well; letters of other scripts stay."""
    letters = unicodedata.normalize("NFD", fold(text))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(nfc(bare).replace("đ", "d").split())


def upper(text: str) -> str:
    """The text in capitals, composed: "Ủy ban" gives "ỦY BAN" whichever way the marks were typed."""
    return nfc(nfc(text).upper())


# XML 1.0 also allows a carriage return, but every parser reads it back as a line feed.
_RESERVED = re.compile("[\ue000-\ue005]")
_FORBIDDEN = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def find_forbidden(text: str) -> str | None:
    """The first character that an Office file (XML 1.0) cannot hold: a control, a lone surrogate, U+FFFE, U+FFFF.

    >>> find_forbidden("dòng một\\n\\tdòng hai"), describe_character(find_forbidden("chuông\\a"))
    (None, 'U+0007')
    """
    found = _FORBIDDEN.search(text)
    return found[0] if found else None


def find_reserved(text: str) -> str | None:
    """The first character of the private use area that vbhc marks values with; no text of people has a use for it."""
    found = _RESERVED.search(text)
    return found[0] if found else None


def describe_character(character: str) -> str:
    """The character's code as staff can search for it, for characters that do not show."""
    return f"U+{ord(character):04X}"
