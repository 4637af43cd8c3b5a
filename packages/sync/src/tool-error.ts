import type { Language, Message, Text } from "@minga/core";
import { AdapterError, type ErrorText } from "./adapter-error.ts";

interface ToolTexts {
  readonly message: Message<{ readonly tool: string; readonly detail: string }>;
  readonly suggestion: Text;
  /** Whether a moment later it may go well. */
  readonly isPassing?: true;
  /** Whether the answer alone may be missing. */
  readonly mayHaveLanded?: true;
}

const TEXTS = {
  "no-credentials": {
    message: {
      es: ({ tool, detail }) => `Falta la credencial de ${tool}: ${detail}`,
      en: ({ tool, detail }) => `The credential for ${tool} is missing: ${detail}`,
    },
    suggestion: {
      es: "Sigue los pasos de la página de la herramienta en docs/ y vuelve a intentarlo.",
      en: "Follow the steps on the tool's page in docs/ and try again.",
    },
  },
  unauthorized: {
    message: {
      es: ({ tool, detail }) => `${tool} no acepta la credencial${inBrackets(detail)}`,
      en: ({ tool, detail }) => `${tool} does not accept the credential${inBrackets(detail)}`,
    },
    suggestion: {
      es: "Puede haber vencido o estar mal copiada: crea otra y ponla en su lugar.",
      en: "It may have run out or be copied wrongly: make another one and put it in its place.",
    },
  },
  forbidden: {
    message: {
      es: ({ tool, detail }) => `${tool} no da permiso${inBrackets(detail)}`,
      en: ({ tool, detail }) => `${tool} does not give permission${inBrackets(detail)}`,
    },
    suggestion: {
      es: "Comparte el archivo o la base con la cuenta de minga, con permiso de edición si va a escribir. No falta ninguna fila: no se pudo mirar.",
      en: "Share the file or the base with minga's account, with permission to edit if it is to write. No row is gone: they could not be looked at.",
    },
  },
  "not-found": {
    message: {
      es: ({ tool, detail }) => `${tool} no encuentra ${detail}`,
      en: ({ tool, detail }) => `${tool} does not find ${detail}`,
    },
    suggestion: {
      es: "Revisa la dirección o el identificador, y que esté compartido con la cuenta de minga.",
      en: "Check the address or id, and that it is shared with minga's account.",
    },
  },
  "no-such-table": {
    message: {
      es: ({ tool, detail }) => `En ${tool} no hay ninguna tabla o pestaña ${detail}`,
      en: ({ tool, detail }) => `${tool} has no table or tab ${detail}`,
    },
    suggestion: {
      es: "Puede haber cambiado de nombre: mira cuáles hay con minga doctor.",
      en: "It may have been renamed: see which there are with minga doctor.",
    },
  },
  "wrong-kind": {
    message: {
      es: ({ tool, detail }) => `Eso no es lo que se esperaba en ${tool}: ${detail}`,
      en: ({ tool, detail }) => `That is not what was expected in ${tool}: ${detail}`,
    },
    suggestion: {
      es: "Mira en la página de la herramienta en docs/ qué dirección sirve para esto, y cópiala del navegador.",
      en: "See on the tool's page in docs/ which address is good for this, and copy it from the browser.",
    },
  },
  "several-tables": {
    message: {
      es: ({ detail }) => `La base de datos tiene varias tablas: ${detail}`,
      en: ({ detail }) => `The database has several tables: ${detail}`,
    },
    suggestion: { es: "Di cuál con `tab`.", en: "Say which with `tab`." },
  },
  refused: {
    message: {
      es: ({ tool, detail }) => `${tool} rechaza el pedido${inBrackets(detail)}`,
      en: ({ tool, detail }) => `${tool} refuses the request${inBrackets(detail)}`,
    },
    suggestion: {
      es: "Mira con minga doctor si los campos cambiaron; si no, avísanos: es una falla de minga.",
      en: "See with minga doctor whether the fields changed; if not, tell us: it is a fault of minga's.",
    },
  },
  "quota-spent": {
    message: {
      es: ({ tool }) => `Se agotó la cuota mensual de ${tool}`,
      en: ({ tool }) => `The monthly allowance of ${tool} is spent`,
    },
    suggestion: {
      es: "Nada se sigue intentando. Espera al mes que viene o cambia de plan; lo que ya se escribió, escrito está.",
      en: "Nothing is tried any more. Wait for the next month or change the plan; what was written stays written.",
    },
  },
  "rate-limited": {
    message: {
      es: ({ tool }) => `${tool} pide ir más lento, y siguió pidiéndolo`,
      en: ({ tool }) => `${tool} asks to go slower, and went on asking`,
    },
    suggestion: {
      es: "Otro programa puede estar usando la misma cuenta. Repite la orden en unos minutos: sigue donde quedó.",
      en: "Another program may be using the same account. Run the command again in some minutes: it goes on where it stopped.",
    },
    isPassing: true,
  },
  conflict: {
    message: {
      es: ({ tool }) => `${tool} está cambiando lo mismo en otro lugar`,
      en: ({ tool }) => `${tool} is changing the same thing elsewhere`,
    },
    suggestion: { es: "Repite la orden en un momento.", en: "Run the command again in a moment." },
    isPassing: true,
  },
  unavailable: {
    message: {
      es: ({ tool, detail }) => `${tool} no responde bien${inBrackets(detail)}`,
      en: ({ tool, detail }) => `${tool} does not answer well${inBrackets(detail)}`,
    },
    suggestion: {
      es: "Repite la misma orden más tarde: nada queda a medias ni se duplica.",
      en: "Run the same command later: nothing is left half done or doubled.",
    },
    isPassing: true,
    mayHaveLanded: true,
  },
  unreachable: {
    message: {
      es: ({ tool, detail }) => `No se puede llegar a ${tool}${inBrackets(detail)}`,
      en: ({ tool, detail }) => `${tool} cannot be reached${inBrackets(detail)}`,
    },
    suggestion: { es: "Revisa la conexión a internet.", en: "Check the internet connection." },
    isPassing: true,
  },
  unfinished: {
    message: {
      es: ({ tool }) => `${tool} no entrega la lista completa, y una parte no basta para escribir`,
      en: ({ tool }) => `${tool} does not give the whole list, and a part of it is not enough to write from`,
    },
    suggestion: {
      es: "Repite la orden más tarde; si la tabla es muy grande, divídela.",
      en: "Run the command again later; if the table is very large, split it.",
    },
  },
} as const satisfies Record<string, ToolTexts>;

