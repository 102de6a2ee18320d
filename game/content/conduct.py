"""The section `conduct:`: how behaviour at the table moves trust, and what trust allows."""

from typing import Final

from game.content import codes
from game.content.meters import HIGHEST, LOWEST
from game.content.reader import Fields
from game.content.reading import Reading
from game.rules.scenario import Conduct

_STEPS: Final = (1, 100)
_MOVE: Final = (-HIGHEST, HIGHEST)
_MOST_POINTS: Final = 1000


def read_conduct(reading: Reading, fields: Fields) -> Conduct:
    """Return the rules of conduct that `fields` gives.

    What trust allows to be sounded may stand by itself under `sounding:`, with a reason of its own.
    """
    sounding = fields.below("sounding", "'sounding' of the conduct") if fields.has("sounding") else fields
    fields.ignore("sounding")
    found = Conduct(
        meter=fields.reference("meter", reading.names.meters, "meter"),
        better_steps=fields.number("better_steps", *_STEPS),
        better_add=fields.number("better_add", *_MOVE),
        worse_steps=fields.number("worse_steps", *_STEPS),
        worse_add=fields.number("worse_add", *_MOVE),
        holds_running=fields.number("holds_running", 1, 100),
        holds_add=fields.number("holds_add", *_MOVE),
        reopen_add=fields.number("reopen_add", *_MOVE),
        disowned_add=fields.number("disowned_add", *_MOVE),
        breaks_at=fields.number("breaks_at", LOWEST - 1, HIGHEST),
        lapse_after=fields.number("lapse_after", 0, 100),
        sound_free=sounding.number("sound_free", LOWEST, HIGHEST + 1),
        sound_least=sounding.number("sound_least", LOWEST, HIGHEST + 1),
        bands=_bands(reading, sounding),
        drift_to=fields.number("drift_to", LOWEST, HIGHEST, LOWEST),
        drift_by=fields.number("drift_by", 0, HIGHEST, 0),
        basis=fields.basis,
    )
    if sounding.has("sound_least") and sounding.has("sound_free") and found.sound_least > found.sound_free:
        reason = f"'sound_free' is {found.sound_free}: it must not lie below"
        where = sounding.at("sound_least")
        reading.report.add(codes.N119, where, field="sound_least", value=found.sound_least, reason=reason)
    if sounding is not fields:
        sounding.close()
    fields.close()
    return found


def _bands(reading: Reading, fields: Fields) -> tuple[int, int, int]:
    bands = fields.numbers("bands", 1, _MOST_POINTS, (3, 3))
    if len(bands) != 3:
        return 1, 2, 3
    if list(bands) != sorted(set(bands)):
        shown = ", ".join(map(str, bands))
        where = fields.at("bands")
        reading.report.add(codes.N119, where, field="bands", value=shown, reason="they must rise")
    return bands[0], bands[1], bands[2]
