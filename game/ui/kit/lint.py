"""The text-fit lint: what on a drawn screen cannot be read, found from the record of its canvas."""

from collections.abc import Iterator

import pygame

from game.ui.kit.canvas import Canvas, Record, Written


def faults(canvas: Canvas) -> list[str]:
    """Return a sentence for every text that leaves its box or the window, crosses another or is struck
    through."""
    record = canvas.record
    return [*_leaving(record), *_crossing(record.texts), *_struck(record)]


def _leaving(record: Record) -> Iterator[str]:
    for written in record.texts:
        rect, clip = written.rect, written.clip
        cut = rect.top < clip.top or rect.bottom > clip.bottom
        if written.scrolls and cut:
            # Scrolled half out: its sides must still fit.
            if rect.left < clip.left - 1 or rect.right > clip.right + 1:
                yield f"{written.text!r} leaves what it scrolls in, at {tuple(rect)}"
            continue
        if not clip.inflate(2, 2).contains(rect):
            yield f"{written.text!r} is cut off, at {tuple(rect)} in {tuple(clip)}"
        elif not written.box.inflate(2, 4).contains(rect):
            yield f"{written.text!r} leaves the place it was given, at {tuple(rect)} in {tuple(written.box)}"
        elif not record.window.contains(rect.inflate(-2, -4)):
            yield f"{written.text!r} leaves the window, at {tuple(rect)}"
        else:
            # Its ends too: words that run out of a box by more than half have their middle outside.
            for spot in (rect.center, (rect.left + 3, rect.centery), (rect.right - 4, rect.centery)):
                hosts = [
                    b.rect for b in record.boxes if b.layer == written.layer and b.rect.collidepoint(spot)
                ]
                host = min(hosts, key=lambda box: box.w * box.h, default=None)
                if host is not None and not host.inflate(2, 4).contains(rect):
                    yield f"{written.text!r} leaves its box, at {tuple(rect)} in {tuple(host)}"
                    break


def inner(written: Written) -> pygame.Rect:
    """Return the part of a line where ink can be expected: lines stand close, and their air may touch."""
    rect = written.rect.clip(written.clip) if written.scrolls else written.rect.copy()
    rect.inflate_ip(-2, -(written.rect.h * 2 // 5))
    return rect


def _crossing(texts: list[Written]) -> Iterator[str]:
    places = [inner(written) for written in texts]
    for n, written in enumerate(texts):
        if places[n].w < 1 or places[n].h < 1:
            continue
        for other in places[n].collidelistall(places[n + 1 :]):
            crossed = texts[n + 1 + other]
            hit = places[n + 1 + other]
            if crossed.layer == written.layer and hit.w > 0 and hit.h > 0:
                yield f"{written.text!r} crosses {crossed.text!r}, at {tuple(written.rect)}"


def _struck(record: Record) -> Iterator[str]:
    for line in record.lines:
        for written in record.texts:
            ink = inner(written)
            if ink.w < 1 or ink.h < 1:
                continue  # scrolled out of sight
            if written.layer == line.layer and ink.clipline(line.start, line.end):
                yield f"{written.text!r} is struck by a line, at {tuple(written.rect)}"
