import * as fc from "fast-check";
import { describe as suite, expect, it, test } from "vitest";
import { describe } from "../../src/formula/describe/describe.ts";
import type { Checked } from "../../src/formula/checked.ts";
import { TABLE_NAMES, type TableName, tableSpec } from "../../src/records/tables.ts";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { compileStrategy } from "../../src/strategy/compile.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import { LANGUAGES } from "../../src/text/text.ts";
import { arbitraryCondition, arbitraryFormula } from "./arbitrary-formula.ts";
import { checkedText, compiled, definitions } from "./strategy.ts";

const spanish = (checked: Checked): string => describe(checked, "es", definitions);
const english = (checked: Checked): string => describe(checked, "en", definitions);

/** Every formula of the strategy, by where it stands. */
const OWN: ReadonlyMap<string, Checked> = new Map([
  ...[...compiled.indicators].map(([id, { checked }]) => [id, checked] as const),
  ...[...compiled.predicates].map(([name, { checked }]) => [name, checked] as const),
  ...compiled.pyramid.levels.map(({ step, formula }) => [`level ${step.id}`, formula.checked] as const),
  ...compiled.route.stages.map(({ step, formula }) => [`stage ${step.id}`, formula.checked] as const),
  ["paused", compiled.route.paused.checked],
  ["among", compiled.pyramid.among.checked],
  ["audience", compiled.pyramid.audience.checked],
]);

