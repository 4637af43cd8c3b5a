import type { Objective } from "../../strategy/strategy.ts";
import type { IndicatorId } from "./all-indicators.ts";

/** The four specific objectives with their lines of action, as the source's table pairs them. */
export const objectives: readonly Objective<IndicatorId>[] = [
  {
    id: "o1",
    label: {
      es: "Descentralización del modelo de activismo",
      en: "Decentralization of the activism model",
    },
    text: {
      es: "Hacer crecer los grupos territoriales y crear otros nuevos que respondan a los problemas de su lugar y lleven esa mirada a toda la sección.",
      en: "Grow the territorial groups and create new ones that answer to the problems of their place and bring that view to the whole section.",
    },
    lines: [
      {
        id: "new-local-groups",
        text: {
          es: "Abrir grupos locales en comunas estratégicas del país.",
          en: "Open local groups in strategic communes of the country.",
        },
      },
      {
        id: "keep-activism",
        text: {
          es: "Cuidar y mantener el activismo que ya existe, en la capital y en las regiones.",
          en: "Look after and keep the activism that already exists, in the capital and in the regions.",
        },
      },
    ],
    indicators: ["o1.participants", "o1.coordinators", "o1.registered", "o1.recurrent", "o1.monitoring"],
  },
  {
    id: "o2",
    label: {
      es: "Potenciar las capacidades y conocimiento",
      en: "Strengthen capacities and knowledge",
    },
    text: {
      es: "Que el activismo crezca en capacidades y compromiso, siguiendo la ruta del activismo y la pirámide de compromiso y participación.",
      en: "Let activism grow in capacities and commitment, along the route of activism and the pyramid of commitment and participation.",
    },
    lines: [
      {
        id: "training-plan",
        text: {
          es: "Desarrollar y llevar adelante un plan de formación para activistas.",
          en: "Develop and run a training plan for activists.",
        },
      },
      {
        id: "training-with-teams",
        text: {
          es: "Trabajar junto con otros equipos e iniciativas de la organización para mejorar la formación y la experiencia de activismo.",
          en: "Work with other teams and initiatives of the organization to improve training and the experience of activism.",
        },
      },
    ],
    indicators: ["o2.participants", "o2.workshops", "o2.youth-in-commissions", "o2.registered"],
  },
  {
    id: "o3",
    label: {
      es: "Integrar estratégicamente activistas en los proyectos de AICL",
      en: "Integrate activists strategically in AI Chile's projects",
    },
    text: {
      es: "Que el plan de acción se ejecute en conjunto, con mecanismos que den al activismo un lugar en los proyectos.",
      en: "Carry out the plan of action together, with mechanisms that give activism a place in the projects.",
    },
    lines: [
      {
        id: "annual-plan",
        text: {
          es: "Fijar en el plan de trabajo de cada año cómo participa el activismo en los proyectos.",
          en: "Set in each year's work plan how activism takes part in the projects.",
        },
      },
    ],
    indicators: [
      "o3.commissions",
      "o3.participants",
      "o3.presentation-meetings",
      "o3.follow-up-meetings",
      "o3.commission-coordinators",
    ],
  },
  {
    id: "o4",
    label: { es: "Comunidad de organizaciones sociales", en: "Community of social organizations" },
    text: {
      es: "Formar y cuidar una comunidad de organizaciones de derechos humanos con la que llegar a más territorios.",
      en: "Form and look after a community of human rights organizations with which to reach more territories.",
    },
    lines: [
      {
        id: "periodic-space",
        text: {
          es: "Tener un espacio periódico con las organizaciones de la sociedad civil para acordar objetivos comunes.",
          en: "Hold a periodic space with civil society organizations to agree on common objectives.",
        },
      },
      {
        id: "joint-projects",
        text: {
          es: "Dar más fuerza a las actividades de los proyectos coordinándolas con esas organizaciones.",
          en: "Give the projects' activities more strength by coordinating them with those organizations.",
        },
      },
    ],
    indicators: ["o4.agreements", "o4.participants", "o4.new-activists", "o4.subscribed-organizations"],
  },
];
