import type { Place } from "@minga/core";
import { iso31662 } from "iso-3166";

// iso-3166 is the library because it is complete and kept; iso-3166-2, the better known one, is stale.

/** What sheets call regions that ISO names otherwise: in Quechua or Aymara, by a former code, or as a bare name that two share. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  "PE-LMA": ["Lima Metropolitana", "Lima", "Lima hatun llaqta", "Ciudad de Lima", "Provincia de Lima"],
  "PE-LIM": ["Lima Provincias", "Lima Región", "Región Lima", "Departamento de Lima"],
  "PE-CAL": ["Callao", "Provincia Constitucional del Callao"],
  "PE-AMA": ["Amarumayu"],
  "PE-ANC": ["Áncash", "Anqash"],
  "PE-APU": ["Apurimaq"],
  "PE-JUN": ["Hunin"],
  "PE-CUS": ["Cuzco", "Qosqo", "Qusqu"],
  "AR-C": ["CABA", "Capital Federal", "Buenos Aires (ciudad)"],
  "AR-B": ["Provincia de Buenos Aires", "PBA"],
  "CO-DC": ["Bogotá", "Bogotá D.C.", "Distrito Capital"],
  "MX-CMX": ["CDMX", "Distrito Federal", "DF"],
  "MX-MEX": ["Estado de México", "Edomex"],
  "PA-NB": ["Ngöbe-Buglé"],
};

/** Names that another region of the country is better known by. */
const NOT_ALONE: Readonly<Record<string, string>> = { "PE-LIM": "Lima Provincias" };

/**
 * The regions of a country by ISO 3166-2, with the other names that sheets use; none where ISO has none.
 *
 * @example
 * isoRegions("PE").find(({ code }) => code === "PE-LMA")?.aliases[0]; // "Lima Metropolitana"
 *
 * Source: ISO 3166-2, as the package iso-3166 has it.
 */
export const isoRegions = (country: string): readonly Place[] =>
  iso31662
    .filter(({ parent }) => parent === country)
    .map(({ code, name }) => ({
      code,
      country,
      level: "region",
      name: NOT_ALONE[code] ?? name,
      aliases: ALIASES[code] ?? [],
    }));
