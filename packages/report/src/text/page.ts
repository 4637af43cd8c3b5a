import { counted, message } from "./message.ts";
import { FORMATS } from "./format.ts";

const { es, en } = FORMATS;

/** The frame of the page: title, header, contents, banner and footer. */
export const PAGE = {
  title: message<{ section: string; strategy: string }>(
    ({ section, strategy }) => `${section}: indicadores. ${strategy}`,
    ({ section, strategy }) => `${section}: indicators. ${strategy}`,
  ),
  localTitle: { es: "USO LOCAL", en: "LOCAL USE" },
  skip: { es: "Saltar al contenido", en: "Skip to the content" },
  kicker: { es: "Informe de indicadores", en: "Indicator report" },
  contents: { es: "En esta página", en: "On this page" },
  period: { es: "Periodo de la estrategia", en: "Period of the strategy" },
  fromTo: message<{ start: string; end: string }>(
    ({ start, end }) => `del ${start} al ${end}`,
    ({ start, end }) => `${start} to ${end}`,
  ),
  asOf: { es: "Último día que cuenta", en: "Last day that counts" },
  madeFrom: { es: "Hecho con", en: "Made from" },
  rows: message<{ count: number }>(
    ({ count }) => counted(count, es.number(count), "fila", "filas"),
    ({ count }) => counted(count, en.number(count), "row", "rows"),
  ),
  fewRows: { es: "muy pocas filas", en: "very few rows" },
  absentTables: message<{ tables: string }>(
    ({ tables }) => `No están: ${tables}.`,
    ({ tables }) => `Not there: ${tables}.`,
  ),
  noTables: { es: "Ninguna tabla.", en: "No table." },
  files: { es: "Archivos", en: "Files" },
  localBanner: {
    es: "Contiene números pequeños exactos: no compartir.",
    en: "Contains exact small numbers: do not share.",
  },
  localBannerWhy: {
    es: "En esta página no se reserva nada. Con un número pequeño se puede reconocer a una persona, y participar en una organización de derechos humanos es un dato sensible. Para compartir, genera la página sin --local.",
    en: "Nothing is withheld on this page. A small number can point to a person, and taking part in a human-rights organization is sensitive data. To share it, make the page without --local.",
  },
  generalObjective: { es: "Objetivo general", en: "General objective" },
  objectiveNumber: message<{ number: number }>(
    ({ number }) => `Objetivo ${number}`,
    ({ number }) => `Objective ${number}`,
  ),
  otherIndicators: { es: "Otros indicadores", en: "Other indicators" },
  lines: { es: "Líneas de acción", en: "Lines of action" },
  noYears: message<{ day: string }>(
    ({ day }) => `La estrategia empieza el ${day}, después del último día que cuenta: todavía no hay años que mostrar.`,
    ({ day }) => `The strategy starts on ${day}, after the last day that counts: there is no year to show yet.`,
  ),
  footer: {
    es: "Hecho con Minga. La página no carga nada de la red y no lleva nombres, correos, documentos, teléfonos ni fechas de nacimiento.",
    en: "Made with Minga. The page loads nothing from the network and carries no names, emails, ids, phone numbers or birthdates.",
  },
  chartTable: { es: "Los números en una tabla", en: "The numbers in a table" },
  backToTop: { es: "Volver arriba", en: "Back to the top" },
} as const;
