import type { Language, Problem } from "@minga/core";
import { firstToMend, MENDED_FIRST, mendLines } from "../check/first-to-mend.ts";
import type { Style } from "../output/style.ts";
import { padEnd, widthOfText } from "../output/width.ts";
import { commandOn } from "../source/problem-note.ts";
import { NEXT_STEPS, START_TEXTS } from "../texts/start.ts";

interface EndingLayout {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
}

/** What to mend first, and how to go on. */
export const endingLines = (
  problems: readonly Problem[],
  doubts: number,
  folder: string,
  layout: EndingLayout,
): readonly string[] => {
  const { language } = layout;
  const mend = firstToMend(problems, MENDED_FIRST, language);
  const steps = [
    ...(doubts > 0 ? ["inspect" as const] : []),
    ...(mend.length > 0 ? ["check" as const] : []),
    "evaluate" as const,
    "start" as const,
  ];
  return [
    ...(mend.length === 0 ? [START_TEXTS.nothingToMend[language]] : mendLines(mend, layout)),
    "",
    ...nextStepLines(steps, folder, layout),
  ];
};

/** Commands to go on with. */
export const nextStepLines = (
  names: readonly (keyof typeof NEXT_STEPS)[],
  folder: string,
  { language, style }: Pick<EndingLayout, "language" | "style">,
): readonly string[] => {
  const steps = names.map((name) => ({ line: commandOn(name, folder), what: NEXT_STEPS[name][language] }));
  const column = Math.max(...steps.map(({ line }) => widthOfText(line)));
  return [
    style.strong(START_TEXTS.next[language]),
    ...steps.map(({ line, what }) => `  ${padEnd(line, column)}  ${style.faint(what)}`),
  ];
};
