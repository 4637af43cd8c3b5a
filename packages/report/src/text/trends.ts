import { message } from "./message.ts";

/** Each indicator over the years, beside its targets. */
export const TRENDS = {
  heading: { es: "Metas a lo largo del tiempo", en: "Targets over time" },
  intro: {
    es: "El valor de cada año frente a su meta. La línea cortada es el camino esperado: une las metas de cada año o va de la línea de base a la meta final.",
    en: "The value of each year against its target. The dashed line is the expected path: it joins the targets of the years, or leads from the baseline to the final target.",
  },
  keyValue: { es: "valor", en: "value" },
  keyPartial: { es: "valor parcial", en: "partial value" },
  keyTarget: { es: "meta", en: "target" },
  keyPath: { es: "camino esperado", en: "expected path" },
  keyExpected: { es: "esperado a la fecha", en: "expected by now" },
  keyBreak: { es: "la definición cambia", en: "the definition changes" },
  chart: message<{ label: string }>(
    ({ label }) => `${label}: valor y meta por año`,
    ({ label }) => `${label}: value and target by year`,
  ),
  point: message<{ year: string; value: string; target: string | undefined }>(
    ({ year, value, target }) => `${year}: ${value}${target === undefined ? "" : ` (meta: ${target})`}`,
    ({ year, value, target }) => `${year}: ${value}${target === undefined ? "" : ` (target: ${target})`}`,
  ),
  toCome: { es: "todavía no", en: "not yet" },
  table: message<{ objective: string }>(
    ({ objective }) => `Tabla. ${objective}`,
    ({ objective }) => `Table. ${objective}`,
  ),
  caption: message<{ objective: string }>(
    ({ objective }) => `${objective}: valor, meta y camino esperado por año`,
    ({ objective }) => `${objective}: value, target and expected path by year`,
  ),
  year: { es: "Año", en: "Year" },
  value: { es: "Valor", en: "Value" },
  target: { es: "Meta", en: "Target" },
  expected: { es: "Esperado a la fecha", en: "Expected by now" },
  path: { es: "Camino a la meta final", en: "Way to the final target" },
  status: { es: "Estado", en: "Status" },
  extensions: { es: "Indicadores complementarios con meta", en: "Complementary indicators with a target" },
} as const;
