import { Html } from "../html/html.ts";
import { CHARTS } from "./charts.ts";
import { PRINT } from "./print.ts";
import { TABLES } from "./tables.ts";

/** Type, layout and the parts that are no tables. Nothing is loaded: the fonts are the machine's own. */
const PAGE = `
:root {
  --ink: #111; --soft: #505050; --line: #d2d2d2; --tint: #f5f5f1; --accent: #ffeb00; --paper: #fff;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  --mono: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
  --edge: clamp(1rem, 4vw, 3rem);
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 var(--sans); overflow-wrap: break-word; }
a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; background: var(--accent); }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 6px var(--accent); }
main:focus { outline: none; }
small { font-size: .8125rem; font-weight: 400; color: var(--soft); }
.quiet { color: var(--soft); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: var(--edge); top: -6rem; z-index: 3; padding: .75rem 1rem; background: var(--ink); color: var(--paper); }
.skip:focus { top: .5rem; }

.banner { padding: 1rem var(--edge); background: var(--accent); border-block: 4px solid var(--ink); }
.banner strong { display: block; font-size: 1.25rem; line-height: 1.3; }
.banner span { display: block; max-width: 80ch; }
.masthead { padding: 2.5rem var(--edge) 2rem; border-top: .75rem solid var(--ink); max-width: 90rem; margin-inline: auto; }
.banner + .masthead { border-top: 0; }
.kicker { margin: 0 0 .75rem; font-size: .8125rem; font-weight: 700; letter-spacing: .06em; text-transform: uppercase; }
.kicker::before { content: ""; display: inline-block; width: 2.5rem; height: .75em; margin-right: .75rem; background: var(--accent); outline: 1px solid var(--ink); }
h1 { margin: 0; font-size: clamp(2rem, 5.2vw, 3.25rem); line-height: 1.06; font-weight: 800; letter-spacing: -.022em; text-wrap: balance; }
.strategy { margin: .75rem 0 0; font-size: clamp(1.0625rem, 2vw, 1.3125rem); line-height: 1.4; max-width: 46ch; color: var(--soft); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 1.25rem 2.5rem; margin: 2rem 0 0; padding-top: 1.25rem; border-top: 1px solid var(--ink); font-size: .9375rem; line-height: 1.5; }
.facts dt { font-size: .8125rem; font-weight: 700; }
.facts dd { margin: .125rem 0 0; }
.made-from { grid-column: 1 / -1; max-width: 100ch; }
.pair { white-space: nowrap; }

.layout { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 4rem; max-width: 90rem; margin-inline: auto; padding-inline: var(--edge); }
nav { padding-block: 1.25rem; border-block: 1px solid var(--line); font-size: .9375rem; line-height: 1.4; }
nav h2 { margin: 0 0 .5rem; padding: 0; border: 0; font-size: .8125rem; font-weight: 700; letter-spacing: 0; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav li { margin: 0; }
nav li a { display: block; padding: .25rem 0; text-decoration: none; }
nav li a:hover { text-decoration: underline; }
nav .level-2 { padding-left: .75rem; }
@media (min-width: 72rem) {
  .layout { grid-template-columns: 14rem minmax(0, 1fr); }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-block: 2.5rem; border: 0; }
}
section { padding-block: 2.5rem 1.5rem; border-top: 1px solid var(--ink); }
main > section:first-child { border-top: 0; }
@media (max-width: 71.99rem) { main > section:first-child { padding-top: 1.75rem; } }
h2 { margin: 0 0 1rem; font-size: clamp(1.4375rem, 3vw, 1.875rem); line-height: 1.2; font-weight: 800; letter-spacing: -.014em; text-wrap: balance; }
h3 { margin: 2rem 0 .5rem; font-size: 1.0625rem; line-height: 1.35; font-weight: 700; }
p, ul, ol { max-width: 68ch; margin: 0 0 1rem; text-wrap: pretty; }
ul, ol { padding-left: 1.25rem; }
li { margin-bottom: .375rem; }
.lead { font-size: 1.1875rem; line-height: 1.5; max-width: 58ch; }
.badge { display: inline-block; min-width: 1.45em; margin-right: .3em; padding: 0 .3em; background: var(--accent); text-align: center; font-variant-numeric: tabular-nums; }
nav .badge { min-width: 1.4em; font-weight: 700; }
.badge.small { font-size: .875rem; font-weight: 700; }
.missed { list-style: none; padding-left: 0; }
.missed .badge { margin-right: .5em; }

.legend { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0; margin: 0 0 1.25rem; font-size: .9375rem; line-height: 1.5; max-width: 60rem; }
.legend > div { display: grid; grid-template-columns: 12.5rem minmax(0, 1fr); gap: .25rem 1.5rem; padding: .5rem 0; border-top: 1px solid var(--line); }
.legend dd { margin: 0; max-width: 66ch; }
@media (max-width: 40rem) { .legend > div { grid-template-columns: minmax(0, 1fr); } }
.remarks { font-size: .9375rem; line-height: 1.5; }

details { border-bottom: 1px solid var(--line); }
:not(details) + details { border-top: 1px solid var(--line); }
details + .table-note { margin-top: .5rem; }
:not(details) + .regions { margin-top: 1.5rem; }
summary { padding: .5rem 0; font-weight: 600; font-size: .9375rem; cursor: pointer; }
summary:hover { background: var(--accent); }
.definition > div { padding: 0 0 .75rem 1.125rem; font-size: .9375rem; }
.meanings { max-width: 75ch; margin-bottom: .5rem; padding-left: 1.125rem; }
.meanings li { margin-bottom: .125rem; }
.definition p { margin-bottom: .5rem; max-width: 75ch; }
.formula span, .term { font-size: .8125rem; font-weight: 700; color: var(--soft); }
.formula span { display: block; }
code { font: .875em/1.5 var(--mono); overflow-wrap: anywhere; }
.formula code { display: block; padding: .5rem .75rem; background: var(--tint); border-left: 3px solid var(--ink); }
footer { max-width: 90rem; margin: 3rem auto 0; padding: 1.5rem var(--edge) 3rem; border-top: .75rem solid var(--ink); font-size: .875rem; color: var(--soft); }
footer .banner { margin: 0 calc(-1 * var(--edge)) 1.5rem; color: var(--ink); font-size: 1rem; }
`;

/** The page's only style sheet. */
export const STYLE = new Html(`${PAGE}${TABLES}${CHARTS}${PRINT}`);
