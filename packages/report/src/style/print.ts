/** On paper: A4, everything unfolded, no row cut in two, headers repeated, nothing to click. */
export const PRINT = `
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root { --edge: 0; --soft: #333; }
  body { font-size: 10pt; line-height: 1.45; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  nav, .skip, footer a { display: none; }
  .layout { display: block; max-width: none; }
  .masthead { padding-top: 6mm; padding-bottom: 0; }
  h1 { font-size: 26pt; }
  h2 { font-size: 16pt; }
  h3 { font-size: 11.5pt; margin-top: 6mm; }
  section { padding-block: 7mm 2mm; }
  h2, h3, summary, caption, .indicator { break-after: avoid; }
  .lead { font-size: 11.5pt; }
  .scroll { overflow: visible; }
  .scroll caption, tbody th[scope="row"], .ledger .indicator a { position: static; max-width: none; }
  table, .legend, .remarks, .definition > div { font-size: 9pt; }
  small, .state, .notes, .table-note { font-size: 8pt; }
  th, td { padding-inline: 2mm; }
  thead { display: table-header-group; }
  tr, .regions, figure, .card, .ledger tbody, .legend > div, .definition, li { break-inside: avoid; }
  .ledger td { min-width: 0; }
  .ledger .value td { font-size: 11pt; }
  .ledger .difference td, .ledger .target td, .ledger .verdict-row td, .ledger tbody th[scope="row"] { font-size: 8.5pt; }
  .grid tbody th { min-width: 0; }
  .charts { grid-template-columns: repeat(3, 1fr); gap: 4mm; }
  .bars { max-width: 100mm; }
  .theory { grid-template-columns: 1fr 5mm 1fr 5mm 1fr; gap: 2mm; }
  .arrow { width: 5mm; transform: none; align-self: start; margin-top: 30mm; }
  .card { padding: 2mm; font-size: 8.5pt; }
  a { text-decoration: none; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  summary { list-style: none; padding-bottom: 0; }
  summary::-webkit-details-marker { display: none; }
}
`;
