import type { Language, Message, Text } from "@minga/core";

/** Tells a text of the catalogue in one language. */
export interface Say {
  (text: Text): string;
  <Data>(message: Message<Data>, data: Data): string;
}

/**
 * The teller of a language.
 *
 * @example
 * sayIn("es")(TEXTS.contents); // "En esta página"
 */
export const sayIn = (language: Language): Say => {
  const say = (entry: Text | Message<unknown>, data?: unknown): string => {
    const told = entry[language];
    return typeof told === "string" ? told : told(data);
  };
  return say;
};
