import type { Random } from "./random.ts";

// Made names: plain first and family names put together at random; nobody in particular.
const FIRST = [
  "Amanda",
  "Antonia",
  "Bastián",
  "Belén",
  "Benjamín",
  "Camila",
  "Carla",
  "Catalina",
  "Constanza",
  "Cristóbal",
  "Daniela",
  "Diego",
  "Elisa",
  "Emilia",
  "Esteban",
  "Felipe",
  "Fernanda",
  "Francisca",
  "Gabriel",
  "Ignacia",
  "Isidora",
  "Javiera",
  "Joaquín",
  "José",
  "Josefa",
  "Julieta",
  "Lautaro",
  "Luciano",
  "Magdalena",
  "Marcela",
  "Martín",
  "Matilde",
  "Millaray",
  "Nicolás",
  "Paloma",
  "Pascal",
  "Paula",
  "Rayén",
  "Rocío",
  "Rodrigo",
  "Sebastián",
  "Sofía",
  "Tomás",
  "Valentina",
  "Vicente",
  "Ximena",
] as const;
const FAMILY = [
  "Aguilera",
  "Alarcón",
  "Araya",
  "Bravo",
  "Bustos",
  "Cáceres",
  "Cárdenas",
  "Castro",
  "Catrileo",
  "Contreras",
  "Cortés",
  "Díaz",
  "Espinoza",
  "Figueroa",
  "Fuentes",
  "Gallardo",
  "González",
  "Henríquez",
  "Huenchul",
  "Jara",
  "Lagos",
  "Leiva",
  "Mamani",
  "Medina",
  "Molina",
  "Morales",
  "Muñoz",
  "Navarrete",
  "Núñez",
  "Olivares",
  "Orellana",
  "Pizarro",
  "Quispe",
  "Ramírez",
  "Reyes",
  "Riquelme",
  "Rojas",
  "Saavedra",
  "Salazar",
  "Sepúlveda",
  "Silva",
  "Soto",
  "Tapia",
  "Torres",
  "Vargas",
  "Vega",
  "Zúñiga",
] as const;

/** A made name with two family names. */
export const madeName = (random: Random): string =>
  `${random.pick(FIRST)} ${random.pick(FAMILY)} ${random.pick(FAMILY)}`;

/** An address at example.org, which nobody can have. */
export const madeEmail = (name: string, number: number): string => {
  const [first, family] = name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .split(" ");
  return `${first}.${family}${number}@example.org`;
};

/**
 * A well-formed RUT whose check digit is wrong on purpose: it can be nobody's.
 * The right digit is the sum modulo 11 of the digits times 2, 3, 4, 5, 6, 7, 2, ... from the right.
 */
export const madeRut = (random: Random): string => {
  const number = 5_000_000 + random.below(20_000_000);
  let sum = 0;
  let factor = 2;
  for (let rest = number; rest > 0; rest = Math.floor(rest / 10)) {
    sum += (rest % 10) * factor;
    factor = factor === 7 ? 2 : factor + 1;
  }
  const digits = "0123456789K0";
  const right = 11 - (sum % 11);
  const wrong = digits[(right === 11 ? 0 : right) + 1] ?? "0";
  const grouped = String(number).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${grouped}-${wrong}`;
};

/** A telephone number of a block that is not given out. */
export const madePhone = (random: Random): string => `+56 9 0000 ${String(random.below(10_000)).padStart(4, "0")}`;
