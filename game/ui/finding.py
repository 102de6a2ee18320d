"""From the id of a widget to the control or field that stands under it in the model of a screen."""

from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass

from game.ui.screens.parts import Control, Field, Said, Slide


def parts(model: object) -> Iterator[Control | Field | Said | Slide]:
    """Yield every control, field, track and explained value in a model, in reading order."""
    if isinstance(model, Control | Field | Said | Slide):
        yield model
    elif isinstance(model, tuple):
        for each in model:
            yield from parts(each)
    elif is_dataclass(model):
        for each in fields(model):
            yield from parts(getattr(model, each.name))


def control(model: object, id: Hashable) -> Control | None:
    """Return the control called `id`, None for none."""
    return next((each for each in parts(model) if isinstance(each, Control) and each.id == id), None)


def written(model: object, id: Hashable) -> Field | None:
    """Return the field called `id`, None for none."""
    return next((each for each in parts(model) if isinstance(each, Field) and each.id == id), None)


def slide(model: object, id: Hashable) -> Slide | None:
    """Return the track called `id`, None for none."""
    return next((each for each in parts(model) if isinstance(each, Slide) and each.id == id), None)
