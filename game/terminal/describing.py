"""`schema` and `reference`: the file format, for editors and for people, made of the code that reads it."""

import json

from game import places
from game.content.reference import reference
from game.content.schema import schema
from game.content.shapes import shapes
from game.terminal.outgoing import hand_over
from game.terminal.world import DONE, World
from game.text.catalogue import load


def write_schema(world: World, file: str | None) -> int:
    """Write the JSON Schema of the file format."""
    made = schema(shapes(places.scenarios_folder()), _meanings())
    hand_over(world, f"{json.dumps(made, ensure_ascii=False, indent=1)}\n".encode(), file)
    return DONE


def write_reference(world: World, file: str | None) -> int:
    """Write the reference of every field, as Markdown."""
    made = reference(shapes(places.scenarios_folder()), _meanings())
    hand_over(world, made.encode("utf-8"), file)
    return DONE


def _meanings() -> dict[str, str]:
    """Return what every field means, by shape and field."""
    sentences = load(places.assets_folder() / "text" / "keys.yaml").sentences
    return {key: sentence for key, sentence in sentences.items() if isinstance(sentence, str)}
