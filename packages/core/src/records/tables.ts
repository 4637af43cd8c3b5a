import {
  choice,
  day,
  id,
  number,
  period,
  place,
  ref,
  refs,
  strategyChoice,
  type TableSpec,
  text,
  year,
} from "./column.ts";

const REGION = "región de residencia|región/provincia|department|departamento|estado|provincia|state|UF";
const COMMUNE = "comuna de residencia|ciudad|municipio|distrito|city|municipality|town|município";

/**
 * Every table of the model, from which readers, formulas, docs and templates are made.
 * Source: domain.md, "Records".
 */
export const TABLES = {
  people: {
    name: "people",
    label: { es: "Personas", en: "People" },
    one: { es: "persona", en: "person" },
    aliases: ["activistas", "integrantes", "base de datos", "BD", "contactos", "contacts", "members", "pessoas"],
    unit: "persons",
    key: ["id"],
    time: { role: "spell", start: "joined_on", end: "left_on", emptyStart: "empty_start_people" },
    place: { rule: "own" },
    columns: [
      id("id", "Id", "Id", "código|code|n°|número|id persona|id_persona|person id|person"),
      text("name", "Nombre", "Name", "nombre completo|nombre y apellido|nombres|full name|nome", {
        personal: true,
      }),
      text("email", "Correo", "Email", "correo electrónico|e-mail|mail|email address|e mail", {
        personal: true,
      }),
      text("national_id", "Documento", "National id", "RUT|RUN|DNI|cédula|documento de identidad|CPF", {
        personal: true,
      }),
      text("phone", "Teléfono", "Phone", "celular|fono|móvil|whatsapp|telephone|telefone", {
        personal: true,
      }),
      day(
        "birthdate",
        "Fecha de nacimiento",
        "Birthdate",
        "nacimiento|f. nac.|fecha nac|date of birth|dob|data de nascimento",
        {
          personal: true,
        },
      ),
      text("gender", "Género", "Gender", "sexo|identidad de género|sex|gênero"),
      place("region", "region", "Región", "Region", REGION),
      place("commune", "commune", "Comuna", "Commune", COMMUNE),
      choice("relation", "Vínculo", "Relation", "relación|tipo de vínculo|tipo de persona|calidad|relationship", [
        "activist|Activista|Activist|activismo|voluntario|voluntaria|volunteer",
        "member|Socio|Member|socia|membresía|miembro|membro",
        "supporter|Simpatizante|Supporter|adherente|donante",
        "staff|Equipo|Staff|funcionario|funcionaria|personal",
        "contact|Contacto|Contact|contato",
      ]),
      day(
        "joined_on",
        "Fecha de ingreso",
        "Join date",
        "ingreso|fecha de inscripción|fecha de registro|fecha de alta|join date|registered on|data de ingresso",
      ),
      day(
        "left_on",
        "Fecha de salida",
        "Leave date",
        "salida|fecha de baja|baja|fecha de retiro|leave date|data de saída",
      ),
      text("left_reason", "Motivo de salida", "Reason for leaving", "motivo de baja|causa de salida|leave reason", {
        personal: true,
      }),
      text("source", "Origen", "Source", "cómo llegó|vía de ingreso|how they came|origem"),
      ref(
        "source_organization",
        "organizations",
        "Organización de origen",
        "Source organization",
        "organización que refiere",
      ),
      day("paused_from", "En pausa desde", "Pause date", "pausa|fecha de pausa|pause date", {
        whenAbsent: { assumption: "pause_without_column", value: null },
      }),
      text("paused_reason", "Motivo de pausa", "Reason for pausing", "pause reason", { personal: true }),
    ],
  },
  groups: {
    name: "groups",
    label: { es: "Grupos", en: "Groups" },
    one: { es: "grupo", en: "group" },
    aliases: ["grupos locales", "núcleos", "comisiones", "capítulos", "chapters", "teams"],
    unit: "groups",
    key: ["id"],
    time: { role: "spell", start: "founded_on", end: "closed_on", emptyStart: "empty_start_groups" },
    place: { rule: "own" },
    columns: [
      id("id", "Id", "Id", "código|code|n°|id grupo|id_grupo|group id|group"),
      text("name", "Nombre", "Name", "nombre del grupo|grupo|group name|nome"),
      strategyChoice("type", "groupTypes", "Tipo", "Type", "tipo de grupo|group type"),
      place("region", "region", "Región", "Region", REGION),
      place("commune", "commune", "Comuna", "Commune", COMMUNE),
      ref("project", "projects", "Proyecto", "Project", "id proyecto|id_proyecto|project id|projeto"),
      day(
        "founded_on",
        "Fecha de fundación",
        "Founding date",
        "fundación|fecha de creación|creado el|fecha de inicio|founded|creation date",
      ),
      day("closed_on", "Fecha de cierre", "Closing date", "cierre|fecha de término|closed|closing date"),
    ],
  },
  memberships: {
    name: "memberships",
    label: { es: "Membresías", en: "Memberships" },
    one: { es: "membresía", en: "membership" },
    aliases: [
      "integrantes de grupos",
      "personas en grupos",
      "pertenencias",
      "participantes de grupos",
      "group members",
    ],
    unit: "memberships",
    key: ["person", "group", "from"],
    time: { role: "spell", start: "from", end: "to", emptyStart: "empty_start_memberships" },
    place: { rule: "of", column: "group" },
    columns: [
      ref("person", "people", "Persona", "Person", "id persona|id_persona|activista|integrante|person id|pessoa", {
        required: true,
      }),
      ref("group", "groups", "Grupo", "Group", "id grupo|id_grupo|group id", { required: true }),
      choice("role", "Rol", "Role", "cargo|función|papel", [
        "member|Integrante|Member|miembro|participante|membro",
        "coordinator|Coordinación|Coordinator|coordinador|coordinadora|coordinador/a|coordenador|coordenadora",
      ]),
      day("from", "Desde", "From", "fecha de inicio|inicio|fecha de ingreso|start|since"),
      day("to", "Hasta", "To", "fecha de término|término|fecha de salida|fin|end|until"),
    ],
  },
  projects: {
    name: "projects",
    label: { es: "Proyectos", en: "Projects" },
    one: { es: "proyecto", en: "project" },
    aliases: ["campañas", "campaigns", "projetos"],
    unit: "projects",
    key: ["id"],
    time: { role: "year", year: "year" },
    place: { rule: "none" },
    columns: [
      id("id", "Id", "Id", "código|code|n°|id proyecto|id_proyecto|project id|project"),
      text("name", "Nombre", "Name", "nombre del proyecto|proyecto|project name|nome"),
      year("year", "Año", "Year", "ano"),
      text("objective", "Objetivo", "Objective", "objetivo estratégico|id objetivo|objective id"),
    ],
  },
  activities: {
    name: "activities",
    label: { es: "Actividades", en: "Activities" },
    one: { es: "actividad", en: "activity" },
    aliases: ["acciones", "eventos", "talleres", "events", "sessions", "atividades"],
    unit: "activities",
    key: ["id"],
    time: { role: "event", date: ["date"] },
    place: { rule: "own-else", column: "group" },
    columns: [
      id("id", "Id", "Id", "código|code|n°|id actividad|id_actividad|activity id|activity"),
      text("name", "Nombre", "Name", "nombre de la actividad|actividad|título|activity name|title|nome"),
      choice("kind", "Tipo", "Kind", "tipo de actividad|clase|activity type|type", [
        "action|Acción|Action|movilización|campaña|manifestación|ação",
        "workshop|Taller|Workshop|taller de formación|capacitación|formación|training|oficina",
        "welcome-workshop|Taller de bienvenida|Welcome workshop|bienvenida|inducción|taller de inducción|welcome|induction",
        "presentation-meeting|Reunión de presentación|Presentation meeting|presentación|presentación de estrategia|reunión de presentación de estrategia",
        "follow-up-meeting|Reunión de seguimiento|Follow-up meeting|seguimiento|follow up meeting|follow-up",
        "partner-meeting|Reunión con organizaciones|Partner meeting|reunión con osc|encuentro con organizaciones|espacio periódico",
        "monitoring|Monitoreo|Monitoring|monitoreo y evaluación|acción de monitoreo|evaluación|monitoring and evaluation",
        "other|Otra|Other|otro|otras|outra",
      ]),
      day("date", "Fecha", "Date", "fecha de la actividad|día|fecha_actividad|when|data"),
      number("hours", "Horas", "Hours", "duración|duración (horas)|duration", { unit: "hours" }),
      number(
        "headcount",
        "Asistentes",
        "Headcount",
        "n° de asistentes|total asistentes|asistencia total|attendance|total",
        {
          unit: "headcount",
        },
      ),
      ref("group", "groups", "Grupo", "Group", "id grupo|id_grupo|grupo organizador|group id|organizing group"),
      ref("project", "projects", "Proyecto", "Project", "id proyecto|id_proyecto|project id"),
      place("region", "region", "Región", "Region", REGION),
      place("commune", "commune", "Comuna", "Commune", COMMUNE),
      refs(
        "organizations",
        "organizations",
        "Organizaciones",
        "Organizations",
        "organización|organizaciones participantes|osc|aliados|partners|partner organizations",
      ),
    ],
  },
  participations: {
    name: "participations",
    label: { es: "Participaciones", en: "Participations" },
    one: { es: "participación", en: "participation" },
    aliases: ["asistencia", "asistencias", "inscripciones", "attendance", "registrations", "participações"],
    unit: "participations",
    key: ["person", "activity"],
    time: { role: "event", date: ["activity", "date"] },
    place: { rule: "of", column: "activity" },
    columns: [
      ref(
        "person",
        "people",
        "Persona",
        "Person",
        "id persona|id_persona|activista|asistente|participante|person id|pessoa",
        {
          required: true,
        },
      ),
      ref(
        "activity",
        "activities",
        "Actividad",
        "Activity",
        "id actividad|id_actividad|evento|taller|activity id|atividade",
        {
          required: true,
        },
      ),
      choice(
        "status",
        "Estado",
        "Status",
        "asistencia|asistió|situación|attended|attendance",
        [
          "attended|Asistió|Attended|asiste|presente|sí|si|yes|present|x|asistente|p|true|verdadero|1|✓|✔|✔️|☑|☑️|✅",
          "registered|Inscrita|Registered|inscrito|inscripción|inscrito/a|signed up|inscrita/o",
          "no-show|No asistió|No-show|ausente|no|faltó|absent|no asiste|no show|a|false|falso|0|✗|✘|☐|❌|-",
          "cancelled|Cancelada|Cancelled|canceló|cancelado|canceled|anulada|anulado",
        ],
        { whenAbsent: { assumption: "attendance_without_status", value: "attended" } },
      ),
    ],
  },
  organizations: {
    name: "organizations",
    label: { es: "Organizaciones", en: "Organizations" },
    one: { es: "organización", en: "organization" },
    aliases: ["osc", "organizaciones sociales", "aliadas", "partners", "organizações"],
    unit: "organizations",
    key: ["id"],
    time: {
      role: "spell",
      start: "subscribed_on",
      end: "unsubscribed_on",
      emptyStart: "empty_start_organizations",
    },
    place: { rule: "own" },
    columns: [
      id("id", "Id", "Id", "código|code|n°|id organización|id_organizacion|organization id|organization"),
      text("name", "Nombre", "Name", "nombre de la organización|organización|organization name|nome"),
      text("kind", "Tipo", "Kind", "tipo de organización|organization type|type"),
      place("region", "region", "Región", "Region", REGION),
      choice("relation", "Relación", "Relation", "nivel de relación|vínculo|relationship", [
        "networking|Redes|Networking|trabajo en red|red|contacto",
        "coordinating|Coordinación|Coordinating|coordinar|coordinada",
        "cooperating|Cooperación|Cooperating|cooperar|cooperante",
        "collaborating|Colaboración|Collaborating|colaborar|colaboradora",
      ]),
      day(
        "subscribed_on",
        "Fecha de suscripción",
        "Subscription date",
        "suscripción|fecha de adhesión|suscrita el|subscription date",
      ),
      day(
        "unsubscribed_on",
        "Fecha de término de suscripción",
        "Unsubscription date",
        "fin de suscripción|fecha de baja|desuscripción|unsubscription date",
      ),
    ],
  },
  agreements: {
    name: "agreements",
    label: { es: "Convenios", en: "Agreements" },
    one: { es: "convenio", en: "agreement" },
    aliases: ["acuerdos", "convenios de trabajo", "mou", "convênios"],
    unit: "agreements",
    key: ["id"],
    time: { role: "spell", start: "signed_on", end: "expires_on", emptyStart: "empty_start_agreements" },
    place: { rule: "of", column: "organization" },
    columns: [
      id("id", "Id", "Id", "código|code|n°|id convenio|id_convenio|agreement id|agreement"),
      ref(
        "organization",
        "organizations",
        "Organización",
        "Organization",
        "id organización|id_organizacion|osc|organization id|contraparte",
        {
          required: true,
        },
      ),
      day("signed_on", "Fecha de firma", "Signing date", "firma|firmado el|fecha de inicio|signature date"),
      day(
        "expires_on",
        "Fecha de vencimiento",
        "Expiry date",
        "vencimiento|vence el|fecha de término|expiry|expiration date",
      ),
    ],
  },
  approvals: {
    name: "approvals",
    label: { es: "Aprobaciones", en: "Approvals" },
    one: { es: "aprobación", en: "approval" },
    aliases: ["solicitudes", "autorizaciones", "requests", "decisions"],
    unit: "approvals",
    key: ["id"],
    time: { role: "event", date: ["decided_on"], mayBePending: true },
    place: { rule: "of", column: "activity" },
    columns: [
      id("id", "Id", "Id", "código|code|n°|id solicitud|approval id|approval"),
      ref("activity", "activities", "Actividad", "Activity", "id actividad|id_actividad|activity id", {
        required: true,
      }),
      day("requested_on", "Fecha de solicitud", "Request date", "solicitud|solicitado el|request date"),
      day("decided_on", "Fecha de decisión", "Decision date", "decisión|decidido el|fecha de respuesta|decision date"),
      place(
        "decided_in",
        "region",
        "Región de la decisión",
        "Region of the decision",
        "decidido en|lugar de la decisión|decision region",
      ),
      text("outcome", "Resultado", "Outcome", "respuesta|decisión final|result|resultado"),
    ],
  },
  assessments: {
    name: "assessments",
    label: { es: "Evaluaciones", en: "Assessments" },
    one: { es: "evaluación", en: "assessment" },
    aliases: ["valoraciones", "diagnósticos", "ratings"],
    unit: "assessments",
    key: ["kind", "item", "period"],
    time: { role: "year", year: "period" },
    place: { rule: "none" },
    columns: [
      choice("kind", "Clase", "Kind", "tipo|type", [
        "sustainability|Sostenibilidad|Sustainability|condición de sostenibilidad",
        "barrier|Barrera|Barrier|barreras",
      ]),
      text("item", "Ítem", "Item", "condición|condition|item evaluado"),
      year("period", "Periodo", "Period", "año|período|year"),
      number("rating", "Nota", "Rating", "valoración|puntaje|calificación|score", { unit: "rating" }),
      text("evidence", "Evidencia", "Evidence", "respaldo|observaciones|notes", { personal: true }),
    ],
  },
  targets: {
    name: "targets",
    label: { es: "Metas", en: "Targets" },
    one: { es: "meta", en: "target" },
    aliases: ["objetivos por indicador", "metas anuales", "goals"],
    unit: "targets",
    key: ["indicator", "period", "kind", "parts"],
    time: { role: "period", period: "period" },
    place: { rule: "none" },
    columns: [
      text("indicator", "Indicador", "Indicator", "id indicador|indicator id"),
      period("period", "Periodo", "Period", "período|año|year"),
      choice("kind", "Clase", "Kind", "tipo de meta|tipo|type", [
        "annual|Anual|Annual|del año|yearly",
        "cumulative|Acumulada|Cumulative|acumulado",
        "final|Final|Final|al 2030|final de la estrategia",
      ]),
      text("parts", "Partes", "Parts", "desagregación|parte|disaggregation"),
      number("baseline", "Línea de base", "Baseline", "línea base|base|valor inicial"),
      number("target", "Meta", "Target", "valor meta|objetivo|goal"),
      choice("direction", "Sentido", "Direction", "dirección", [
        "up|Subir|Up|aumentar|creciente|más",
        "down|Bajar|Down|disminuir|decreciente|menos",
      ]),
    ],
  },
  figures: {
    name: "figures",
    label: { es: "Cifras", en: "Figures" },
    one: { es: "cifra", en: "figure" },
    aliases: ["datos agregados", "audiencias", "aggregates"],
    unit: "figures",
    key: ["item", "period", "region"],
    time: { role: "period", period: "period" },
    place: { rule: "own" },
    columns: [
      text("item", "Ítem", "Item", "cifra|dato|figure"),
      period("period", "Periodo", "Period", "período|año|year"),
      place("region", "region", "Región", "Region", REGION),
      number("value", "Valor", "Value", "cantidad|número|amount|valor", { unit: "figure" }),
    ],
  },
  places: {
    name: "places",
    label: { es: "Lugares", en: "Places" },
    one: { es: "lugar", en: "place" },
    aliases: ["territorios", "geografía", "geography", "regiones y comunas", "lugares"],
    unit: "places",
    key: ["code"],
    time: { role: "none" },
    place: { rule: "own" },
    columns: [
      id("code", "Código", "Code", "CUT|código CUT|iso|código iso"),
      text("country", "País", "Country", "país iso|país"),
      text("level", "Nivel", "Level", "tipo|type"),
      text("name", "Nombre", "Name", "lugar|place|nome"),
      text("aliases", "Otros nombres", "Aliases", "alias|sinónimos|other names"),
      ref("parent", "places", "Lugar superior", "Parent", "región|pertenece a|belongs to"),
      day("strategic_since", "Estratégico desde", "Strategic since", "estratégica desde|comuna estratégica desde"),
    ],
  },
  populations: {
    name: "populations",
    label: { es: "Poblaciones", en: "Populations" },
    one: { es: "población", en: "population" },
    aliases: ["población", "habitantes", "population"],
    unit: "populations",
    key: ["place", "year", "base"],
    time: { role: "year", year: "year" },
    place: { rule: "of", column: "place" },
    columns: [
      ref("place", "places", "Lugar", "Place", "código|código de lugar|comuna|región|place code", {
        required: true,
      }),
      year("year", "Año", "Year", "ano"),
      text("base", "Base", "Base", "fuente|source"),
      number("inhabitants", "Habitantes", "Inhabitants", "población|personas|population", {
        unit: "inhabitants",
      }),
    ],
  },
} as const satisfies Record<string, TableSpec>;

/** The name of a table. */
export type TableName = keyof typeof TABLES;

/** The names of a table's columns. */
export type ColumnName<Table extends TableName> = (typeof TABLES)[Table]["columns"][number]["name"];

/** Every table's name, in the order of the model. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** A table's description by name. */
export const tableSpec = (table: TableName): TableSpec => TABLES[table];
