import { message } from "./message.ts";

/** How to read the page: the four states, partial numbers, targets, places. */
export const READING = {
  heading: { es: "Cómo leer las tablas", en: "How to read the tables" },
  zero: {
    es: "Un cero verdadero: hay datos, y no hubo ninguno.",
    en: "A true zero: there are data, and there were none.",
  },
  missing: {
    es: "No hay datos con que decirlo: falta una tabla o una columna, o todavía no se llevaba. No es cero.",
    en: "There are no data to tell it from: a table or a column is absent, or was not kept yet. It is not zero.",
  },
  withheld: message<{ most: string }>(
    ({ most }) =>
      `El número existe y no se muestra: es de 1 a ${most} personas, a las que se podría reconocer, o con él se podría calcular uno así. Cuál de las dos cosas no se dice. El cero sí se muestra.`,
    ({ most }) =>
      `The number exists and is not shown: it is one of 1 to ${most} people, who might be recognized, or one could be worked out with it. Which of the two is not told. Zero is shown.`,
  ),
  withheldLimit: {
    es: "Todos los números de esta página se reservan en conjunto, también por año y por parte: con lo que se muestra no se llega a ningún número reservado. Con otra página o planilla al lado sí podría llegarse: comparte una sola versión.",
    en: "All numbers of this page are withheld together, by year and by part too: what is shown leads to no withheld number. With another page or sheet beside it that might be otherwise: share one version only.",
  },
  withheldLocal: {
    es: "En una página para compartir, esto estaría en lugar de los números pequeños de personas y de los que llevan a ellos. En esta no se reserva nada.",
    en: "On a page to be shared this would stand in place of small numbers of people and of those that lead to them. On this one nothing is withheld.",
  },
  notApplicable: {
    es: "La pregunta no tiene respuesta: por ejemplo, una división por cero, o un indicador que ya no se usa.",
    en: "The question has no answer: a division by zero, say, or an indicator that is no longer used.",
  },
  partial: {
    es: "El número cubre solo una parte del año: el año no ha terminado, o los registros empiezan dentro de él.",
    en: "The number covers a part of the year alone: the year is not over, or the records begin within it.",
  },
  reached: {
    es: "El valor del año entero cumple la meta de ese año: al menos, o a lo más, el número escrito.",
    en: "The value of the whole year meets that year's target: at least, or at most, the number written.",
  },
  notReached: {
    es: "El valor del año entero no la cumple.",
    en: "The value of the whole year does not meet it.",
  },
  reachedSoFar: {
    es: "El año sigue abierto y el valor de hoy ya la cumple; al cierre puede ser otro.",
    en: "The year is still open and today's value meets it already; at its end it may be another.",
  },
  onTrack: {
    es: "El año sigue abierto y el valor de hoy no la cumple todavía, pero lleva el avance que se espera a esta altura del año (o casi: lo dice un supuesto).",
    en: "The year is still open and today's value does not meet it yet, but it has come as far as is to be expected by now (or nearly: an assumption says so).",
  },
  atRisk: {
    es: "El año sigue abierto y el avance está por debajo de lo esperado a esta altura.",
    en: "The year is still open and progress is below what is to be expected by now.",
  },
  behind: {
    es: "El año sigue abierto y el avance está muy por debajo de lo esperado a esta altura, o va para el otro lado. No es un incumplimiento.",
    en: "The year is still open and progress is far below what is to be expected by now, or goes the other way. It is not a failure.",
  },
  noTarget: {
    es: "La sección no escribió una meta para ese año: no hay con qué comparar.",
    en: "The section wrote no target for that year: there is nothing to compare with.",
  },
  places: {
    es: "Por región, las personas cuentan donde residen; las membresías y los grupos, donde está el grupo; las actividades y participaciones, donde fue la actividad (o donde está su grupo); las organizaciones y convenios, donde está la organización.",
    en: "By region, people count where they live; memberships and groups where the group is; activities and participations where the activity was (or where its group is); organizations and agreements where the organization is.",
  },
  direction: {
    es: "Una meta sin sentido escrito se lee como «al menos», salvo que esté por debajo de su línea de base: entonces, «a lo más».",
    en: "A target without a direction is read as “at least”, unless it lies below its baseline: then “at most”.",
  },
  sum: {
    es: "Los años no se suman: una persona que participó en dos años contaría dos veces, y lo que se mide al cierre vale ese día.",
    en: "Years are not added up: a person who took part in two years would count twice, and what is told at the end holds on that day.",
  },
} as const;
