import type { Strategy } from "../../strategy/strategy.ts";

/** One person's way. An assumption throughout: the source's "Ruta del activismo" is not public. */
export const route: Strategy["route"] = {
  stages: [
    { id: "registered", label: { es: "Registro", en: "Registered" }, predicate: "registered" },
    {
      id: "welcomed",
      label: { es: "Bienvenida", en: "Welcomed" },
      predicate: 'count(participations where attended and activity.kind = "welcome-workshop" ever) > 0',
    },
    {
      id: "first-action",
      label: { es: "Primera acción", en: "First action" },
      predicate: 'count(participations where attended and activity.kind = "action" ever) > 0',
    },
    {
      id: "group-activist",
      label: { es: "Activista de grupo", en: "Group activist" },
      predicate: "count(memberships at end) > 0",
    },
    { id: "recurrent", label: { es: "Activista recurrente", en: "Recurrent activist" }, predicate: "recurrent" },
    {
      id: "coordinator",
      label: { es: "Coordinación", en: "Coordinator" },
      predicate: 'count(memberships where role = "coordinator" at end) > 0',
    },
  ],
  paused:
    "paused_from <= period end or (count(participations where attended ever) > 0 and count(participations where attended last pause_months months) = 0)",
};

/** Intensity over a window. An assumption throughout: the source's "Pirámide de participación y compromiso" is not public. */
export const pyramid: Strategy["pyramid"] = {
  among: "registered",
  levels: [
    { id: "following", label: { es: "Siguiendo", en: "Following" }, predicate: "registered" },
    {
      id: "endorsing",
      label: { es: "Apoyando", en: "Endorsing" },
      predicate: "count(participations where attended last pyramid_window months) >= 1",
    },
    {
      id: "contributing",
      label: { es: "Contribuyendo", en: "Contributing" },
      predicate: "count(participations where attended last pyramid_window months) >= contributing_participations",
    },
    {
      id: "owning",
      label: { es: "Apropiándose", en: "Owning" },
      predicate: "recurrent and count(memberships at end) > 0",
    },
    {
      id: "leading",
      label: { es: "Liderando", en: "Leading" },
      predicate: 'count(memberships where role = "coordinator" at end) > 0',
    },
  ],
  audience: {
    id: "observing",
    label: { es: "Observando", en: "Observing" },
    formula: "sum(figures.value where item is one of audience_items)",
  },
};
