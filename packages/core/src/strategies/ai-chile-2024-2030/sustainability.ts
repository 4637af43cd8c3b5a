import type { LinkedText } from "../../strategy/strategy.ts";
import type { IndicatorId } from "./all-indicators.ts";

/** The training that the strategy leans on. */
export const training: LinkedText<IndicatorId> = {
  id: "training-model",
  label: {
    es: "Modelo de Formación y capacitación del activismo nacional",
    en: "Model of training and capacity building of national activism",
  },
  text: {
    es: "La formación que acompaña a cada activista en su ruta: bienvenida, talleres y, después, la acción.",
    en: "The training that goes along with each activist's route: welcome, workshops and, afterwards, action.",
  },
  objectives: ["o2"],
  indicators: ["o2.participants", "o2.workshops", "x.workshop-follow-through"],
};

/** The five conditions for a lasting effect, rated yearly with evidence. */
export const sustainability: readonly LinkedText<IndicatorId>[] = [
  {
    id: "involvement",
    label: { es: "Involucramiento y Empoderamiento", en: "Involvement and empowerment" },
    text: {
      es: "Las y los activistas participan en planificar la movilización, no solo en ejecutarla.",
      en: "Activists take part in planning mobilization, not in carrying it out alone.",
    },
    objectives: ["o1", "o3"],
    indicators: ["o1.recurrent", "o1.coordinators", "o3.commission-coordinators"],
  },
  {
    id: "continuous-training",
    label: { es: "Formación y Capacitación Continua", en: "Continuous training and capacity building" },
    text: {
      es: "Aprender de manera constante para mejorar y adaptarse a los cambios.",
      en: "Learn all the time, to improve and to adapt to change.",
    },
    objectives: ["o2"],
    indicators: ["o2.workshops", "o2.participants", "x.workshop-follow-through"],
  },
  {
    id: "strategic-integration",
    label: { es: "Integración en los planes estratégicos", en: "Integration in the strategic plans" },
    text: {
      es: "La movilización es parte central de cómo se ejecutan los proyectos.",
      en: "Mobilization is a central part of how the projects are carried out.",
    },
    objectives: ["o3"],
    indicators: ["o3.commissions", "o3.participants"],
  },
  {
    id: "collaboration",
    label: {
      es: "Cultura de Colaboración y trabajo en red",
      en: "Culture of collaboration and networking",
    },
    text: {
      es: "Trabajar en red dentro y fuera de la organización, con alianzas sociales y académicas.",
      en: "Work as a network inside and outside the organization, with social and academic alliances.",
    },
    objectives: ["o4"],
    indicators: ["o4.agreements", "o4.subscribed-organizations"],
  },
  {
    id: "free-funds",
    label: { es: "Fondos de uso libre", en: "Funds of free use" },
    text: {
      es: "Buscar, sola o en red, recursos sin destino fijado para proyectos que promueven el activismo.",
      en: "Seek, alone or as a network, funds that are not earmarked for projects that promote activism.",
    },
    objectives: ["o3", "o4"],
    indicators: [],
  },
];
