"""Text of others: nothing in it runs, nothing in it is unseen, no address leads to what is no page."""

import html
import re

_WEB = re.compile(r"https?://([^\s/?#\[\]@]+)([/?#]\S*)?")
_NUMBER = re.compile(r"[+-]?[\d,]*\.?\d+%?")

#: Control characters, and the picture of each.
VISIBLE = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD),
}


def escape(text: str) -> str:
    """Escape `text` for HTML; control characters are shown as pictures."""
    return html.escape(text.translate(VISIBLE))


def web(value: object) -> str | None:
    """Return an address that a browser may follow to a page, and nothing for any other."""
    if not isinstance(value, str) or not _WEB.fullmatch(value):
        return None
    return value


def unrun(words: str) -> str:
    """Return words as a field of CSV that no spreadsheet runs as a formula; numbers keep their sign.

    Those that it would run get an apostrophe before them (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    runs = words.startswith(("=", "+", "-", "@", "\t", "\r")) and not _NUMBER.fullmatch(words)
    return f"'{words}" if runs else words