suite("the strategy's own formulas", () => {
  test.each([
    [
      "o1.participants",
      "El número de personas distintas en participaciones con asistencia en que el tipo del grupo de la actividad es «Grupos locales» (*), en el periodo.",
      "The number of different people in participations that were attended and where the type of the group of the activity is «Local groups» (*), in the period.",
    ],
    [
      "o1.coordinators",
      "El número de personas distintas en membresías cuyo rol es «Coordinación» y en que el tipo del grupo es «Grupos locales» (*), al cierre del periodo.",
      "The number of different people in memberships whose role is «Coordinator» and where the type of the group is «Local groups» (*), at the period's end.",
    ],
    [
      "o1.registered",
      "El número de personas registradas al cierre del periodo.",
      "The number of people who are registered at the period's end.",
    ],
    [
      "o1.recurrent",
      "El número de personas recurrentes al cierre del periodo.",
      "The number of people who are recurrent at the period's end.",
    ],
    [
      "o1.monitoring",
      "El número de actividades cuyo tipo es «Monitoreo», en el periodo.",
      "The number of activities whose kind is «Monitoring», in the period.",
    ],
    [
      "o2.participants",
      "El número de personas distintas en participaciones con asistencia en que la actividad es un taller (también de bienvenida), en el periodo.",
      "The number of different people in participations that were attended and where the activity is a workshop (welcome workshops too), in the period.",
    ],
    [
      "o2.workshops",
      "El número de actividades que son talleres (también de bienvenida) en el periodo.",
      "The number of activities that are workshops (welcome workshops too) in the period.",
    ],
    [
      "o2.youth-in-commissions",
      "El número de personas distintas en participaciones con asistencia en que el tipo del grupo de la actividad es «Comisiones de trabajo ad hoc» y la edad de la persona en la fecha de la actividad está entre 15 (*) y 29 (*), en el periodo.",
      "The number of different people in participations that were attended and where the type of the group of the activity is «Ad hoc working commissions» and the age of the person on the date of the activity is between 15 (*) and 29 (*), in the period.",
    ],
    [
      "o2.registered",
      "El valor del indicador «# de activistas registrados BD».",
      "The value of the indicator «# of activists registered in the database».",
    ],
    [
      "o3.commissions",
      "El número de grupos cuyo tipo es «Comisiones de trabajo ad hoc» y cuyo proyecto se conoce, en algún momento del periodo.",
      "The number of groups whose type is «Ad hoc working commissions» and whose project is known, at any time in the period.",
    ],
    [
      "o3.participants",
      "El número de personas distintas en participaciones con asistencia en que la actividad es de un proyecto (propio o de su grupo), en el periodo.",
      "The number of different people in participations that were attended and where the activity belongs to a project (its own or its group's), in the period.",
    ],
    [
      "o3.commission-coordinators",
      "El número de personas distintas en membresías cuyo rol es «Coordinación» y en que el tipo del grupo es «Comisiones de trabajo ad hoc», en algún momento del periodo.",
      "The number of different people in memberships whose role is «Coordinator» and where the type of the group is «Ad hoc working commissions», at any time in the period.",
    ],
    ["o4.agreements", "El número de convenios al cierre del periodo.", "The number of agreements at the period's end."],
    [
      "o4.new-activists",
      "El número de personas distintas en participaciones con asistencia en que la actividad es conjunta con una organización y la fecha de la actividad es la primera fecha de la actividad en participaciones con asistencia de la persona en cualquier momento hasta el cierre del periodo, en el periodo.",
      "The number of different people in participations that were attended and where the activity is joint with an organization and the date of the activity is the first date of the activity in participations of the person that were attended at any time up to the period's end, in the period.",
    ],
    [
      "x.people-outside",
      "El número de personas registradas cuya región no pertenece a la capital, al cierre del periodo, dividido por el número de personas registradas cuya región se conoce, al cierre del periodo.",
      "The number of people who are registered and whose region does not belong to the capital, at the period's end, divided by the number of people who are registered and whose region is known, at the period's end.",
    ],
    [
      "x.communes-with-valid-group",
      "El número de comunas distintas de grupos válidos al cierre del periodo, dividido por el número de lugares cuyo nivel es «comuna».",
      "The number of different communes of groups that are valid at the period's end, divided by the number of places whose level is «commune».",
    ],
    [
      "x.registered-per-100k",
      "El número de personas registradas al cierre del periodo, dividido por la suma de los habitantes en poblaciones cuya base es «census-2024» (*) y en que el nivel del lugar es «comuna» (*), al cierre del periodo, multiplicado por 100.000.",
      "The number of people who are registered at the period's end, divided by the sum of the inhabitants in populations whose base is «census-2024» (*) and where the level of the place is «commune» (*), at the period's end, times 100,000.",
    ],
    [
      "x.idle-agreements",
      "El número de convenios en que no hay actividades de la organización en los últimos 12 (*) meses, al cierre del periodo.",
      "The number of agreements where there are no activities of the organization in the last 12 (*) months, at the period's end.",
    ],
    [
      "x.approval-days",
      "La mediana del número de días desde la fecha de solicitud hasta la fecha de decisión en aprobaciones en el periodo.",
      "The median of the number of days from the request date to the decision date in approvals in the period.",
    ],
    [
      "people.registered",
      "El vínculo está sin dato o el vínculo es «Activista» (*).",
      "The relation is empty or the relation is «Activist» (*).",
    ],
    [
      "people.recurrent",
      "La persona está registrada y hay al menos 3 (*) participaciones con asistencia de la persona en los últimos 12 (*) meses, y hay al menos 2 (*) meses distintos de la fecha de la actividad en participaciones con asistencia de la persona en los últimos 12 (*) meses.",
      "The person is registered and there are at least 3 (*) participations of the person that were attended in the last 12 (*) months, and there are at least 2 (*) different months of the date of the activity in participations of the person that were attended in the last 12 (*) months.",
    ],
    [
      "groups.valid",
      "Hay al menos 5 (*) personas distintas en membresías del grupo al cierre del periodo.",
      "There are at least 5 (*) different people in memberships of the group at the period's end.",
    ],
    ["activities.joint", "Hay organizaciones de la actividad.", "There are organizations of the activity."],
    [
      "places.strategic",
      "La fecha «Estratégico desde» no es posterior al último día del periodo o el código está en una lista vacía (*).",
      "The date «Strategic since» is on or before the period's last day or the code is in an empty list (*).",
    ],
    [
      "stage welcomed",
      "Hay participaciones con asistencia de la persona en que el tipo de la actividad es «Taller de bienvenida», en cualquier momento hasta el cierre del periodo.",
      "There are participations of the person that were attended and where the kind of the activity is «Welcome workshop», at any time up to the period's end.",
    ],
    [
      "level owning",
      "La persona es recurrente y hay membresías de la persona al cierre del periodo.",
      "The person is recurrent and there are memberships of the person at the period's end.",
    ],
    [
      "paused",
      "La fecha «En pausa desde» no es posterior al último día del periodo o (hay participaciones con asistencia de la persona en cualquier momento hasta el cierre del periodo, y no hay participaciones con asistencia de la persona en los últimos 6 (*) meses).",
      "The pause date is on or before the period's last day or (there are participations of the person that were attended at any time up to the period's end, and there are no participations of the person that were attended in the last 6 (*) months).",
    ],
    [
      "audience",
      "La suma del valor en cifras cuyo ítem es «observing» u «observando» o «audiencia» (*), en el periodo.",
      "The sum of the value in figures whose item is «observing» or «observando» or «audiencia» (*), in the period.",
    ],
  ])("%s", (name, es, en) => {
    const checked = OWN.get(name)!;
    expect({ es: spanish(checked), en: english(checked) }).toEqual({ es, en });
  });

  /** What a reader who does not know the code would stumble over. */
  const stumbles = (sentence: string): readonly string[] => {
    const names = /\w+_\w+|undefined|\[object|NaN|[<>=]|\bo\d\.|«»|\(\)| ,|\s{2}/g;
    return sentence.match(names) ?? [];
  };

  test.each([...OWN.keys()])("%s: nothing of the code is left in its sentences", (name) => {
    const checked = OWN.get(name)!;
    for (const sentence of [spanish(checked), english(checked)]) {
      expect(stumbles(sentence)).toEqual([]);
      expect(sentence).toMatch(/^[A-ZÁÉÍÓÚÑ].*\.$/);
    }
    const englishTables = TABLE_NAMES.filter((table) => new RegExp(`\\b${table}\\b`).test(spanish(checked)));
    expect(englishTables).toEqual([]);
  });

  it("of every generated formula there is a sentence, brackets closed, without a word of the code", () => {
    const faults = (checked: Checked): readonly string[] =>
      [spanish(checked), english(checked)].flatMap((sentence) => {
        const told = sentence.replaceAll(/«[^»]*»/g, "«x»");
        const open = told.split("(").length === told.split(")").length ? [] : ["brackets"];
        return [...stumbles(told), ...open];
      });
    fc.assert(
      fc.property(arbitraryFormula, (text) => {
        expect(faults(checkedText(text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    for (const table of TABLE_NAMES) {
      fc.assert(
        fc.property(arbitraryCondition(table), (text) => {
          expect(faults(checkedText(text, table))).toEqual([]);
        }),
        { numRuns: 30 },
      );
    }
  });
});

suite("words", () => {
  const said = (text: string, table?: TableName): readonly [string, string] => {
    const checked = checkedText(text, table);
    return [spanish(checked), english(checked)];
  };

  test.each<[string, TableName, string, string]>([
    [
      "not registered",
      "people",
      "No se cumple que la persona está registrada.",
      "It is not true that the person is registered.",
    ],
    [
      "not (registered or region is empty)",
      "people",
      "No se cumple que (la persona está registrada o la región está sin dato).",
      "It is not true that (the person is registered or the region is empty).",
    ],
    [
      'role is not one of ("member", "coordinator")',
      "memberships",
      "El rol no es «Integrante» ni «Coordinación».",
      "The role is neither «Member» nor «Coordinator».",
    ],
    [
      'kind is one of ("action", "other") or kind is one of ("workshop", "monitoring")',
      "activities",
      "El tipo es «Acción» u «Otra» o el tipo es «Taller» o «Monitoreo».",
      "The kind is «Action» or «Other» or the kind is «Workshop» or «Monitoring».",
    ],
    [
      "hours not between 1.5 and 1000 and headcount >= 2",
      "activities",
      "Las horas no están entre 1,5 y 1.000 y los asistentes son al menos 2.",
      "The hours are not between 1.5 and 1,000 and the headcount is at least 2.",
    ],
    [
      "joined_on < period start and left_on >= as of",
      "people",
      "La fecha de ingreso es anterior al primer día del periodo y la fecha de salida no es anterior a la fecha de corte.",
      "The join date is before the period's first day and the leave date is on or after the last day that counts.",
    ],
    [
      "from = to else as of",
      "memberships",
      "La fecha «Desde» es la fecha «Hasta» (o la fecha de corte donde falte).",
      "The date «From» is the date «To» (or the last day that counts where that is empty).",
    ],
    [
      "age(birthdate) >= 18 and age(joined_on) < 2",
      "people",
      "La edad de la persona al cierre del periodo es al menos 18 y la edad según la fecha de ingreso al cierre del periodo es menor que 2.",
      "The age of the person at the period's end is at least 18 and the age by the join date at the period's end is below 2.",
    ],
    [
      "days(joined_on, as of) > 30 and month(joined_on) = month(as of)",
      "people",
      "El número de días desde la fecha de ingreso hasta la fecha de corte es mayor que 30 y el mes de la fecha de ingreso es el mes de la fecha de corte.",
      "The number of days from the join date to the last day that counts is above 30 and the month of the join date is the month of the last day that counts.",
    ],
    [
      'group.region in capital or place.region != "CL-RM"',
      "activities",
      "La región del grupo pertenece a la capital o la región no es «CL-RM».",
      "The region of the group belongs to the capital or the region is not «CL-RM».",
    ],
    [
      "count(participations within 30 days after joined_on) >= 2",
      "people",
      "Hay al menos 2 participaciones de la persona dentro de 30 días después de la fecha de ingreso.",
      "There are at least 2 participations of the person within 30 days after the join date.",
    ],
    [
      "count(participations last 1 months) = 1",
      "people",
      "El número de participaciones de la persona en el último mes es 1.",
      "The number of participations of the person in the last month is 1.",
    ],
    [
      'count(memberships where role = "coordinator") < 1 and count(memberships.group.activities ever) <= 9',
      "people",
      "(No hay membresías de la persona cuyo rol es «Coordinación», al cierre del periodo) y hay a lo más 9 actividades del grupo de membresías de la persona en cualquier momento hasta el cierre del periodo.",
      "(There are no memberships of the person whose role is «Coordinator», at the period's end) and there are at most 9 activities of the group of memberships of the person at any time up to the period's end.",
    ],
    [
      "attendance_without_status",
      "people",
      "«Participaciones sin columna de estado: asistieron» (*).",
      "«Participations without a status column: attended» (*).",
    ],
  ])("%s (%s)", (text, table, es, en) => {
    expect(said(text, table)).toEqual([es, en]);
  });

  test.each([
    [
      "distinct(people.source_organization where registered started)",
      "El número de organizaciones distintas (la organización de origen) en personas registradas con inicio en el periodo.",
      "The number of different organizations (the source organization) in people who are registered with a start in the period.",
    ],
    [
      "distinct(participations.activity.group previous year)",
      "El número de grupos distintos (el grupo de la actividad) en participaciones en el año anterior.",
      "The number of different groups (the group of the activity) in participations in the previous year.",
    ],
    [
      "distinct(people.gender ended) - 2 * (3 + 1)",
      "El número de valores distintos del género en personas con término en el periodo menos (2, multiplicado por (3 más 1)).",
      "The number of different values of the gender in people with an end in the period minus (2, times (3 plus 1)).",
    ],
    [
      "(average(activities.hours to date) else 0) / -max(activities.headcount)",
      "El promedio de las horas en actividades desde el inicio de la estrategia hasta el cierre del periodo (o 0 donde falte), dividido por menos el mayor valor de los asistentes en actividades en el periodo.",
      "The average of the hours in activities from the strategy's start to the period's end (or 0 where that is empty), divided by minus the greatest value of the headcount in activities in the period.",
    ],
    [
      "count(activities.participations where person.region in capital)",
      "El número de participaciones de actividades en que la región de la persona pertenece a la capital, en el periodo.",
      "The number of participations of activities where the region of the person belongs to the capital, in the period.",
    ],
    [
      "dissimilarity(count(people), count(groups) by age_band)",
      "La mitad de la suma de las diferencias por tramo de edad entre dos distribuciones: la del número de personas al cierre del periodo, y la del número de grupos al cierre del periodo.",
      "Half the sum of the differences by age band between two distributions: that of the number of people at the period's end, and that of the number of groups at the period's end.",
    ],
  ])("%s", (text, es, en) => {
    expect(said(text)).toEqual([es, en]);
  });

  it("every column has its article in Spanish", () => {
    const articles = new Map<string, string>();
    for (const table of TABLE_NAMES) {
      for (const { name, kind } of tableSpec(table).columns) {
        if (kind === "refs") continue;
        const [, article, noun] = /^(El|La|Los|Las) (\S+)/.exec(said(`${name} is known`, table)[0])!;
        articles.set(noun!, article!);
      }
    }
    const of = (article: string): readonly string[] =>
      [...articles].flatMap(([noun, its]) => (its === article ? [noun] : [])).toSorted();
    expect(of("La")).toEqual([
      "actividad",
      "base",
      "clase",
      "comuna",
      "evidencia",
      "fecha",
      "línea",
      "meta",
      "nota",
      "organización",
      "persona",
      "región",
      "relación",
    ]);
    expect(of("Las")).toEqual(["horas", "partes"]);
    expect(of("Los")).toEqual(["asistentes", "habitantes", "otros"]);
    expect(of("El")).toContain("género");
  });

  it("a section's own word for a condition stands where the base's plural stood", () => {
    const registered = (plural: object): string => {
      const strategy = extendStrategy(aiChile20242030, {
        id: "test",
        label: { es: "Prueba", en: "Test" },
        predicates: { people: { registered: { label: { es: "está en el padrón" }, ...plural } } },
      });
      const { indicators, definitions: own } = compileStrategy(strategy);
      return describe(indicators.get("o1.registered")!.checked, "es", own);
    };
    expect(registered({})).toBe(
      "El número de personas para quienes la persona está en el padrón, al cierre del periodo.",
    );
    expect(registered({ plural: { es: "en el padrón", en: "on the roll" } })).toBe(
      "El número de personas en el padrón al cierre del periodo.",
    );
  });

  it("an assumption of several values is told with all of them", () => {
    const strategy = extendStrategy(aiChile20242030, {
      id: "test",
      label: { es: "Prueba", en: "Test" },
      assumptions: { territorial_groups: ["local", "student"] },
    });
    const { indicators, definitions: own } = compileStrategy(strategy);
    const { checked } = indicators.get("o1.participants")!;
    for (const language of LANGUAGES) {
      expect(describe(checked, language, own)).toMatch(
        /«Grupos locales» o «Grupos de estudiantes» \(\*\)|«Local groups» or «Student groups» \(\*\)/,
      );
    }
  });
});
