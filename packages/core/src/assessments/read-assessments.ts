import { type ColumnData, type Dataset, ROW_STATES } from "../records/dataset.ts";
import { readChoices, readNumbers, readTexts } from "../records/read-cells.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { fold, LANGUAGES } from "../text/text.ts";
import {
  type Assessment,
  type AssessmentKind,
  RATINGS,
  type SkippedAssessment,
  type SkippedAssessmentReason,
} from "./assessment.ts";

/**
 * Reads the table of assessments: the ratings of the strategy's conditions of sustainability and barriers by year, and the rows
 * that stand nowhere, each with its cell and the reason. An item is named by its id or its label in either language; of two rows
 * for one item and year the first one stands. A repeated row is left out (the dataset reports it).
 *
 * @example
 * readAssessments(dataset, strategy).assessments[0];
 * // { kind: "sustainability", item: "free-funds", year: 2025, rating: 2, evidence: 1, ... }
 */
export const readAssessments = (
  dataset: Dataset,
  strategy: Pick<Strategy, "sustainability" | "theoryOfChange">,
): { readonly assessments: readonly Assessment[]; readonly skipped: readonly SkippedAssessment[] } => {
  const assessments: Assessment[] = [];
  const skipped: SkippedAssessment[] = [];
  const table = dataset.tables.get("assessments");
  if (table === undefined) return { assessments, skipped };
  const column = (name: string): ColumnData | undefined => table.columns.get(name);
  const [kinds, items, evidence] = [
    readChoices(column("kind")),
    readTexts(column("item")),
    readTexts(column("evidence")),
  ];
  const [years, ratings] = [readNumbers(column("period")), readNumbers(column("rating"))];
  const seen = new Set<string>();
  for (let row = 0; row < table.length; row++) {
    if (ROW_STATES[table.states[row]!] !== "counts") continue;
    const skip = (name: string, reason: SkippedAssessmentReason, found: string | null): void => {
      skipped.push({ address: table.address(row, name), column: name, reason, found });
    };
    const [kind, written] = [kinds(row) as AssessmentKind | null, items(row)];
    const [year, rating] = [years(row), ratings(row)];
    const item = kind === null || written === null ? undefined : itemNamed(written, kind, strategy);
    const key = JSON.stringify([kind, item, year]);
    if (kind === null) skip("kind", "no-kind", null);
    else if (item === undefined) skip("item", "unknown-item", written);
    else if (year === null) skip("period", "no-year", null);
    else if (rating !== null && !(rating >= RATINGS.least && rating <= RATINGS.most)) {
      skip("rating", "out-of-range", String(rating));
    } else if (seen.has(key)) skip("item", "repeated-item", written);
    else {
      seen.add(key);
      assessments.push({ kind, item, year, rating, evidence: piecesOf(evidence(row)), address: table.address(row) });
    }
  }
  return { assessments, skipped };
};

const itemNamed = (
  written: string,
  kind: AssessmentKind,
  { sustainability, theoryOfChange }: Pick<Strategy, "sustainability" | "theoryOfChange">,
): string | undefined => {
  const known = kind === "sustainability" ? sustainability : theoryOfChange.barriers;
  const wanted = fold(written);
  return known.find(({ id, label }) =>
    [id, ...LANGUAGES.map((language) => label[language])].some((name) => fold(name) === wanted),
  )?.id;
};

const piecesOf = (text: string | null): number =>
  (text ?? "").split(/[;\n]/).filter((piece) => piece.trim() !== "").length;
