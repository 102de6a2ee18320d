"""Which file is a translation, and into which language: told by its name alone."""

import re
from typing import Final

FOLDER: Final = "i18n"
"""The folder of the translations, beside what they translate."""

LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
"""A tag of a language as BCP 47 writes it, in short: de, pt-BR, zh-Hant."""

PSEUDO: Final = "pseudo"
"""The language that no file has: every text lengthened and accented (`pseudo.py`)."""


def language_of(key: str) -> str:
    """Return the language of a translation by the name of its file, "" where it names none.

    >>> language_of("two-towns/i18n/de.yaml"), language_of("two-towns/i18n/notes.yaml")
    ('de', '')
    """
    stem = key.rpartition("/")[2].removesuffix(".yaml")
    return stem if LANGUAGE.fullmatch(stem) else ""


def folder_of(key: str) -> str:
    """Return the folder whose texts a translation is of.

    >>> folder_of("two-towns/i18n/de.yaml")
    'two-towns'
    """
    return key.rpartition("/")[0].removesuffix(f"/{FOLDER}")


def is_translation(key: str) -> bool:
    """Say whether the key of a stored file is that of a translation."""
    return f"/{FOLDER}/" in key
