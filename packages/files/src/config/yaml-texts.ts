import type { Text } from "@minga/core";
import type { ErrorCode } from "yaml";

/** What keeps a text from being YAML, and what to do about it, by the code that the library gives. */
export const YAML_TEXTS: Readonly<Record<ErrorCode, Text>> = {
  ALIAS_PROPS: { es: "una referencia (*) no lleva más marcas", en: "an alias (*) takes no other marks" },
  BAD_ALIAS: {
    es: "una referencia (*) o un ancla (&) sin nombre; si es texto, escríbelo entre comillas",
    en: "an alias (*) or an anchor (&) without a name; if it is text, put it in quotes",
  },
  BAD_COLLECTION_TYPE: {
    es: "una etiqueta (!) que no es de lista ni de campos",
    en: "a tag (!) of another kind of value",
  },
  BAD_DIRECTIVE: {
    es: "una línea que empieza con % y no se entiende",
    en: "a line that begins with % and means nothing",
  },
  BAD_DQ_ESCAPE: {
    es: "una barra \\ que no se entiende entre comillas dobles; escríbela dos veces, o usa comillas simples",
    en: "a \\ that means nothing within double quotes; write it twice, or use single quotes",
  },
  BAD_INDENT: {
    es: "la sangría no calza (los campos de un mismo nivel empiezan en la misma columna), o falta cerrar un [ o un {",
    en: "the indentation does not fit (fields of one level begin in the same column), or a [ or { is not closed",
  },
  BAD_PROP_ORDER: { es: "una marca (& o !) fuera de su lugar", en: "a mark (& or !) out of its place" },
  BAD_SCALAR_START: {
    es: "un texto no puede empezar con este signo; escríbelo entre comillas",
    en: "a text cannot begin with this sign; put it in quotes",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    es: "dos campos en una línea; escribe cada uno en la suya, o el texto que lleva dos puntos entre comillas",
    en: "two fields in one line; give each its own, or put a text with a colon in quotes",
  },
  BLOCK_IN_FLOW: {
    es: "una lista o campos con sangría dentro de [ ] o { }",
    en: "an indented list or fields within [ ] or { }",
  },
  DUPLICATE_KEY: { es: "este campo ya está más arriba; deja uno", en: "this field stands above already; keep one" },
  IMPOSSIBLE: { es: "el texto está dañado", en: "the text is damaged" },
  KEY_OVER_1024_CHARS: {
    es: "más de 1024 letras antes de los dos puntos; ¿falta cerrar unas comillas?",
    en: "more than 1024 letters before the colon; is a quote left open?",
  },
  MISSING_CHAR: {
    es: "falta un signo: cierra las comillas, los [ ] o las { }, separa con comas y deja un espacio después de los dos puntos",
    en: "a sign is missing: close quotes, [ ] and { }, separate with commas, and leave a space after a colon",
  },
  MULTILINE_IMPLICIT_KEY: {
    es: "una línea sin dos puntos; un campo se escribe `nombre: valor`",
    en: "a line without a colon; a field is written `name: value`",
  },
  MULTIPLE_ANCHORS: { es: "más de un ancla (&) en un valor", en: "more than one anchor (&) on a value" },
  MULTIPLE_DOCS: { es: "más de un documento (---) en el archivo", en: "more than one document (---) in the file" },
  MULTIPLE_TAGS: { es: "más de una etiqueta (!) en un valor", en: "more than one tag (!) on a value" },
  NON_STRING_KEY: { es: "el nombre de un campo tiene que ser un texto", en: "a field's name must be a text" },
  RESOURCE_EXHAUSTION: { es: "demasiados niveles, unos dentro de otros", en: "too many levels within one another" },
  TAB_AS_INDENT: {
    es: "la sangría lleva tabuladores; escríbela con espacios",
    en: "the indentation holds tabs; write it with spaces",
  },
  TAG_RESOLVE_FAILED: {
    es: "una etiqueta (!) que no se conoce; si es texto, escríbelo entre comillas",
    en: "an unknown tag (!); if it is text, put it in quotes",
  },
  UNEXPECTED_TOKEN: {
    es: "un signo que aquí no va; si es parte de un texto, escribe el texto entre comillas",
    en: "a sign that has no place here; if it is part of a text, put the text in quotes",
  },
};

/** What the library throws for: values deeper than the stack, aliases that multiply without end. */
export const TOO_DEEP: Text = {
  es: "demasiados niveles o referencias, unos dentro de otros",
  en: "too many levels or aliases within one another",
};
