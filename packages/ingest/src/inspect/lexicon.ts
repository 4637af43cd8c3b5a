import { fold } from "@minga/core";

/**
 * Words of headers that mean the same, in Spanish, English and Portuguese, with their abbreviations. Whole headers are the business
 * of the model's labels and aliases (core, `records/tables.ts`); this is for headers that are put together otherwise:
 * `F. Nac.`, `Mail de contacto`, `colectiva_nombre`. To teach a word, add it here.
 */
const CONCEPTS: Readonly<Record<string, string>> = {
  fecha: "fecha fechas fec fch f date dates data dia day datetime when",
  hora: "hora time",
  nombre: "nombre nombres name names nome nom",
  apellido: "apellido apellidos surname lastname sobrenome",
  correo: "correo correos mail mails email emails",
  telefono:
    "telefono telefonos tel telef fono fonos celular cel movil mobile phone phones whatsapp wsp whatsap telephone telefone",
  nacimiento: "nacimiento nac nacim birth born birthdate birthday cumpleanos nascimento",
  ingreso:
    "ingreso ing incorporacion inscripcion alta registro join joined joining signup afiliacion ingresso registration registered",
  salida: "salida baja retiro egreso leave left exit saida",
  region: "region regiao provincia province departamento uf reg",
  comuna: "comuna comunas city ciudad municipio municipality town localidad cidade distrito commune",
  genero: "genero sexo gender sex",
  documento: "rut run dni cedula ci cpf documento",
  persona:
    "persona personas person people participante participantes participant participants asistente asistentes attendee attendees activista activistas activist voluntario voluntaria voluntarios voluntarias volunteer volunteers integrante integrantes member members miembro miembros contacto contact usuario user pessoa inscrito inscrita alumno alumna guest donante donantes donor socio socia socios firmante signer subscriber subscribers suscriptor suscriptora suscriptores",
  grupo:
    "grupo grupos group groups nucleo nucleos capitulo capitulos chapter chapters equipo equipos team teams comision comisiones colectiva colectivas colectivo colectivos comite",
  actividad:
    "actividad actividades activity activities evento eventos event events taller talleres workshop workshops curso cursos course courses sesion sesiones session sessions charla charlas talk accion acciones action reunion reuniones meeting encuentro encuentros meetup jornada atividade",
  organizacion:
    "organizacion organizaciones organization organizations organisation org osc ong aliado aliada aliados partner partners contraparte institucion instituciones entidad",
  proyecto: "proyecto proyectos project projects campana campanas campaign projeto",
  convenio: "convenio convenios acuerdo acuerdos agreement agreements mou",
  id: "id ids codigo cod code identificador identifier uuid index clave key folio",
  tipo: "tipo tipos type types kind clase categoria category",
  estado: "estado",
  situacion: "status situacion",
  horas: "horas hrs hours hour duracion duration horaria",
  rol: "rol roles role cargo funcion papel position",
  desde: "desde since from inicio start comienzo begin starts",
  hasta: "hasta until fin end termino ends",
  titulo: "titulo title",
  asistencia: "asistencia asistencias asistio attendance attended presente presencia",
  total: "total totales cantidad count cuantas cuantos amount",
  numero: "numero num n nro number",
  solicitud: "solicitud solicitudes request requests approval aprobacion",
  firma: "firma firmado firmada signed signature signing",
  vencimiento: "vencimiento vence expiry expires expiration caducidad",
  creacion: "creacion creado creada created fundacion founded fundado fundada founding formacion",
  cierre: "cierre closed closing cerrado cerrada",
  suscripcion: "suscripcion suscrita adhesion subscription subscribed",
  vinculo: "vinculo relacion relation relationship",
  objetivo: "objetivo objective goal",
  ano: "ano anos year ejercicio",
  motivo: "motivo razon reason causa",
};

/** Words that say nothing about what a column holds. */
const FILLERS =
  "de del la el los las un una y o e en a al con por para se su sus tu tus mi cual cuales es son que qual the of your what is do da dos das em seu sua favor indica indicar indique ingresa ingrese escribe escriba please enter select selecciona completo completa full electronico electronica residencia vives vive donde reside resides actual principal personal oficial official opcional optional obligatorio required respuesta marca temporal estas estamos cuando te identificas identifica identify";

