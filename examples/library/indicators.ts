import { aiChile20242030, datasetOf, evaluate, explain, extendStrategy, formatAddress } from "@minga/core";
import { defaultSection as section } from "@minga/core/chile";

const strategy = extendStrategy(aiChile20242030, {
  id: "our-section-2024-2030",
  label: { es: "Estrategia de nuestra sección", en: "Our section's strategy" },
  indicators: { "o1.participants": { label: { es: "# de vecinas y vecinos", en: "# of neighbours" } } },
});
const groups = [{ id: "g1", name: "Grupo Ñuñoa", type: "local", region: "CL-RM" }];
const people = [
  { id: "p1", name: "Ana" },
  { id: "p2", name: "Luz" },
];
const activities = [
  { id: "a1", kind: "action", date: "2025-03-08", group: "g1" },
  { id: "a2", date: "2026-01-15" },
];
const participations = [
  { person: "p1", activity: "a1", status: "attended" },
  { person: "p2", activity: "a1", status: "no-show" },
];
const vocabularies = { groupTypes: strategy.groupTypes.map(({ value }) => value) };
const dataset = datasetOf({ groups, people, activities, participations }, { places: section.places, vocabularies });

const options = { strategy, section, asOf: "2026-06-30" };
console.table(evaluate(dataset, { ...options, indicators: ["o1.participants"] }));
const { definition, aggregates } = explain(dataset, { ...options, indicator: "o1.participants", period: "2025" });
console.log(definition.sentence.es);
for (const { address } of aggregates[0]?.counted ?? []) console.log(formatAddress(address));
