import type { Row } from "@minga/core";

/** A region of Chile with its largest communes, enough to make sections with. */
export interface MadeRegion {
  readonly code: string;
  readonly name: string;
  /** By the census of 2024, as all figures here. */
  readonly inhabitants: number;
  readonly communes: readonly MadeCommune[];
}

/** A commune by its CUT code. */
export interface MadeCommune {
  readonly code: string;
  readonly name: string;
  readonly inhabitants: number;
}

const region = (
  code: string,
  name: string,
  inhabitants: number,
  communes: readonly (readonly [code: string, name: string, inhabitants: number])[],
): MadeRegion => ({
  code,
  name,
  inhabitants,
  communes: communes.map(([commune, label, people]) => ({ code: commune, name: label, inhabitants: people })),
});

/**
 * Chile's sixteen regions from north to south. Source: INE, census 2024, and SUBDERE's CUT codes
 * (shared/data/geo).
 */
export const CHILE: readonly MadeRegion[] = [
  region("CL-AP", "Arica y Parinacota", 244569, [
    ["15101", "Arica", 241653],
    ["15201", "Putre", 1547],
    ["15102", "Camarones", 861],
  ]),
  region("CL-TA", "Tarapacá", 369806, [
    ["01101", "Iquique", 199587],
    ["01107", "Alto Hospicio", 142086],
    ["01401", "Pozo Almonte", 16878],
  ]),
  region("CL-AN", "Antofagasta", 635416, [
    ["02101", "Antofagasta", 401096],
    ["02201", "Calama", 166334],
    ["02301", "Tocopilla", 25400],
  ]),
  region("CL-AT", "Atacama", 299180, [
    ["03101", "Copiapó", 168831],
    ["03301", "Vallenar", 54222],
    ["03102", "Caldera", 18805],
  ]),
  region("CL-CO", "Coquimbo", 832864, [
    ["04102", "Coquimbo", 263719],
    ["04101", "La Serena", 250141],
    ["04301", "Ovalle", 118696],
  ]),
  region("CL-VS", "Valparaíso", 1896053, [
    ["05109", "Viña del Mar", 334871],
    ["05101", "Valparaíso", 284938],
    ["05801", "Quilpué", 162559],
  ]),
  region("CL-RM", "Metropolitana de Santiago", 7400741, [
    ["13201", "Puente Alto", 568086],
    ["13119", "Maipú", 503635],
    ["13101", "Santiago", 438856],
    ["13110", "La Florida", 374836],
    ["13401", "San Bernardo", 306371],
    ["13114", "Las Condes", 296134],
  ]),
  region("CL-LI", "Libertador General Bernardo O'Higgins", 987228, [
    ["06101", "Rancagua", 257744],
    ["06301", "San Fernando", 75585],
    ["06115", "Rengo", 63620],
  ]),
  region("CL-ML", "Maule", 1123008, [
    ["07101", "Talca", 232131],
    ["07301", "Curicó", 159968],
    ["07401", "Linares", 96744],
  ]),
  region("CL-NB", "Ñuble", 512289, [
    ["16101", "Chillán", 190382],
    ["16301", "San Carlos", 55847],
    ["16103", "Chillán Viejo", 32688],
  ]),
  region("CL-BI", "Biobío", 1613059, [
    ["08101", "Concepción", 230375],
    ["08301", "Los Ángeles", 219441],
    ["08108", "San Pedro de la Paz", 150992],
  ]),
  region("CL-AR", "La Araucanía", 1010423, [
    ["09101", "Temuco", 292518],
    ["09112", "Padre Las Casas", 80656],
    ["09120", "Villarrica", 67737],
  ]),
  region("CL-LR", "Los Ríos", 398230, [
    ["14101", "Valdivia", 170043],
    ["14201", "La Unión", 38907],
    ["14108", "Panguipulli", 35098],
  ]),
  region("CL-LL", "Los Lagos", 890284, [
    ["10101", "Puerto Montt", 277040],
    ["10301", "Osorno", 166455],
    ["10109", "Puerto Varas", 52942],
  ]),
  region("CL-AI", "Aysén del General Carlos Ibáñez del Campo", 100745, [
    ["11101", "Coyhaique", 57823],
    ["11201", "Aysén", 23170],
    ["11202", "Cisnes", 5137],
  ]),
  region("CL-MA", "Magallanes y de la Antártica Chilena", 166537, [
    ["12101", "Punta Arenas", 132363],
    ["12401", "Natales", 24152],
    ["12301", "Porvenir", 6809],
  ]),
];

/** The codes of {@link CHILE}'s regions. */
export const CHILE_REGIONS: readonly string[] = CHILE.map((one) => one.code);

/** The codes of the communes in {@link CHILE}. */
export const CHILE_COMMUNES: readonly string[] = CHILE.flatMap((one) => one.communes.map((commune) => commune.code));

/** The capital's regions. */
export const CHILE_CAPITAL: readonly string[] = ["CL-RM"];

/** {@link CHILE} as rows of `places`; the first commune of each region is strategic since 2025. */
export const chilePlaces = (): readonly Row<"places">[] =>
  CHILE.flatMap((one) => [
    { code: one.code, country: "CL", level: "region", name: one.name, parent: null, strategicSince: null },
    ...one.communes.map((commune, index) => ({
      code: commune.code,
      country: "CL",
      level: "commune",
      name: commune.name,
      parent: one.code,
      strategicSince: index === 0 ? "2025-01-01" : null,
    })),
  ]);

/** {@link CHILE} as rows of `populations`. */
export const chilePopulations = (): readonly Row<"populations">[] =>
  CHILE.flatMap((one) =>
    [one, ...one.communes].map((place) => ({
      place: place.code,
      year: 2024,
      base: "census-2024",
      inhabitants: place.inhabitants,
    })),
  );
