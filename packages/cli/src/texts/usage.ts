import type { Message, Text } from "@minga/core";

/** What can be wrong with a command line. */
export type UsageProblem =
  | { readonly problem: "no-command"; readonly known: readonly string[] }
  | { readonly problem: "unknown-command"; readonly found: string; readonly known: readonly string[] }
  | { readonly problem: "unknown-option"; readonly found: string; readonly known: readonly string[] }
  | { readonly problem: "missing-option"; readonly option: string; readonly value: Text }
  | { readonly problem: "missing-one-of"; readonly options: readonly Text[] }
  | { readonly problem: "not-together"; readonly options: readonly [string, string] }
  | { readonly problem: "missing-value"; readonly option: string; readonly value: Text }
  | { readonly problem: "missing-positional"; readonly value: Text }
  | { readonly problem: "extra-positional"; readonly found: string }
  | { readonly problem: "value-not-wanted"; readonly option: string; readonly found: string }
  | {
      readonly problem: "unknown-choice";
      readonly option: string;
      readonly found: string;
      readonly known: readonly string[];
    }
  | { readonly problem: "given-twice"; readonly option: string }
  | { readonly problem: "no-such-day"; readonly option: string; readonly found: string }
  | { readonly problem: "no-such-port"; readonly option: string; readonly found: string }
  | { readonly problem: "no-such-period"; readonly found: string }
  | { readonly problem: "period-to-come"; readonly found: string; readonly asOf: string }
  | { readonly problem: "from-after-to"; readonly from: string; readonly to: string }
  | { readonly problem: "not-before"; readonly from: string; readonly to: string }
  | { readonly problem: "not-a-part"; readonly found: string }
  | {
      readonly problem: "unknown-part";
      readonly dimension: string;
      readonly found: string;
      readonly known: readonly string[];
    }
  | { readonly problem: "unknown-indicator"; readonly found: string; readonly known: readonly string[] }
  | { readonly problem: "no-values"; readonly found: string }
  | { readonly problem: "not-a-decision"; readonly found: string }
  | { readonly problem: "not-a-renaming"; readonly found: string }
  | { readonly problem: "no-such-renaming"; readonly found: string }
  | { readonly problem: "unknown-assumption"; readonly found: string; readonly known: readonly string[] }
  | {
      readonly problem: "assumption-not-read";
      readonly found: string;
      readonly indicator: string;
      readonly known: readonly string[];
    }
  | { readonly problem: "not-a-value"; readonly assumption: string; readonly found: string; readonly wanted: Text };

type Of<Name extends UsageProblem["problem"]> = Extract<UsageProblem, { problem: Name }>;

