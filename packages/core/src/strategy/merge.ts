import { LANGUAGES, nearest } from "../text/text.ts";
import type { PredicateChange, StepChange, StrategyChanges, WordsChange } from "./changes.ts";
import { Issues } from "./issues.ts";
import type { Path } from "./issue.ts";
import type { Predicate, Step, Strategy } from "./strategy.ts";
import type { Text } from "../text/text.ts";

/** What can be named wrongly, in words. */
const MISSING = {
  indicator: { es: "no existe ese indicador", en: "no such indicator" },
  assumption: { es: "no existe ese supuesto", en: "no such assumption" },
  groupType: { es: "no existe ese tipo de grupo", en: "no such group type" },
  predicate: { es: "no existe esa condición", en: "no such predicate" },
  objective: { es: "no existe ese objetivo", en: "no such objective" },
  item: { es: "nada lleva ese id", en: "nothing has this id" },
} as const;

type Kind = keyof typeof MISSING;
type ById<Value> = Readonly<Record<string, Value>>;

/** How changes are laid over what a strategy keeps by key, and what makes a new entry of an unknown key. */
interface KeyRules<Base, Change, New> {
  /** The fields that a new one cannot do without. */
  readonly needs: readonly string[];
  readonly change: (base: Base, change: Change, key: string) => Base;
  readonly add: (whole: New, key: string) => Base;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Fields that are texts, and so need every language. */
const TEXTS: ReadonlySet<string> = new Set(["label", "reason", "source"]);

const lacks = (change: Readonly<Record<string, unknown>>, field: string): boolean => {
  const value = change[field];
  if (!TEXTS.has(field)) return value === undefined;
  return !isObject(value) || LANGUAGES.some((language) => value[language] === undefined);
};

/** Lays changes over what they change, and collects those that fit nowhere. */
export class Merge {
  readonly issues = new Issues();

  unknown(path: Path, name: string, known: readonly string[], kind: Kind): void {
    this.issues.add(path, MISSING[kind].es, MISSING[kind].en, nearest(name, known));
  }

  /** Entries by key: known ones change, unknown ones are added where they bring all that one needs. */
  byKey<Base, Change, New extends object>(
    path: Path,
    kind: Kind,
    base: ById<Base>,
    changes: ById<Change> | undefined,
    { needs, change, add }: KeyRules<Base, Change, New>,
  ): ById<Base> {
    const merged = new Map(Object.entries(base));
    for (const [key, wanted] of Object.entries(changes ?? {})) {
      const present = merged.get(key);
      if (present !== undefined) {
        merged.set(key, change(present, wanted, key));
      } else if (this.#isWhole([...path, key], kind, wanted, needs, Object.keys(base))) {
        merged.set(key, add(wanted as unknown as New, key));
      }
    }
    return Object.fromEntries(merged);
  }

  /** Whether a change under an unknown key is a new entry; otherwise says what is wrong with it. */
  #isWhole(path: Path, kind: Kind, change: unknown, needs: readonly string[], known: readonly string[]): boolean {
    const fields = isObject(change) ? change : {};
    const missing = needs.filter((field) => lacks(fields, field));
    if (missing.length === 0) return true;
    const key = String(path.at(-1));
    if (missing.length === needs.length) {
      const given = Object.keys(fields)[0];
      this.unknown(given === undefined ? path : [...path, given], key, known, kind);
    } else {
      const list = missing.join(", ");
      const { es, en } = MISSING[kind];
      this.issues.add(
        path,
        `${es}; uno nuevo necesita: ${list}`,
        `${en}; a new one needs: ${list}`,
        nearest(key, known),
      );
    }
    return false;
  }

  /** Items of a list, changed by id. */
  byId<Item extends { readonly id: string }, Change>(
    path: Path,
    items: readonly Item[],
    changes: ById<Change> | undefined,
    change: (item: Item, change: Change) => Item,
  ): readonly Item[] {
    const wanted = new Map(Object.entries(changes ?? {}));
    const ids = items.map(({ id }) => id);
    for (const id of wanted.keys()) {
      if (!ids.includes(id))
        this.unknown([...path, id], id, ids, path[0] === "objectives" && path.length === 1 ? "objective" : "item");
    }
    return items.map((item) => {
      const own = wanted.get(item.id);
      return own === undefined ? item : change(item, own);
    });
  }

  /** A formula that changes on a day keeps the one that stood before it. */
  dated(
    path: Path,
    base: Pick<Predicate, "formula" | "since" | "earlier">,
    { formula, since }: Pick<PredicateChange, "formula" | "since">,
  ): Pick<Predicate, "earlier"> {
    if (since === undefined) return {};
    if (formula === undefined) {
      this.issues.add(
        [...path, "since"],
        "dice desde cuándo vale una fórmula: escribe también la fórmula (formula)",
        "says from when a formula holds: write the formula too",
      );
      return {};
    }
    const former = { formula: base.formula, ...(base.since === undefined ? {} : { since: base.since }) };
    return { earlier: [...(base.earlier ?? []), former] };
  }

  words<Item extends { readonly id: string; readonly label: Text; readonly text: Text }>(
    path: Path,
    items: readonly Item[],
    changes: ById<WordsChange> | undefined,
  ): readonly Item[] {
    return this.byId(path, items, changes, (item, { label, text }) => ({
      ...item,
      label: { ...item.label, ...label },
      text: { ...item.text, ...text },
    }));
  }

  steps(path: Path, steps: readonly Step[], changes: ById<StepChange> | undefined): readonly Step[] {
    return this.byId(path, steps, changes, (step, change) => ({
      ...step,
      ...change,
      label: { ...step.label, ...change.label },
    }));
  }

  predicates(base: Strategy["predicates"], changes: StrategyChanges["predicates"]): Strategy["predicates"] {
    const merged = new Map<string, ById<Predicate>>(Object.entries(base));
    for (const [table, ofTable] of Object.entries(changes ?? {})) {
      const changed = this.byKey<Predicate, PredicateChange, Predicate>(
        ["predicates", table],
        "predicate",
        merged.get(table) ?? {},
        ofTable,
        {
          needs: ["label", "spanishName", "formula"],
          change: ({ plural, ...predicate }, change, name) => ({
            ...predicate,
            // Words of the base beside words of the section would speak of two things.
            ...(plural === undefined || change.label !== undefined ? {} : { plural }),
            ...change,
            ...this.dated(["predicates", table, name], predicate, change),
            label: { ...predicate.label, ...change.label },
          }),
          add: (predicate) => predicate,
        },
      );
      merged.set(table, changed);
    }
    return Object.fromEntries(merged);
  }
}
