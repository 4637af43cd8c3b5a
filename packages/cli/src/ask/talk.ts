import type { Language } from "@minga/core";
import { Effect } from "effect";
import type { Io } from "../io.ts";
import { type Style, styleOf } from "../output/style.ts";
import { ASK_TEXTS } from "../texts/ask.ts";

/** The person ended the talk (Ctrl-D) before it was over. */
export class TalkEnded extends Error {
  override readonly name = "TalkEnded";
}

/** Asks a person, one line at a time. Questions go where messages go, so that results can be piped elsewhere. */
export class Talk {
  readonly #io: Io;
  readonly language: Language;
  readonly style: Style;
  /** How many questions there may be; without it any number, and they are not counted aloud. */
  readonly #most: number | undefined;
  #asked = 0;

  constructor(io: Io, language: Language, most?: number) {
    this.#io = io;
    this.language = language;
    this.style = styleOf(io.err, io.env);
    this.#most = most;
  }

  /** How many questions may still be asked. */
  get left(): number {
    return (this.#most ?? Number.POSITIVE_INFINITY) - this.#asked;
  }

  /** Says something. */
  async say(...lines: readonly string[]): Promise<void> {
    await this.#io.err.write(lines.map((line) => `${line}\n`).join(""));
  }

  /**
   * Asks until the answer can be read. `read` gives undefined where it cannot, and `help` then says what can be answered. An empty line
   * takes `fallback`, where there is one.
   *
   * @throws {TalkEnded} where the person types no more.
   */
  async ask<Value>(
    question: string,
    fallback: { readonly shown: string; readonly value: Value } | undefined,
    read: (answer: string) => Value | undefined,
    help: string,
  ): Promise<Value> {
    this.#asked++;
    const count = this.#most === undefined ? "" : this.style.faint(`${this.#asked}/${this.#most} `);
    const shown = fallback === undefined ? "" : ` [${fallback.shown}]`;
    for (;;) {
      await this.#io.err.write(`${count}${this.style.strong(question)}${shown} `);
      const line = await this.#io.in.line();
      if (line === undefined) {
        await this.say("");
        throw new TalkEnded();
      }
      const answer = line.trim();
      if (answer === "" && fallback !== undefined) return fallback.value;
      const isHelp = answer === "" || answer === "?";
      // A letter that the terminal cut in two is no answer.
      const value = isHelp || answer.includes("\uFFFD") ? undefined : read(answer);
      if (value !== undefined) return value;
      if (!isHelp) await this.say(this.style.careful(ASK_TEXTS.notUnderstood[this.language](answer)));
      await this.say(this.style.faint(help));
    }
  }

  /** A question that yes or no answers. */
  yesOrNo(question: string, fallback: boolean): Promise<boolean> {
    const { language } = this;
    return this.ask(
      question,
      { shown: ASK_TEXTS.yesOrNo[language](fallback), value: fallback },
      (answer) => (isYes(answer) ? true : isNo(answer) ? false : undefined),
      ASK_TEXTS.yesOrNoHelp[language],
    );
  }
}

/** Either language's word is understood in both. */
export const isYes = (answer: string): boolean => /^(?:s|sí|si|y|yes)$/i.test(answer);
export const isNo = (answer: string): boolean => /^no?$/i.test(answer);

/** Whether there is a person to be asked. */
export const canAsk = ({ in: input, err }: Io): boolean => input.isTerminal && err.isTerminal;

/** Asks whether to do something that changes things: no unless they say yes. */
export const agreesTo = (question: string, io: Io, language: Language): Effect.Effect<boolean> =>
  Effect.promise(() =>
    new Talk(io, language).yesOrNo(question, false).catch((error: unknown) => {
      if (error instanceof TalkEnded) return false;
      throw error;
    }),
  );