/** What is wrong, in words. */
export const USAGE: { readonly [Name in UsageProblem["problem"]]: Message<Of<Name>> } = {
  "no-command": {
    es: ({ known }) => `Falta el comando: ${known.join(", ")}`,
    en: ({ known }) => `The command is missing: ${known.join(", ")}`,
  },
  "unknown-command": {
    es: ({ found, known }) => `No existe el comando «${found}»; hay: ${known.join(", ")}`,
    en: ({ found, known }) => `There is no command “${found}”; there are: ${known.join(", ")}`,
  },
  "unknown-option": {
    es: ({ found }) => `No existe la opción ${found}`,
    en: ({ found }) => `There is no option ${found}`,
  },
  "missing-option": {
    es: ({ option, value }) => `Falta ${option} ${value.es}`,
    en: ({ option, value }) => `${option} ${value.en} is missing`,
  },
  "missing-one-of": {
    es: ({ options }) => `Falta ${options.map(({ es }) => es).join(", o bien ")}`,
    en: ({ options }) => `${options.map(({ en }) => en).join(", or else ")} is missing`,
  },
  "not-together": {
    es: ({ options }) => `${options[0]} y ${options[1]} no van juntas`,
    en: ({ options }) => `${options[0]} and ${options[1]} do not go together`,
  },
  "missing-value": {
    es: ({ option, value }) => `A ${option} le falta su valor: ${option} ${value.es}`,
    en: ({ option, value }) => `${option} lacks its value: ${option} ${value.en}`,
  },
  "missing-positional": {
    es: ({ value }) => `Falta ${value.es}`,
    en: ({ value }) => `${value.en} is missing`,
  },
  "extra-positional": {
    es: ({ found }) => `Sobra «${found}»; lo que lleva espacios va entre comillas`,
    en: ({ found }) => `“${found}” is one too many; what holds spaces goes in quotes`,
  },
  "value-not-wanted": {
    es: ({ option, found }) => `${option} no lleva valor, y tiene «${found}»`,
    en: ({ option, found }) => `${option} takes no value, and has “${found}”`,
  },
  "unknown-choice": {
    es: ({ option, found, known }) => `${option} no puede ser «${found}»; puede ser: ${known.join(", ")}`,
    en: ({ option, found, known }) => `${option} cannot be “${found}”; it can be: ${known.join(", ")}`,
  },
  "given-twice": {
    es: ({ option }) => `${option} está dos veces`,
    en: ({ option }) => `${option} is there twice`,
  },
  "no-such-day": {
    es: ({ option, found }) => `${option}: «${found}» no es un día que exista (aaaa-mm-dd)`,
    en: ({ option, found }) => `${option}: “${found}” is not a day that exists (yyyy-mm-dd)`,
  },
  "no-such-port": {
    es: ({ option, found }) => `${option}: «${found}» no es un puerto (un número de 0 a 65535; 0 toma uno libre)`,
    en: ({ option, found }) => `${option}: “${found}” is no port (a number from 0 to 65535; 0 takes a free one)`,
  },
  "no-such-period": {
    es: ({ found }) => `«${found}» no es un periodo: 2025, 2025-S1, 2025-Q1, 2025-03 o span (toda la estrategia)`,
    en: ({ found }) => `“${found}” is no period: 2025, 2025-S1, 2025-Q1, 2025-03 or span (the whole strategy)`,
  },
  "period-to-come": {
    es: ({ found, asOf }) => `El periodo ${found} empieza después del ${asOf}, el último día que cuenta (--as-of)`,
    en: ({ found, asOf }) => `The period ${found} starts after ${asOf}, the last day that counts (--as-of)`,
  },
  "from-after-to": {
    es: ({ from, to }) => `--from ${from} está después de --to ${to}`,
    en: ({ from, to }) => `--from ${from} is after --to ${to}`,
  },
  "not-before": {
    es: ({ from, to }) => `--from ${from} tiene que ser anterior a --to ${to}`,
    en: ({ from, to }) => `--from ${from} must be before --to ${to}`,
  },
  "not-a-part": {
    es: ({ found }) => `--by «${found}» no dice qué parte: se escribe dimensión=parte (region=CL-RM)`,
    en: ({ found }) => `--by “${found}” does not say which part: write dimension=part (region=CL-RM)`,
  },
  "unknown-part": {
    es: ({ dimension, found, known }) => `${dimension} no tiene la parte «${found}»; tiene: ${known.join(", ")}`,
    en: ({ dimension, found, known }) => `${dimension} has no part “${found}”; it has: ${known.join(", ")}`,
  },
  "unknown-indicator": {
    es: ({ found }) => `La estrategia no tiene el indicador «${found}» (minga indicators los lista)`,
    en: ({ found }) => `The strategy has no indicator “${found}” (minga indicators lists them)`,
  },
  "no-values": {
    es: ({ found }) => `--assumption «${found}» no dice qué valores probar: se escribe nombre=valor,valor`,
    en: ({ found }) => `--assumption “${found}” does not say which values to try: write name=value,value`,
  },
  "not-a-decision": {
    es: ({ found }) => `--decide «${found}» no dice quién es quién: se escribe p1=p2 (la misma) o p1!=p2 (distintas)`,
    en: ({ found }) => `--decide “${found}” does not say who is who: write p1=p2 (the same) or p1!=p2 (different)`,
  },
  "not-a-renaming": {
    es: ({ found }) => `--renamed «${found}» no dice qué cambió: se escribe antes=ahora (Correo=E-mail)`,
    en: ({ found }) => `--renamed “${found}” does not say what changed: write before=now (Correo=E-mail)`,
  },
  "no-such-renaming": {
    es: ({ found }) =>
      `--renamed «${found}»: no hay una columna que minga.yaml nombre así, que ya no esté, y otra con el nombre nuevo en la misma hoja`,
    en: ({ found }) =>
      `--renamed “${found}”: there is no column that minga.yaml names so and that is gone, with one of the new name in the same sheet`,
  },
  "unknown-assumption": {
    es: ({ found }) => `La estrategia no tiene el supuesto «${found}»`,
    en: ({ found }) => `The strategy has no assumption “${found}”`,
  },
  "assumption-not-read": {
    es: ({ found, indicator, known }) => `${indicator} no depende de ${found}; depende de: ${known.join(", ")}`,
    en: ({ found, indicator, known }) => `${indicator} does not depend on ${found}; it depends on: ${known.join(", ")}`,
  },
  "not-a-value": {
    es: ({ assumption, found, wanted }) => `${assumption} no puede ser «${found}»: ${wanted.es}`,
    en: ({ assumption, found, wanted }) => `${assumption} cannot be “${found}”: ${wanted.en}`,
  },
};

/** Follows a problem where something near was probably meant. */
export const DID_YOU_MEAN: Message<string> = {
  es: (near) => `; ¿quisiste decir ${near}?`,
  en: (near) => `; did you mean ${near}?`,
};

/** Where to read on. */
export const SEE_HELP: Message<string> = {
  es: (command) => `Ayuda y ejemplos: ${command} --help`,
  en: (command) => `Help and examples: ${command} --help`,
};
