"""Reading and checking the shipped scenario, beside PyYAML's own load of the same text by its C loader."""

from pathlib import Path

import yaml

from game.content.load import load
from tests.benchmarks.timing import median_seconds

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"


def run() -> None:
    """Print the median of seven of each."""
    texts = list(load(SCENARIOS / "the-deletion").sources.values())
    c_loader = getattr(yaml, "CSafeLoader", None)
    loader = c_loader or yaml.SafeLoader
    own = median_seconds(lambda: [yaml.load(text, loader) for text in texts])
    plain = median_seconds(lambda: [yaml.load(text, yaml.SafeLoader) for text in texts], times=3)
    ours = median_seconds(lambda: load(SCENARIOS / "the-deletion"))
    size = sum(len(text.encode()) for text in texts)
    print(f"{len(texts)} files, {size / 1024:.0f} KiB, {sum(text.count(chr(10)) for text in texts)} lines")
    print(f"PyYAML load, {loader.__name__:12}           {own * 1e3:7.1f} ms")
    print(f"PyYAML load, SafeLoader             {plain * 1e3:7.1f} ms")
    print(f"read and check, with every place    {ours * 1e3:7.1f} ms")
    print(f"  = {ours / own:.2f} x the C load, {ours / plain:.2f} x the plain load")


if __name__ == "__main__":
    run()
