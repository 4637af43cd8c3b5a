// What pages repeat from the code, by the name of the region.
import {
  additivityOf,
  aiChile20242030,
  checkFormula,
  compileStrategy,
  coreIndicators,
  describe,
  DIAGNOSTICS,
  DIMENSIONS,
  FUNCTIONS,
  KEYWORDS,
  print,
  PROBLEMS,
  referencesOf,
  TABLES,
  UNIT_LABELS,
  WINDOWS,
} from "@minga/core";
import { TRAPS } from "@minga/testing";
import { LEFT_OUT } from "../../packages/cli/src/texts/left-out.ts";
import { commandLineRegions } from "./command-line.mjs";
import { both, code, codes, table } from "./markdown.mjs";
import { toolRegions } from "./tools.mjs";

const strategy = aiChile20242030;
const compiled = compileStrategy(strategy);
const { definitions } = compiled;

const ROLES = {
  event: (time) => `event at ${code(time.date.join("."))}`,
  spell: (time) =>
    `spell ${code(time.start)} .. ${code(time.end)}; an empty start: assumption ${code(time.emptyStart)}`,
  year: (time) => `year ${code(time.year)}`,
  period: (time) => `period ${code(time.period)}`,
  none: () => "no time",
};

const holds = (column) => {
  const level = column.level === undefined ? "" : ` (${column.level})`;
  const target = column.target === undefined ? "" : ` → ${column.target}${level}`;
  const values = column.values.length === 0 ? "" : `: ${codes(column.values.map(({ value }) => value))}`;
  const vocabulary = column.vocabulary === undefined ? "" : ": the strategy's group types";
  return `${column.kind}${target}${values}${vocabulary}`;
};

const marks = ({ personal, required }) =>
  [personal ? "personal" : "", required ? "required" : ""].filter((mark) => mark !== "").join(", ");

const records = () =>
  Object.values(TABLES)
    .map(
      (spec) => `### ${spec.name}

${both(spec.label)}. Key: ${codes(spec.key)}. Time: ${ROLES[spec.time.role](spec.time)}.${
        spec.aliases.length === 0 ? "" : ` Also called: ${spec.aliases.join(", ")}.`
      }

${table(
  ["column", "holds", "label (es / en)", "also called", ""],
  spec.columns.map((column) => [
    code(column.name),
    holds(column),
    both(column.label),
    column.aliases.join(", "),
    marks(column),
  ]),
)}`,
    )
    .join("\n\n");

const indicatorRows = (ids) =>
  ids.map((id) => {
    const { label, formula } = strategy.indicators[id];
    const { checked } = checkFormula(formula, definitions);
    const windows = [...referencesOf(checked).windows].map((name) => KEYWORDS[name].en[0]);
    const { overPeriods, overParts } = additivityOf(compiled, id);
    return [
      code(id),
      both(label),
      `${describe(checked, "en", definitions)}<br>${code(print(checked, "en", definitions))}`,
      windows.join(", "),
      UNIT_LABELS[checked.type.unit].en,
      overPeriods,
      overParts,
    ];
  });

const indicatorTable = (ids) =>
  table(["id", "label (es / en)", "definition", "window", "unit", "over periods", "over parts"], indicatorRows(ids));

/** The stages of the route or the levels of the pyramid. */
const steps = (all) =>
  table(
    ["id", "label (es / en)", "a person for whom"],
    all.map(({ id, label, predicate }) => [code(id), both(label), code(predicate)]),
  );

const value = (given) => (Array.isArray(given) ? given.join(", ") || "(none)" : String(given));

/** What a message says, with its values in angle brackets. */
const template = (message, language) => {
  const shown = new Proxy(
    {},
    { get: (_, name) => (name === "limit" ? "‹limit›" : name === "options" ? ["‹options›"] : `‹${String(name)}›`) },
  );
  return message[language](shown).replaceAll("«", "").replaceAll("»", "");
};

export const regions = {
  ...commandLineRegions,
  ...toolRegions,
  records,
  indicators: () => indicatorTable(coreIndicators(strategy)),
  extensions: () =>
    indicatorTable(Object.keys(strategy.indicators).filter((id) => strategy.indicators[id].set === "extension")),
  route: () => steps(strategy.route.stages),
  pyramid: () => steps(strategy.pyramid.levels),
  assumptions: () =>
    table(
      ["name (en / es)", "default", "what it says", "why"],
      Object.entries(strategy.assumptions).map(([name, spec]) => [
        `${code(name)} / ${code(spec.spanishName)}`,
        value(spec.value),
        spec.label.en,
        `${spec.reason.en} (${spec.source.en})`,
      ]),
    ),
  predicates: () =>
    table(
      ["table", "name (en / es)", "says of a row that it …", "formula"],
      Object.entries(strategy.predicates).flatMap(([name, ofTable]) =>
        Object.entries(ofTable).map(([predicate, { label, spanishName, formula }]) => [
          name,
          `${code(predicate)} / ${code(spanishName)}`,
          label.en,
          code(formula),
        ]),
      ),
    ),
  dimensions: () =>
    table(
      ["name", "label (es / en)"],
      Object.entries(DIMENSIONS).map(([name, label]) => [code(name), both(label)]),
    ),
  functions: () =>
    table(
      ["function", "Spanish", "gives"],
      Object.values(FUNCTIONS).map(({ signature, label }) => [code(signature.en), code(signature.es), label.en]),
    ),
  windows: () =>
    table(
      ["window", "Spanish", "the rows of", "for tables of", "over periods"],
      Object.entries(WINDOWS).map(([name, { label, roles, overPeriods }]) => [
        code(KEYWORDS[name].en[0]),
        code(KEYWORDS[name].es[0]),
        label.en,
        roles.join(", "),
        overPeriods,
      ]),
    ),
  keywords: () =>
    table(
      ["English", "Spanish"],
      Object.values(KEYWORDS).map(({ en, es }) => [codes(en), codes(es)]),
    ),
  diagnostics: () =>
    table(
      ["code", "English", "Spanish"],
      Object.entries(DIAGNOSTICS).map(([name, message]) => [
        code(name),
        template(message, "en"),
        template(message, "es"),
      ]),
    ),
  "left-out": () =>
    table(
      ["code", "English", "Spanish"],
      Object.entries(LEFT_OUT).map(([name, { es, en }]) => [code(name), en("‹condition›"), es("‹condition›")]),
    ),
  traps: () =>
    table(
      ["trap", "what it is (es / en)", "what must be told"],
      TRAPS.map(({ id, text, problems }) => [code(id), both(text), codes(problems)]),
    ),
  problems: () =>
    table(
      ["code", "severity", "what it is (es / en)", "how to mend it (es / en)"],
      Object.entries(PROBLEMS).map(([name, { severity, title, mend }]) => [
        code(name),
        severity,
        both(title),
        both(mend),
      ]),
    ),
};