function inBrackets(detail: string): string {
  return detail === "" ? "" : ` (${detail})`;
}

/** Why a tool did not do what was asked. */
export type ToolErrorReason = keyof typeof TEXTS;

/**
 * A failure of one of the tools. What the service says in words is left out of it: services quote cells. The `detail` names
 * a status, a code, a table, never a value.
 *
 * @example
 * new ToolError("Airtable", "forbidden", "403 NOT_AUTHORIZED").describe("es").message; // "Airtable no da permiso (403 NOT_AUTHORIZED)"
 */
export class ToolError extends AdapterError<ToolErrorReason> {
  override readonly name = "ToolError";
  readonly tool: string;
  readonly detail: string;
  /** Milliseconds after which the service says that it may be asked again. */
  readonly retryAfter: number | undefined;
  #isAfterSome = false;

  constructor(tool: string, reason: ToolErrorReason, detail = "", retryAfter?: number) {
    super(reason, TEXTS[reason].message.en({ tool, detail }));
    this.tool = tool;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  get isRetryable(): boolean {
    return (TEXTS[this.reason] as ToolTexts).isPassing === true;
  }

  override get mayHaveLanded(): boolean {
    return this.#isAfterSome || (TEXTS[this.reason] as ToolTexts).mayHaveLanded === true;
  }

  /** The same error, of a request that was sent before without an answer: that time it may have landed. */
  afterSome(): ToolError {
    const error = new ToolError(this.tool, this.reason, this.detail, this.retryAfter);
    error.#isAfterSome = true;
    return error;
  }

  describe(language: Language): ErrorText {
    const { message, suggestion } = TEXTS[this.reason];
    return { message: message[language]({ tool: this.tool, detail: this.detail }), suggestion: suggestion[language] };
  }
}
