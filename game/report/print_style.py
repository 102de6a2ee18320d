"""The style sheet of the print pack: black on white, A4, a sheet a page, whose it is on every page."""

from game.report.print_pieces import readers_told
from game.rules.scenario import Scenario
from game.text.catalogue import Catalogue

_STYLE = """
@page { size: A4; margin: 18mm 17mm 16mm; }
* { box-sizing: border-box; }
html { font: 11pt/1.45 Georgia, "Noto Serif", "DejaVu Serif", serif; color: #000; background: #fff; }
body { margin: 0; }
main { max-width: 176mm; margin: 0 auto; }
.sheet { break-before: page; padding-bottom: 6mm; }
.sheet:first-of-type { break-before: auto; }
.all { page: all; } .side0 { page: side0; } .side1 { page: side1; } .teacher { page: teacher; }
h1 { font-size: 20pt; line-height: 1.2; font-weight: normal; margin: 0 0 4mm; padding-bottom: 2mm;
     border-bottom: 2.2pt double #000; }
h2 { font-size: 12.5pt; margin: 6mm 0 1.5mm; font-variant: small-caps; letter-spacing: 0.04em;
     break-after: avoid; }
h3 { font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; orphans: 3; widows: 3; }
ul, ol { margin: 0 0 2mm; padding-left: 6mm; }
li { margin-bottom: 1mm; break-inside: avoid; }
.audience { font-size: 9pt; letter-spacing: 0.03em; margin: 0 0 3mm; }
.secret { border: 1.2pt solid #000; padding: 1.5mm 3mm; font-size: 10pt; }
.small { font-size: 9pt; }
table { border-collapse: collapse; width: 100%; margin: 1mm 0 3mm; font-size: 10pt; line-height: 1.35; }
th, td { border: 0.6pt solid #000; padding: 0.8mm 1.6mm; text-align: left; vertical-align: top;
         overflow-wrap: anywhere; }
th { overflow-wrap: normal; }
table.ladder { table-layout: fixed; } .ladder th:first-child { width: 52%; }
thead { display: table-header-group; }
tr, .keep { break-inside: avoid; }
th.number, td.number { text-align: right; white-space: nowrap; width: 16mm; }
.tick { display: block; break-inside: avoid; padding-left: 6mm; text-indent: -6mm; margin-bottom: 1.2mm; }
.box { display: inline-block; width: 3.4mm; height: 3.4mm; border: 0.9pt solid #000; vertical-align: -0.4mm;
       margin-right: 1.2mm; text-indent: 0; }
.ticks { columns: 2; column-gap: 8mm; }
.fill { display: flex; gap: 2mm; align-items: flex-end; min-height: 9mm; break-inside: avoid; }
.rule { flex: 1; border-bottom: 0.6pt solid #000; min-width: 30mm; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; break-inside: avoid; }
.paper { border: 0.6pt solid #000; padding: 3mm 4mm; margin: 0 0 4mm; }
.paper h3 { margin-top: 0; }
@media screen { .sheet { border-bottom: 0.6pt dashed #000; padding: 10mm 4mm; } }
"""


def style_of(say: Catalogue, scenario: Scenario) -> str:
    """Return the style sheet; the margin of each printed page says who may read it, and its number."""
    pages = (
        f"@page {readers} {{ @top-left {{ content: {_quoted(f'{scenario.title}, {whose}')}; font-size: 8pt }}"
        " @bottom-right { content: counter(page); font-size: 8pt } }\n"
        for readers, whose in readers_told(say, scenario).items()
    )
    return _STYLE + "".join(pages)


def _quoted(text: str) -> str:
    """Return a text as a string of a style sheet, which no sign in it can end.

    >>> _quoted('a"</style>')
    '"a\\\\22 \\\\3c \\\\2f style\\\\3e "'
    """
    return (
        '"'
        + "".join(sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in text)
        + '"'
    )
