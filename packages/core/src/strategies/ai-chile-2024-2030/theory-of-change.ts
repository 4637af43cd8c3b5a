import type { LinkedText, Strategy } from "../../strategy/strategy.ts";
import type { IndicatorId } from "./all-indicators.ts";

/** What can be changed, what is to be reached, and how; each with the indicators that show it. */
export const theoryOfChange: Strategy<IndicatorId>["theoryOfChange"] = {
  barriers: [
    {
      id: "centralization",
      label: { es: "Centralización", en: "Centralization" },
      text: {
        es: "Las decisiones se toman solo en la capital, y también lo cultural, lo económico y lo territorial se concentra allí.",
        en: "Decisions are taken in the capital alone, and culture, money and territory are concentrated there too.",
      },
      objectives: ["o1"],
      indicators: [
        "x.people-outside",
        "x.groups-outside",
        "x.coordinators-outside",
        "x.participations-outside",
        "x.communes-with-valid-group",
        "x.strategic-communes",
        "x.registered-per-100k",
        "x.dissimilarity",
        "x.decisions-outside",
      ],
    },
    {
      id: "bureaucracy",
      label: { es: "Burocracia interna innecesaria", en: "Needless internal bureaucracy" },
      text: {
        es: "Realizar una actividad exige procesos largos, con documentos complejos y poco cercanos.",
        en: "Holding an activity takes long processes, with documents that are complex and distant.",
      },
      objectives: ["o3"],
      indicators: ["x.approval-days"],
    },
    {
      id: "communication",
      label: { es: "Comunicación interna", en: "Internal communication" },
      text: {
        es: "No están claros los procesos, la organización interna ni los canales por los que comunicarse.",
        en: "Processes, internal organization and the channels to communicate through are not clear.",
      },
      objectives: ["o2", "o3"],
      indicators: ["o3.presentation-meetings", "o3.follow-up-meetings"],
    },
    {
      id: "boldness",
      label: { es: "Falta de audacia e innovación", en: "Lack of boldness and innovation" },
      text: {
        es: "A la organización le cuesta abrirse a las ideas nuevas que nacen del activismo.",
        en: "The organization finds it hard to open up to the new ideas that come from activism.",
      },
      objectives: ["o3"],
      indicators: ["o3.commissions", "o2.youth-in-commissions"],
    },
  ],
  aims: [
    {
      id: "internal-mobilization",
      label: { es: "Movilización interna", en: "Internal mobilization" },
      text: {
        es: "Menos trabas, mejor comunicación entre equipo, activistas y junta directiva, y reconocimiento del trabajo del activismo.",
        en: "Fewer obstacles, better communication between staff, activists and board, and recognition of what activism does.",
      },
      objectives: ["o1", "o2", "o3"],
      indicators: ["o1.participants", "o1.recurrent", "o3.participants", "x.retention"],
    },
    {
      id: "external-mobilization",
      label: { es: "Movilización externa", en: "External mobilization" },
      text: {
        es: "Unirse a otras organizaciones y espacios de activismo para que los proyectos de derechos humanos lleguen más lejos.",
        en: "Join other organizations and spaces of activism so that human rights projects reach further.",
      },
      objectives: ["o4"],
      indicators: ["o4.agreements", "o4.participants", "o4.new-activists", "o4.subscribed-organizations"],
    },
  ],
  means: [
    {
      id: "strengthened-activism",
      label: { es: "Activismo fortalecido", en: "Strengthened activism" },
      text: {
        es: "Un grupo de personas que aporta a los proyectos y crece en derechos humanos, en distintos formatos y en todo el país.",
        en: "A group of people who add to the projects and grow in human rights, in different formats and all over the country.",
      },
      objectives: ["o1", "o2", "o3"],
      indicators: ["o1.registered", "o1.coordinators", "o2.workshops", "x.people-per-coordinator"],
    },
    {
      id: "institutional-relations",
      label: { es: "Plan de relaciones institucionales", en: "Institutional relations plan" },
      text: {
        es: "Trabajo sostenido con organizaciones de la sociedad civil, al servicio de los proyectos.",
        en: "Sustained work with civil society organizations, in the service of the projects.",
      },
      objectives: ["o4"],
      indicators: ["o4.agreements", "x.idle-agreements"],
    },
  ],
};

/** The three goals of the plan of institutional relations. */
export const relationsGoals: readonly LinkedText<IndicatorId>[] = [
  {
    id: "align-objectives",
    label: { es: "Alinear y buscar Objetivos comunes", en: "Align and seek common objectives" },
    text: {
      es: "Encontrarse cada cierto tiempo y acordar hacia dónde ir.",
      en: "Meet every so often and agree on where to go.",
    },
    objectives: ["o4"],
    indicators: ["o4.subscribed-organizations", "x.partner-meetings"],
  },
  {
    id: "joint-work",
    label: { es: "Potenciar el trabajo conjunto", en: "Strengthen joint work" },
    text: {
      es: "Convenios que se traducen en trabajo, no solo en firmas.",
      en: "Agreements that turn into work, not into signatures alone.",
    },
    objectives: ["o4"],
    indicators: ["o4.agreements", "x.idle-agreements"],
  },
  {
    id: "joint-activism",
    label: { es: "Instancias de activismo conjunto", en: "Occasions of joint activism" },
    text: {
      es: "Actividades hechas con otras organizaciones, por las que también llega gente nueva.",
      en: "Activities held with other organizations, through which new people come too.",
    },
    objectives: ["o4"],
    indicators: ["x.joint-activities", "o4.participants", "o4.new-activists"],
  },
];
