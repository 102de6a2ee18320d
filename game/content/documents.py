"""The section `documents:`: papers to be read and, by some actions, cited."""

from collections.abc import Iterable
from typing import Final

from game.content import codes
from game.content.reader import Fields, all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Document

_MOST_WEIGHT: Final = 10
INVENTED: Final = "invented"
LABELS: Final = (
    "attested",
    "disputed",
    "memoir only",
    "single source",
    "inference",
    "unconfirmed",
    INVENTED,
)
"""How sure a paper is: the words historians' notes use for it, and one for what an author makes up."""


def read_documents(reading: Reading, nodes: Iterable[Node]) -> tuple[Document, ...]:
    """Return the documents."""
    found: list[Document] = []
    for id, fields in all_named(reading, nodes, "document"):
        source, label = attestation(fields)
        found.append(
            Document(
                id=id,
                title=fields.label("title"),
                date=fields.label("date", ""),
                text=fields.text("text"),
                seen=fields.seen("seen_by"),
                issue=fields.maybe_reference("issue", reading.names.issues, "issue"),
                side=fields.maybe_reference("side", reading.names.parties, "party"),
                weight=fields.number("weight", 0, _MOST_WEIGHT, 0),
                source=source,
                label=label,
                since=fields.date("since", 0),
            )
        )
        fields.close()
    return tuple(found)


def attestation(fields: Fields) -> tuple[str, str]:
    """Return the source of what is told and how sure it is; without a source it can only be invented."""
    source = fields.citation("source", "")
    label = fields.one_of("label", {label: label for label in LABELS}, LABELS[0])
    if not source and label != INVENTED:
        fields.reading.report.add(codes.N910, fields.key, what=fields.what, label=label)
    return source, label
