/** Drawings: black, greys and patterns, so that they read alike on a screen, in print and without colours. */
export const CHARTS = `
figure { margin: 1rem 0; }
.chart { display: block; width: 100%; height: auto; font-family: var(--sans); font-size: 12px; fill: var(--ink); font-variant-numeric: tabular-nums; }
.bars { max-width: 27rem; }
.chart .amount { font-weight: 700; }
.bar { fill: #555; }
.bar.whole { fill: var(--ink); }
.bar.unshown { fill: revert-layer; stroke: var(--ink); stroke-width: .75; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 1.5rem 2rem; margin: 1rem 0; }
.charts figure { margin: 0; display: flex; flex-direction: column; justify-content: space-between; }
figcaption { font-size: .9375rem; font-weight: 600; line-height: 1.35; margin-bottom: .25rem; }
figcaption small { display: block; color: var(--ink); }
figcaption a { text-decoration-color: var(--line); }
.trend .tick { font-size: 11px; fill: var(--soft); }
.trend .absent { font-size: 10px; font-style: italic; }
.trend .rule { stroke: var(--line); stroke-width: 1; }
.trend .line { fill: none; stroke: var(--ink); stroke-width: 2; }
.trend .path { fill: none; stroke: #767676; stroke-width: 1.25; stroke-dasharray: 4 3; }
.trend .aim { stroke: var(--ink); stroke-width: 3; }
.trend .expected { stroke: #767676; stroke-width: 2.5; stroke-dasharray: 2 1.5; }
.trend .break { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 1 3; stroke-linecap: round; }
.trend .dot { fill: var(--ink); stroke: var(--ink); stroke-width: 1.5; }
.trend .dot.partial { fill: var(--paper); }
.trend .amount { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; font-size: .875rem; max-width: none; }
.key svg { width: 1.75rem; height: .875rem; vertical-align: -.1em; }
.key li { margin: 0; }
.maps { display: grid; grid-template-columns: repeat(2, minmax(0, 12rem)); gap: 1.5rem clamp(1rem, 5vw, 3.5rem); align-items: end; }
.map { max-width: 12rem; }
.map .tile { stroke: var(--ink); stroke-width: .75; }
.map .capital { fill: none; stroke: var(--ink); stroke-width: 2; }
.chart-title { font-size: .9375rem; font-weight: 600; line-height: 1.35; margin-bottom: .5rem; }
.behind { margin-bottom: 1.25rem; }
.dots { height: .75em; width: auto; vertical-align: -.05em; }
.dots circle { fill: var(--ink); stroke: var(--ink); stroke-width: 1; }
.dots .empty { fill: none; }
.break { font-size: .75rem; }
small.break { border-left: 2px dotted var(--ink); padding-left: .3em; white-space: nowrap; }

.theory { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem; margin: 1.5rem 0; }
.theory h3 { margin: 0; }
.theory .kind { margin: 0 0 .5rem; font-size: .8125rem; color: var(--soft); }
.theory .step > ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; max-width: none; }
.card { margin: 0; padding: .75rem 1rem; border: 1px solid var(--ink); border-left-width: .375rem; font-size: .9375rem; line-height: 1.45; }
.barriers .card { border-left-color: #767676; }
.aims .card { border-left-color: var(--accent); box-shadow: inset 1px 0 0 var(--ink); }
.card h4 { margin: 0 0 .25rem; font-size: 1rem; line-height: 1.3; }
.card p { margin: 0 0 .5rem; }
.card details, .card details ul { border: 0; margin: 0; }
.card details ul { padding-left: 1.125rem; }
.card summary { padding: .25rem 0; font-size: .875rem; }
.objectives { font-size: .875rem; white-space: nowrap; }
.arrow { width: 1.75rem; height: 1.75rem; justify-self: center; transform: rotate(90deg); }
@media (min-width: 60rem) {
  .theory { grid-template-columns: minmax(0, 1fr) 1.75rem minmax(0, 1fr) 1.75rem minmax(0, 1fr); }
  .arrow { transform: none; align-self: start; margin-top: 9rem; }
}
h4 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
`;
