"""What came of a batch, as staff read it on a screen."""

from __future__ import annotations

from vbhc.batch import BatchResult, LetterState
from vbhc.batch.results import LetterResult

_MOST_TOLD = 20
_MOST_NAMED = 5


def describe(result: BatchResult) -> str:
    """How many letters came out how, where they and the report are."""
    written = [letter for letter in result.letters if letter.sha256]
    doubtful, failed = (result.count(state) for state in (LetterState.XEM_LAI, LetterState.LOI))
    more = [f"{doubtful} thư cần xem lại"] if doubtful else []
    more += [f"{failed} thư lỗi chưa ghi được"] if failed else []
    said = f" ({', '.join(more)})" if more else ""
    lines = [f"Đã có {len(written)}/{len(result.letters)} thư trong {result.out}{said}."]
    if result.gop and result.gop.sha256:
        lines.append(f"Để in: {result.out / result.gop.tep} ({result.gop.ten.lower()}).")
    lines.append(f"Báo cáo từng thư: {result.out / 'bao-cao.csv'}.")
    if result.tep_thua:
        names = ", ".join(letter.tep for letter in result.tep_thua)
        lines.append(f"Còn tệp của lần chạy trước mà lần này không ghi, hãy xem lại trước khi gửi: {names}.")
    return "\n".join(lines)


def findings(result: BatchResult) -> str:
    """What was found in the list, then in the letters, each finding once with the letters that it is of."""
    where: dict[str, list[LetterResult]] = {}
    for letter in (*result.letters, *([result.gop] if result.gop else [])):
        for finding in letter.report:
            where.setdefault(str(finding), []).append(letter)
    lines = [str(finding) for finding in result.findings]
    lines += [f"{_named(letters, len(result.letters))}: {finding}" for finding, letters in where.items()]
    rest = len(lines) - _MOST_TOLD
    return "\n".join(lines[:_MOST_TOLD] + ([f"… và {rest} điều nữa, xem ở báo cáo."] if rest > 0 else []))


def _named(letters: list[LetterResult], count: int) -> str:
    if len(letters) == 1:
        only = letters[0]
        return f"Thư {only.stt} ({only.ten})" if only.stt else only.ten
    if len(letters) == count:
        return f"Cả {count} thư"
    named = ", ".join(str(letter.stt) for letter in letters[:_MOST_NAMED])
    return f"Thư {named}{', …' if len(letters) > _MOST_NAMED else ''} ({len(letters)} thư)"
