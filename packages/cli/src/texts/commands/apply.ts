import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON } from "../options.ts";

/** `minga apply`. */
export const applySpec = {
  name: "apply",
  summary: { es: "lleva a cabo un plan de minga plan", en: "carries out a plan of minga plan" },
  help: [
    {
      es: "Mira otra vez lo que va a tocar, y escribe solo donde está como el plan lo encontró: lo que alguien cambió entretanto se deja y se dice. Se puede repetir en cualquier momento, también después de un corte: no duplica ni pierde filas.",
      en: "Looks again at what it is to touch, and writes only where it stands as the plan found it: what somebody changed meanwhile is left and told. It may be repeated at any moment, after an interruption too: it doubles and loses no row.",
    },
  ],
  positionals: {
    plan: {
      value: { es: "PLAN", en: "PLAN" },
      help: { es: "el archivo de minga plan -o", en: "the file of minga plan -o" },
    },
  },
  options: COMMON,
  examples: [{ line: "minga apply plan.json", help: { es: "escribe lo planeado", en: "writes what was planned" } }],
} as const satisfies CommandSpec;
