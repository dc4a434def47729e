"""Text made comparable: whoever typed it, with whichever dash, blank, tone placement or case."""

from __future__ import annotations

import re

from vbhc.text.spelling import fold

_DASHES = re.compile("[\u2010-\u2015\u2212\u00ad\uf02d]")
_QUOTES = str.maketrans("“”„‟‘’‚‛«»", '""""\'\'\'\'""')


def fold_line(text: str) -> str:
    """Small letters, one kind of dash and quote, single blanks, tones placed the new way.

    >>> fold_line("CỘNG HOÀ  XÃ HỘI – chủ\\u00a0nghĩa")
    'cộng hòa xã hội - chủ nghĩa'
    """
    return fold(_DASHES.sub("-", text).translate(_QUOTES))
