"""The style sheet of printed pages: dark on white, A4, nothing told by colour alone."""

STYLE = """
@page { size: A4; margin: 14mm 13mm 15mm; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.42 Georgia, "Noto Serif", "DejaVu Serif", serif; color: #1b1a17; background: #fff; }
body { margin: 0; }
main { max-width: 186mm; margin: 0 auto; padding: 8mm 4mm; }
h1, h2, h3, th, .axis, svg text, .small {
  font-family: "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 21pt; line-height: 1.15; margin: 0 0 2mm; }
h2 { font-size: 14pt; margin: 9mm 0 2mm; padding-top: 2mm; border-top: 1.5pt solid #1b1a17;
     break-after: avoid; }
h2 + p { break-after: avoid; }
h3 { font-size: 11pt; margin: 5mm 0 1mm; break-after: avoid; }
p, ul, ol { margin: 0 0 2mm; }
li { margin-bottom: 1.4mm; break-inside: avoid; }
.lead { font-size: 12pt; }
.small { font-size: 8.5pt; color: #4a4740; }
table { border-collapse: collapse; width: 100%; margin: 1mm 0 3mm; font-size: 9pt;
        font-family: "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; line-height: 1.3; }
th, td { border: 0.5pt solid #a7a196; padding: 1mm 1.4mm; text-align: left; vertical-align: top;
         overflow-wrap: break-word; unicode-bidi: isolate; }
bdi.long { overflow-wrap: anywhere; }
.keep { break-inside: avoid; }
tr.meeting th { background: #f7f5f0; font-weight: 600; }
thead th { background: #efece4; font-weight: 600; }
thead { display: table-header-group; }
th.key { min-width: 18mm; }
table.verdicts { table-layout: fixed; } .verdicts th:first-child { width: 24%; }
.verdicts td { font-size: 8pt; padding: 0.7mm 0.4mm; hyphens: auto; overflow-wrap: normal; }
dl { margin: 0 0 2mm; } dt { font-weight: 600; } dd { margin: 0 0 1mm 5mm; }
tr { break-inside: avoid; }
td.number, th.number { text-align: right; white-space: nowrap; }
td.centre, th.centre { text-align: center; }
.sign { font-weight: 700; }
td.same { background: #ffffff; }
td.closer0 { background: #dbe7f0; }
td.closer1 { background: #f3dfd2; }
td.different { background: #e9e4c9; }
td.absent { background: #d9d7d2; }
td.additional { background: #e2e8d8; }
td.score2 { background: #d9e6d5; } td.score1 { background: #f1ecd5; } td.score0 { background: #eeeeec; }
figure { margin: 2mm 0 4mm; break-inside: avoid; }
.chart { width: 100%; height: auto; display: block; border: 0.5pt solid #a7a196; }
svg text { font-size: 11.5px; fill: #35322c; }
svg .axis { font-size: 12.5px; font-weight: 600; fill: #1b1a17; }
svg .label { font-size: 13px; font-weight: 700; fill: #1b1a17; paint-order: stroke; stroke: #fff;
             stroke-width: 3px; }
.grid { stroke: #e6e2d9; stroke-width: 1; }
.reserve { stroke: #6a655b; stroke-width: 1.2; stroke-dasharray: 5 4; }
.cloud circle { fill: #b7b1a4; }
.edge polyline { fill: none; stroke: #35322c; stroke-width: 1.4; }
.edge circle { fill: #fff; stroke: #35322c; stroke-width: 1.2; }
.path polyline { fill: none; stroke-width: 1.3; } .path circle { fill: #fff; stroke-width: 1.3; }
.path0 polyline, .path0 circle { stroke: #2d5d86; }
.path1 polyline, .path1 circle { stroke: #a2512a; } .path1 polyline { stroke-dasharray: 3 3; }
.mark circle, .mark rect, .mark polygon { stroke: #1b1a17; stroke-width: 1.5; fill: #fff; }
.carried circle { fill: #2d5d86; } .history polygon { fill: #e2b93b; }
.paper circle { stroke-dasharray: 3 2; }
.refused path { stroke: #1b1a17; stroke-width: 1.5; }
.swatch { width: 13px; height: 13px; vertical-align: -2px; margin-right: 1mm; }
figcaption { font-size: 8.5pt; color: #4a4740; }
figcaption span { margin-right: 4mm; white-space: nowrap; }
ol.prompts > li { margin-bottom: 3mm; }
ol.prompts .ask { display: block; font-style: italic; }
blockquote { margin: 1mm 0 2mm 5mm; padding-left: 3mm; border-left: 2pt solid #a7a196; }
del { text-decoration: line-through; background: #f1dcd5; } ins { text-decoration: underline;
      background: #dfe9d8; }
.notice { border: 1pt solid #1b1a17; padding: 2mm 3mm; margin: 2mm 0; break-inside: avoid; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; }
.page { break-before: page; }
@media print { main { max-width: none; padding: 0; } * { print-color-adjust: exact;
               -webkit-print-color-adjust: exact; } }
"""
