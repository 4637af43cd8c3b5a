// Pieces of Markdown.

const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");

/** A table: the header, and a row for each entry. */
export const table = (header, rows) =>
  [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");

export const code = (text) => (text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``);

export const codes = (texts) => texts.map(code).join(", ");

export const both = ({ es, en }) => `${es} / ${en}`;
