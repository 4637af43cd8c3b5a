import type { Message, Text } from "@minga/core";

/** What `minga doctor` says. */
export const DOCTOR = {
  noTools: {
    es: "Este origen no está en ninguna herramienta: son archivos.",
    en: "This source stands in no tool: it is files.",
  } satisfies Text,
  read: { es: (title) => `se lee: «${title}»`, en: (title) => `it can be read: “${title}”` } satisfies Message<string>,
  write: { es: "se puede escribir", en: "it can be written to" } satisfies Text,
  noWrite: {
    es: "no se puede escribir: comparte con permiso de edición si minga va a escribir aquí",
    en: "it cannot be written to: share it with permission to edit if minga is to write here",
  } satisfies Text,
  writeUnknown: {
    es: "si se puede escribir, la herramienta solo lo dice al escribir",
    en: "whether it can be written to the tool tells only when something is written",
  } satisfies Text,
  tables: {
    es: (names) => (names === "" ? "todavía no tiene tablas" : `tablas: ${names}`),
    en: (names) => (names === "" ? "it has no tables yet" : `tables: ${names}`),
  } satisfies Message<string>,
  missing: {
    es: (tab) => `minga.yaml nombra «${tab}», que no está: ¿cambió de nombre?`,
    en: (tab) => `minga.yaml names “${tab}”, which is not there: was it renamed?`,
  } satisfies Message<string>,
  rate: {
    es: ({ of, requests, seconds }) => `${requests} ${OF[of].es} cada ${seconds} s`,
    en: ({ of, requests, seconds }) => `${requests} ${OF[of].en} every ${seconds} s`,
  } satisfies Message<{ readonly of: "reads" | "writes" | "all"; readonly requests: number; readonly seconds: number }>,
  limits: {
    es: ({ service, rates, monthly }) =>
      `${service} permite ${rates}${monthly === undefined ? "" : `, y ${monthly} pedidos al mes en su plan más chico`}`,
    en: ({ service, rates, monthly }) =>
      `${service} allows ${rates}${monthly === undefined ? "" : `, and ${monthly} requests a month in its smallest plan`}`,
  } satisfies Message<{ readonly service: string; readonly rates: string; readonly monthly: number | undefined }>,
} as const;

const OF = {
  reads: { es: "lecturas", en: "reads" },
  writes: { es: "escrituras", en: "writes" },
  all: { es: "pedidos", en: "requests" },
} as const satisfies Record<string, Text>;
