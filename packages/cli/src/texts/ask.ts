import type { Message, Text } from "@minga/core";
import { shortened } from "../output/visible.ts";

const LONGEST_ANSWER = 60;

/** What every question says. */
export const ASK_TEXTS = {
  notUnderstood: {
    es: (answer) => `«${shortened(answer, LONGEST_ANSWER)}» no es una respuesta que se entienda.`,
    en: (answer) => `“${shortened(answer, LONGEST_ANSWER)}” is no answer that is understood.`,
  } satisfies Message<string>,
  yesOrNo: {
    es: (fallback) => (fallback ? "S/n" : "s/N"),
    en: (fallback) => (fallback ? "Y/n" : "y/N"),
  } satisfies Message<boolean>,
  yesOrNoHelp: {
    es: "Responde s o n; Enter toma la mayúscula.",
    en: "Answer y or n; Enter takes the capital.",
  } satisfies Text,
  refused: { es: "No se escribió nada.", en: "Nothing was written." } satisfies Text,
  ended: {
    es: "Quedó sin terminar: no se escribió nada.",
    en: "Left unfinished: nothing was written.",
  } satisfies Text,
} as const;
