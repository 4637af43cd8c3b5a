import type { Row } from "@minga/core";
import { daysAfter, monthsBefore } from "../oracle/days.ts";
import type { Making } from "./making.ts";
import { dayWithin } from "./random.ts";

const ORGANIZATION_KINDS = ["fundación", "sindicato", "junta de vecinos", "federación estudiantil", "red"];

export const makeOrganizations = (making: Making, count: number): Row<"organizations">[] => {
  const { random, days, to } = making;
  return Array.from({ length: count }, (_, index) => {
    const subscribedOn = random.chance(0.25) ? null : random.pick(days);
    return {
      id: `o${index + 1}`,
      name: `Organización ${random.pick(["Raíces", "Puente", "Mar", "Encuentro", "Semilla"])} ${index + 1}`,
      kind: random.pick(ORGANIZATION_KINDS),
      region: random.chance(0.05) ? null : making.region().code,
      relation: random.pick(["networking", "coordinating", "cooperating", "collaborating", null]),
      subscribedOn,
      unsubscribedOn: subscribedOn !== null && random.chance(0.15) ? dayWithin(random, days, subscribedOn, to) : null,
    };
  });
};

export const makeAgreements = (
  { random, days }: Making,
  organizations: readonly Row<"organizations">[],
): Row<"agreements">[] =>
  Array.from({ length: Math.ceil(organizations.length / 2) }, (_, index) => {
    const signedOn = random.chance(0.05) ? null : random.pick(days);
    return {
      id: `c${index + 1}`,
      organization: random.pick(organizations).id ?? null,
      signedOn,
      expiresOn: signedOn !== null && random.chance(0.6) ? daysAfter(signedOn, 180 + random.below(720)) : null,
    };
  });

export const makeApprovals = (making: Making, activities: readonly Row<"activities">[]): Row<"approvals">[] => {
  const { random } = making;
  const rows: Row<"approvals">[] = [];
  for (const activity of activities) {
    if (!random.chance(0.25) || typeof activity.date !== "string") continue;
    const isDecided = random.chance(0.9);
    const requestedOn = daysAfter(monthsBefore(activity.date, 1), random.below(10));
    rows.push({
      id: `s${rows.length + 1}`,
      activity: activity.id ?? null,
      requestedOn: random.chance(0.05) ? null : requestedOn,
      decidedOn: isDecided ? daysAfter(requestedOn, random.below(30)) : null,
      decidedIn: isDecided && random.chance(0.95) ? (random.chance(0.6) ? "CL-RM" : making.region().code) : null,
      outcome: isDecided ? random.pick(["aprobada", "aprobada con cambios", "rechazada"]) : null,
    });
  }
  return rows;
};

const CONDITIONS = [
  ["sustainability", "Involucramiento y empoderamiento"],
  ["sustainability", "Formación y capacitación continua"],
  ["sustainability", "Integración en los planes estratégicos"],
  ["sustainability", "Cultura de colaboración y trabajo en red"],
  ["sustainability", "Fondos de uso libre"],
  ["barrier", "Centralización"],
  ["barrier", "Burocracia interna innecesaria"],
  ["barrier", "Comunicación interna"],
  ["barrier", "Falta de audacia e innovación"],
] as const;

export const makeAssessments = ({ random, years }: Making): Row<"assessments">[] =>
  years.flatMap((year) =>
    CONDITIONS.map(([kind, item]) => ({
      kind,
      item,
      period: year,
      rating: 1 + random.below(5),
      evidence: random.chance(0.7) ? `Acta de la jornada de evaluación ${year}` : null,
    })),
  );

/** For 600 people: the value of 2023, and how much more is wanted each year. */
const TARGETS = [
  ["o1.participants", 120, 30],
  ["o1.coordinators", 8, 2],
  ["o1.registered", 180, 60],
  ["o1.recurrent", 70, 20],
  ["o1.monitoring", 4, 2],
  ["o2.participants", 110, 25],
  ["o2.workshops", 20, 4],
  ["o2.youth-in-commissions", 15, 8],
  ["o2.registered", 180, 60],
  ["o3.commissions", 2, 1],
  ["o3.participants", 130, 30],
  ["o3.presentation-meetings", 4, 1],
  ["o3.follow-up-meetings", 6, 1],
  ["o3.commission-coordinators", 3, 2],
  ["o4.agreements", 4, 2],
  ["o4.participants", 90, 25],
  ["o4.new-activists", 10, 6],
  ["o4.subscribed-organizations", 10, 5],
] as const;

export const makeTargets = ({ years }: Making, people: number): Row<"targets">[] => {
  const scale = people / 600;
  return TARGETS.flatMap(([indicator, baseline, step]) =>
    years
      .filter((year) => year >= 2024)
      .map((year) => ({
        indicator,
        period: String(year),
        kind: "annual",
        parts: null,
        baseline: Math.round(baseline * scale),
        target: Math.round((baseline + step * (year - 2023)) * scale),
        direction: "up",
      })),
  );
};

export const makeFigures = ({ random, years }: Making, people: number): Row<"figures">[] =>
  years.map((year) => ({
    item: "audiencia",
    period: String(year),
    region: null,
    value: people * 40 + random.below(people * 10 + 1),
  }));
