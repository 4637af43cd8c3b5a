import { fold } from "@minga/core";

/** Months by their names and abbreviations in Spanish, English and Portuguese, 1 to 12. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "enero ene january jan janeiro",
    "febrero feb february fevereiro fev",
    "marzo mar march março",
    "abril abr april apr",
    "mayo may maio mai",
    "junio jun june junho",
    "julio jul july julho",
    "agosto ago august aug",
    "septiembre setiembre sept sep set september setembro",
    "octubre oct october outubro out",
    "noviembre nov november novembro",
    "diciembre dic december dec dezembro dez",
  ].flatMap((names, index) => names.split(" ").map((name) => [fold(name), index + 1] as const)),
);

/** The month of a name: `Mar.`, `setiembre`; undefined where it is none. */
export const monthNamed = (name: string): number | undefined => MONTHS.get(fold(name));
