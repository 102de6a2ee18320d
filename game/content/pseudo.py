"""The pseudo-language: English with accents and two fifths longer, to find what a translation would break."""

import re

ACCENTS = str.maketrans("aeiouycnszAEIOUCNSZ", "áèïôûýçñšžÀÉÎÖÜÇÑŠŽ")


def pseudo(text: str) -> str:
    """Return the text accented and 40 % longer, word by word; {fields} and links in brackets stay as they
    are."""
    parts = re.split(r"(\{[^}]*\}|\]\([^)]*\))", text)
    return "".join(part if n % 2 else re.sub(r"[^\W\d_]+", _longer, part) for n, part in enumerate(parts))


def _longer(found: re.Match[str]) -> str:
    word = found[0].translate(ACCENTS)
    return word + word[-max(1, round(len(word) * 0.4)) :] if len(word) > 1 else word
