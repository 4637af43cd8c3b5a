/**
 * Tables and what stands in their cells. The four states differ in shape as well as in words: a plain number, dotted
 * (no data), boxed (withheld), quiet (not applicable). No rule tells anything by colour alone.
 */
export const TABLES = `
.scroll { position: relative; overflow-x: auto; margin: 1.5rem 0 .75rem; max-width: 100%; }
table { border-collapse: collapse; font-size: .9375rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; padding: 0 0 .75rem; font-size: .9375rem; color: var(--soft); }
caption > * { color: var(--ink); }
caption strong { display: block; font-size: 1rem; }
.scroll caption { position: sticky; left: 0; max-width: min(78ch, calc(100vw - 2 * var(--edge))); }
th, td { padding: .3125rem .75rem; vertical-align: baseline; }
th { font-weight: 600; text-align: left; }
thead th { vertical-align: bottom; line-height: 1.3; border-bottom: 2px solid var(--ink); }
thead tr:not(:last-child) th:not([rowspan]) { border-bottom: 1px solid var(--ink); padding-bottom: .1875rem; }
td { text-align: right; }
tbody tr > :first-child, thead tr:first-child > :first-child { padding-left: 0; }
tbody tr > * { border-bottom: 1px solid var(--line); }
tbody th[scope="row"] { background: var(--paper); position: sticky; left: 0; z-index: 1; }
col.running { background: var(--tint); }
.number { white-space: nowrap; }
.grid .zero { color: var(--soft); font-weight: 400; }

.state { display: inline-block; font-size: .8125rem; line-height: 1.35; white-space: nowrap; font-weight: 400; }
.state.missing { border-bottom: 2px dotted var(--ink); font-style: italic; }
.state.withheld { padding: 0 .35em; border: 1px solid var(--ink); background: repeating-linear-gradient(135deg, transparent 0 4px, rgb(0 0 0 / .08) 4px 5px); }
.state.not-applicable { color: var(--soft); }
.partial { display: inline-block; padding: 0 .3em; border: 1px dashed var(--soft); line-height: 1.3; white-space: nowrap; }
.verdict { white-space: nowrap; }
.sign { width: .95em; height: .95em; vertical-align: -.12em; overflow: visible; }
.verdict.reached { font-weight: 700; box-shadow: inset 0 -.5em var(--accent); }
.verdict.reached-so-far { box-shadow: inset 0 -.22em var(--accent); }
.verdict.incomplete, .verdict.no-value { white-space: normal; font-style: italic; color: var(--soft); }
.note { padding: 0 .15em; }
.dagger { padding-left: .15em; }

.ledger { width: 100%; }
.ledger thead th { text-align: right; width: 9rem; }
.ledger thead th:nth-child(2) { width: 7rem; }
.ledger thead th:first-child { text-align: left; width: auto; min-width: 8.5rem; }
.ledger thead small { display: block; }
.ledger td { min-width: 6.75rem; }
.ledger tbody th[scope="row"] { font-weight: 400; font-size: .875rem; color: var(--soft); }
.ledger tbody tr > * { border-bottom: 0; padding-block: .125rem; }
.ledger tbody tr:last-child > * { padding-bottom: .75rem; border-bottom: 1px solid var(--line); }
.ledger tbody:last-child tr:last-child > * { border-bottom: 2px solid var(--ink); }
.ledger .indicator th { padding: .75rem 0 .125rem; font-size: 1rem; font-weight: 700; }
.ledger .indicator a { position: sticky; left: 0; display: inline-block; max-width: calc(100vw - 2 * var(--edge)); text-decoration-color: var(--line); }
.ledger .indicator small { margin-left: .375rem; white-space: nowrap; }
.ledger .value td { font-size: 1.1875rem; font-weight: 700; line-height: 1.35; }
.ledger .value td:nth-child(2) { font-weight: 400; }
.ledger .value .quiet, .ledger .several { font-size: .8125rem; font-weight: 400; }
.ledger .difference td, .ledger .target td, .ledger .verdict-row td { font-size: .875rem; }
.ledger td.wide { text-align: left; }

.grid th { text-align: right; }
.grid thead th { max-width: 11rem; }
.grid thead tr:first-child th:first-child, .grid tbody th { text-align: left; }
.grid tbody th { font-weight: 400; min-width: 9rem; }
.grid tbody th small { display: block; line-height: 1.4; }
.grid td small { display: block; }
.grid { width: 100%; }
.regions .grid th:first-child { width: 32%; }
.grid thead small { font-weight: 400; }
.grid .block th { padding-top: .875rem; text-align: left; font-weight: 700; border-bottom-color: var(--ink); }
.grid .total > * { font-weight: 700; border-bottom-color: var(--ink); }
.grid .unknown th { font-style: italic; }
.grid th[scope="colgroup"] { text-align: left; }
.grid .first { border-left: 1px solid var(--line); }
#scoreboard .total > * { border-top: 1px solid var(--ink); border-bottom: 2px solid var(--ink); }
#scoreboard { width: 100%; }
#scoreboard tbody th { min-width: 13rem; max-width: none; }
#scoreboard thead th { font-size: .875rem; }
#scoreboard thead tr:last-child th { max-width: 7rem; font-weight: 400; }

.list { width: 100%; }
.list td, .list tbody th { text-align: left; vertical-align: top; }
.list td:has(> .number), .list .amount { text-align: right; }
.list tbody th { position: static; max-width: 20rem; min-width: 11rem; }
.list tbody th small, .list td small { display: block; line-height: 1.4; margin-top: .125rem; }
.list td { min-width: 5rem; max-width: 26rem; }
.list .value { font-weight: 700; }
.file { font-weight: 600; }
tr:target > * { background: var(--accent); }
.notes, .table-note { font-size: .8125rem; line-height: 1.5; color: var(--soft); max-width: 80ch; margin-bottom: .5rem; }
.notes { padding-left: 1.25rem; }
.notes li { margin: 0; }

@media (max-width: 44rem) {
  th, td { padding-inline: .375rem; }
  .ledger th, .ledger td { padding-inline: .25rem; }
  .ledger { font-size: .8125rem; }
  .ledger thead th { width: auto; }
  .ledger thead th:first-child { min-width: 4rem; }
  .ledger td { min-width: 0; }
  .ledger .value td { font-size: 1rem; }
  .ledger .difference td, .ledger .target td, .ledger .verdict-row td, .ledger tbody th[scope="row"] { font-size: .75rem; }
  .ledger .verdict:not(.reached), .ledger .state { white-space: normal; }
  .ledger .state { font-size: .75rem; }
  .grid { font-size: .875rem; }
  .grid tbody th { min-width: 7.5rem; }
  #scoreboard tbody th { min-width: 8.5rem; }
}
`;
