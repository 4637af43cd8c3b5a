import type { Message, ReasonCode, Text } from "@minga/core";
import { message } from "./message.ts";

/** Why there is no value, by the reason's code. */
export const REASONS = {
  "absent-table": message<{ table: string }>(
    ({ table }) => `no está la tabla «${table}»`,
    ({ table }) => `the table “${table}” is not there`,
  ),
  "absent-column": message<{ table: string; column: string }>(
    ({ table, column }) => `la tabla «${table}» no tiene la columna «${column}»`,
    ({ table, column }) => `the table “${table}” has no column “${column}”`,
  ),
  "not-kept": message<{ table: string }>(
    ({ table }) => `la tabla «${table}» aún no se llevaba en ese periodo`,
    ({ table }) => `the table “${table}” was not kept yet in that period`,
  ),
  "protects-persons": message<{ most: number }>(
    ({ most }) => `es un número de 1 a ${most} personas, o con él se podría calcular uno así`,
    ({ most }) => `it is a number of 1 to ${most} people, or one could be worked out with it`,
  ),
  "division-by-zero": {
    es: "no hay entre qué dividir: el divisor es cero",
    en: "there is nothing to divide by: the divisor is zero",
  },
  "no-rows": { es: "no hay ninguna fila de la que tomarlo", en: "there is no row to take it from" },
  "unreachable-dimension": message<{ dimensions: string }>(
    ({ dimensions }) => `este indicador no se puede desglosar por ${dimensions}`,
    ({ dimensions }) => `this indicator cannot be broken down by ${dimensions}`,
  ),
  retired: message<{ day: string }>(
    ({ day }) => `la sección dejó de usar este indicador el ${day}`,
    ({ day }) => `the section stopped using this indicator on ${day}`,
  ),
  grain: { es: "solo tiene sentido por año", en: "it only makes sense by year" },
} satisfies Readonly<Record<ReasonCode, Text | Message<never>>>;
