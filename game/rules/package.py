"""A package: one option for each of some issues, as small integers; nothing here knows a scenario."""

from collections.abc import Iterator

OPEN = -1
"""The entry of an issue without an option."""

Package = tuple[int, ...]
"""One entry per issue of the scenario, in its order: an option's index, or `OPEN`."""


def empty(issues: int) -> Package:
    """Return the package of `issues` entries in which every issue is open.

    >>> empty(3)
    (-1, -1, -1)
    """
    return (OPEN,) * issues


def decided(package: Package) -> Iterator[tuple[int, int]]:
    """Yield `(issue, option)` for every issue that has an option, in the scenario's order.

    >>> list(decided((0, OPEN, 2)))
    [(0, 0), (2, 2)]
    """
    return iter([item for item in enumerate(package) if item[1] != OPEN])


def is_complete(package: Package) -> bool:
    """Say whether every issue has an option."""
    return OPEN not in package


def merged(under: Package, over: Package) -> Package:
    """Return `under` with every option of `over` laid upon it.

    >>> merged((0, 1, OPEN), (OPEN, 2, OPEN))
    (0, 2, -1)
    """
    if OPEN not in over:
        return over
    return tuple([u if o == OPEN else o for u, o in zip(under, over, strict=True)])


def restricted(package: Package, issues: frozenset[int]) -> Package:
    """Return `package` with every issue outside `issues` left open.

    >>> restricted((0, 1, 2), frozenset({1}))
    (-1, 1, -1)
    """
    return tuple(o if i in issues else OPEN for i, o in enumerate(package))


def without(package: Package, issues: frozenset[int]) -> Package:
    """Return `package` with every issue in `issues` left open.

    >>> without((0, 1, 2), frozenset({1}))
    (0, -1, 2)
    """
    return tuple(OPEN if i in issues else o for i, o in enumerate(package))
