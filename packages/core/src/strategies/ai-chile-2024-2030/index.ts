import { DIMENSION_NAMES } from "../../records/dimensions.ts";
import { defineStrategy } from "../../strategy/define.ts";
import { indicators } from "./all-indicators.ts";
import { assumptions } from "./assumptions.ts";
import { pyramid, route } from "./engagement.ts";
import { groupTypes } from "./group-types.ts";
import { objectives } from "./objectives.ts";
import { predicates } from "./predicates.ts";
import { sustainability, training } from "./sustainability.ts";
import { relationsGoals, theoryOfChange } from "./theory-of-change.ts";

/**
 * The mobilization strategy of Amnesty International Chile, 2024-2030, as data. Short labels stand as in the source;
 * longer texts are in our own words, and every definition is a default of domain.md.
 *
 * @example
 * aiChile20242030.indicators["o1.participants"].label.es; // "# de activistas participantes"
 *
 * Source: "Estrategia de movilización AI Chile, externa e interna, 2024-2030", executive summary.
 */
export const aiChile20242030 = defineStrategy({
  id: "ai-chile-2024-2030",
  label: {
    es: "Estrategia de movilización AI Chile, externa e interna, 2024-2030",
    en: "AI Chile's mobilization strategy, external and internal, 2024-2030",
  },
  period: { start: "2024-01-01", end: "2030-12-31" },
  generalObjective: {
    es: "Que la movilización interna y externa sea parte estratégica de la sección: con un activismo más fuerte y relaciones institucionales que aporten a los proyectos de derechos humanos de su plan de trabajo.",
    en: "Make internal and external mobilization a strategic part of the section: with a stronger activism and institutional relations that add to the human rights projects of its work plan.",
  },
  objectives,
  indicators,
  predicates,
  assumptions,
  groupTypes,
  route,
  pyramid,
  relations: { goals: relationsGoals },
  theoryOfChange,
  training,
  sustainability,
  dimensions: DIMENSION_NAMES,
});
