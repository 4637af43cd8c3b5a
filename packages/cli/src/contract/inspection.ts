import type { TableName, Text } from "@minga/core";
import type { SourceMapping } from "@minga/ingest";

// What `minga inspect --json` writes. docs/inspection.schema.json is made from its schema.

/** Why something is proposed. */
interface JsonEvidence {
  readonly kind: string;
  readonly text: Text;
}

/** A field that a column may hold. */
interface JsonFieldProposal {
  readonly field: string;
  readonly confidence: number;
  readonly evidence: readonly JsonEvidence[];
}

/** A table that was found in a sheet. */
export interface JsonTableProposal {
  readonly range: string;
  readonly headerRow: number;
  readonly rows: number;
  readonly title: string | null;
  readonly totals: readonly number[];
  readonly notes: readonly number[];
  readonly table: {
    readonly table: TableName;
    readonly confidence: number;
    readonly evidence: readonly JsonEvidence[];
  } | null;
  readonly otherTables: readonly { readonly table: TableName; readonly confidence: number }[];
  readonly layout: "long" | "grid" | "joined" | "embedded" | "tabs";
  readonly columns: readonly {
    readonly letter: string;
    readonly header: string;
    readonly best: JsonFieldProposal | null;
    readonly others: readonly JsonFieldProposal[];
    readonly values: readonly {
      readonly text: string;
      readonly value: string;
      readonly confidence: number;
      readonly rows: number;
    }[];
    readonly parts: readonly string[];
    readonly dates: "dmy" | "mdy" | "both" | "untold" | null;
    readonly numbers: "es" | "en" | "untold" | null;
  }[];
  readonly mapping: SourceMapping;
  readonly alsoMappings: readonly SourceMapping[];
  readonly doubts: readonly { readonly kind: string; readonly letter: string | null; readonly text: Text }[];
}

/** Everything that was looked at. */
export interface JsonInspection {
  /** From here on a proposal is taken without asking. */
  readonly sure: number;
  readonly doubts: number;
  readonly sheets: readonly {
    readonly file: string;
    readonly tab: string | null;
    readonly hidden: boolean;
    readonly whole: boolean;
    readonly decided: boolean;
    readonly notData: Text | null;
    readonly tables: readonly JsonTableProposal[];
    readonly changes: readonly {
      readonly path: readonly (string | number)[];
      readonly field: string | null;
      readonly was: string;
      readonly now: { readonly header: string; readonly letter: string } | null;
    }[];
  }[];
  readonly closed: readonly { readonly file: string; readonly code: string; readonly text: Text }[];
  readonly ignored: readonly string[];
}
