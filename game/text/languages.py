"""Languages: what each calls itself, and which form of a sentence it takes for a number."""

from collections.abc import Callable, Mapping
from typing import Final

NAMES: Final[Mapping[str, str]] = {
    "cs": "Čeština",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "ja": "日本語",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "ru": "Русский",
    "uk": "Українська",
    "zh": "中文",
}
"""Names that need no translation: who looks for a language knows its own word for it."""

Rule = Callable[[int], str]


def _one_and_other(n: int) -> str:
    return "one" if n == 1 else "other"


def _none_and_one(n: int) -> str:
    return "one" if n < 2 else "other"


def _other(n: int) -> str:
    return "other"


def _east_slavic(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"


def _polish(n: int) -> str:
    return "one" if n == 1 else "few" if n != 1 and _east_slavic(n) == "few" else "many"


def _czech(n: int) -> str:
    return "one" if n == 1 else "few" if n in (2, 3, 4) else "other"


_RULES: Final[Mapping[str, tuple[tuple[str, ...], Rule]]] = {
    "fr": (("one", "other"), _none_and_one),
    "pt": (("one", "other"), _none_and_one),
    "ja": (("other",), _other),
    "ko": (("other",), _other),
    "vi": (("other",), _other),
    "zh": (("other",), _other),
    "be": (("one", "few", "many"), _east_slavic),
    "ru": (("one", "few", "many"), _east_slavic),
    "uk": (("one", "few", "many"), _east_slavic),
    "pl": (("one", "few", "many"), _polish),
    "cs": (("one", "few", "other"), _czech),
    "sk": (("one", "few", "other"), _czech),
}
"""The rules of Unicode's CLDR for whole numbers; a language that is not here has `one` and `other`."""

_USUAL: Final[tuple[tuple[str, ...], Rule]] = (("one", "other"), _one_and_other)


def name_of(language: str) -> str:
    """Return what a language calls itself; its tag where that is not known.

    >>> name_of("de"), name_of("pt-BR"), name_of("xx")
    ('Deutsch', 'Português (BR)', 'xx')
    """
    base, _, rest = language.partition("-")
    name = NAMES.get(base)
    return language if name is None else f"{name} ({rest})" if rest else name


def forms(language: str) -> tuple[str, ...]:
    """Return the forms that a sentence with a number has in a language, as CLDR calls them.

    >>> forms("de"), forms("ru"), forms("ja")
    (('one', 'other'), ('one', 'few', 'many'), ('other',))
    """
    return _RULES.get(language.partition("-")[0], _USUAL)[0]


def form(language: str, n: int) -> str:
    """Return the form for a whole number; the sign makes no difference.

    >>> [form("ru", n) for n in (1, 3, 5, 11, 21)], form("en", -1)
    (['one', 'few', 'many', 'many', 'one'], 'one')
    """
    return _RULES.get(language.partition("-")[0], _USUAL)[1](abs(n))
