import { message } from "./message.ts";

/** The map of the regions. */
export const TERRITORY = {
  heading: { es: "Territorio", en: "Territory" },
  intro: {
    es: "Cada región es un cuadro del mismo tamaño, más oscuro cuanto mayor es el número. La capital lleva un borde doble.",
    en: "Each region is a tile of the same size, the darker the greater its number. The capital has a double border.",
  },
  chart: message<{ label: string; day: string }>(
    ({ label, day }) => `${label}, por región, al ${day}`,
    ({ label, day }) => `${label}, by region, on ${day}`,
  ),
  captionTable: message<{ day: string }>(
    ({ day }) => `Por región, al ${day}`,
    ({ day }) => `By region, on ${day}`,
  ),
  capital: { es: "capital", en: "capital" },
  code: { es: "Cuadro", en: "Tile" },
} as const;
