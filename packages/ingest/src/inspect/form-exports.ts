/** What form tools add of their own to the answers. */
const META =
  /^(?:start|end|today|deviceid|_+(?:id|uuid|version|status|tags|notes|validation_status|submitted_by|submission_time|attachments|geolocation|xform_id_string|parent_table_name)_*|formhub\/uuid|meta\/.*|_submission__+(?:validation_status|notes|status|submitted_by|version_*|tags|submission_time))$/i;
/** Of these, the ones that tell rows apart. */
const IDENTITY = /^(?:_id|_uuid)$/i;

/** What form tools put before a question: where in the form it stood. Sections that say whose answers these are stay: `tutor/nombre`. */
const SECTIONS =
  /^(?:(?:datos(?:_(?:personales|generales|basicos|participante|persona))?|identificacion|ubicacion|general|generales|personal|seccion_?\w*|section_?\w*|pagina_?\d*|page_?\d*|group_\w+|grupo_\w*\d)\/)+/i;

/** A header without the neutral sections that it stands under. */
export const withoutSections = (header: string): string => header.replace(SECTIONS, "");

/** Whether a sheet is what a form tool writes, told by what it adds. */
export const isFormExport = (headers: readonly string[]): boolean =>
  headers.filter((header) => META.test(header)).length >= 4;

/** Whether a form tool added a column. */
export const isMeta = (header: string): boolean => META.test(header) && !IDENTITY.test(header);