/** What a word stands for: itself, where it is in no list. */
export const CONCEPT_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(CONCEPTS).flatMap(([concept, words]) => words.split(" ").map((word) => [word, concept] as const)),
);

/** See {@link FILLERS}. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(FILLERS.split(" "));

/** Concepts that stand in columns of all kinds: by themselves beside an unknown word they tell nothing. */
export const GENERIC: ReadonlySet<string> = new Set([
  "nombre",
  "fecha",
  "id",
  "tipo",
  "estado",
  "titulo",
  "total",
  "ano",
]);

/** Words of people who are not the one that a row is about: how to reach these says nothing of this one. */
export const OTHERS_ROLES: ReadonlySet<string> = new Set(
  "responsable responsables encargado encargada coordinador coordinadora coordinator coordenador coordenadora tutor tutora apoderado apoderada emergencia emergency emergencias madre padre mother father mae pai suplente facilitador facilitadora facilitator relator relatora tallerista docente supervisor supervisora recolector recolectora referente lider leader owner organizer jefe jefa manager approved aprobado".split(
    " ",
  ),
);

/** How units are written, by what they measure as fields call it. */
const UNITS: Readonly<Record<string, RegExp>> = {
  hours: /\b(?:horas|hrs?|hours?)\b/,
  minutes: /\b(?:minutos?|mins?|minutes?|segundos?|seconds?|secs?)\b/,
  days: /\b(?:dias|days|jornadas|semanas?|weeks?|meses|months?)\b/,
  money:
    /[$€]|\b(?:clp|usd|eur|brl|pesos|dolares|reais|uf|utm|euros?|monto|costo|cost|custo|valor|precio|price|pago)\b/,
};

/** The units that a header speaks of. */
export const unitsIn = (header: string): readonly string[] =>
  Object.entries(UNITS).flatMap(([unit, written]) =>
    written.test(header.toLowerCase()) || written.test(fold(header)) ? [unit] : [],
  );

/** Ticks under such a name are no attendance: what was paid, who could come. */
export const NO_ATTENDANCE: RegExp =
  /\b(?:cuotas?|pagos?|mensualidad(?:es)?|payments?|dues|fees?|mensalidades?|pagamentos?|disponibilidad|availability|disponibilidade|doodle|encuesta|survey|enquete|votacion|votes?|poll|votacao|turnos?|shifts?)\b/;

/** Words beside a field's own that change nothing: `Número de teléfono`. */
export const SOFT: ReadonlySet<string> = new Set(["numero"]);

/** What sheets call a field that other columns may be called too: worth a question, whatever the cells. */
export const WEAK_NAMES: Readonly<Record<string, readonly string[]>> = {
  "people.joined_on": [
    "marca temporal",
    "timestamp",
    "created at",
    "created",
    "date added",
    "submission time",
    "submitted at",
    "fecha de envío",
    "created date",
    "optin time",
    "subscribed at",
    "subscribed on",
    "carimbo de data hora",
  ],
  "people.left_on": ["unsubscribed on", "unsubscribed at", "opted out"],
  "people.region": ["procedencia", "estado de residencia"],
  "people.source": [
    "canal",
    "medio",
    "fuente",
    "utm source",
    "referral",
    "lead source",
    "cómo te enteraste",
    "cómo supiste de nosotros",
    "how did you hear about us",
    "como ficou sabendo",
  ],
  "activities.date": [
    "start",
    "start at",
    "start time",
    "start date",
    "starts at",
    "inicio",
    "fecha de inicio",
    "fecha y hora",
    "cuándo",
  ],
  "activities.headcount": ["attendees", "rsvps", "yes", "asistencia", "inscritos", "participantes", "asistieron"],
  "activities.kind": ["formato", "category", "categoría", "temática", "modalidad"],
  "activities.commune": ["lugar", "location", "venue"],
  "groups.founded_on": ["desde", "inicio", "start", "created", "created at"],
};

/** Of these, the ones that say of what a row is how many or which they are: `Total sesiones` is no total of people. */
export const COUNTING: ReadonlySet<string> = new Set(["total", "ano", "estado", "situacion"]);

/** Columns that are computed of others hold none of a record's own facts. */
export const COMPUTED =
  /^\s*%|%[\s)\]]*$|\b(?:porcentaje|percent|percentage|promedio|average|tasa|razon|ratio|ranking)\b/;
