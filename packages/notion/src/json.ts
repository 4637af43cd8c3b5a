/** A stretch of text as the service answers it. */
export interface RichText {
  readonly type: string;
  readonly plain_text: string;
}

/** A property of a data source as the service describes it; its configuration stands under the name of its type. */
export interface PropertyJson {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly select?: Options;
  readonly multi_select?: Options;
  readonly status?: Options;
  readonly relation?: { readonly data_source_id?: string };
}

interface Options {
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** A data source: the table, of which a database has one or several. */
export interface SourceJson {
  readonly id: string;
  readonly title: readonly RichText[];
  readonly in_trash: boolean;
  readonly properties: Readonly<Record<string, PropertyJson>>;
}

/** A value, which stands under the name of its type. */
export interface ValueJson {
  readonly id: string;
  readonly type: string;
  /** Of a relation: whether the answer was cut short. */
  readonly has_more?: boolean;
  readonly [type: string]: unknown;
}

/** A row. */
export interface PageJson {
  readonly object: string;
  readonly id: string;
  /** To the minute. */
  readonly created_time: string;
  readonly in_trash: boolean;
  readonly properties: Readonly<Record<string, ValueJson>>;
}

/** The text of some stretches. */
export const textOf = (texts: readonly RichText[]): string => texts.map((text) => text.plain_text).join("");

/** The values of a row by the ids of their properties: names change, ids do not. */
export const valuesOf = ({ properties }: PageJson): ReadonlyMap<string, ValueJson> =>
  new Map(Object.values(properties).map((value) => [value.id, value]));
