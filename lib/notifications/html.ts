/** Markup in which everything that was put into it is escaped. */
export type Html = { readonly html: string };

type Piece = string | number | Html | readonly Html[] | undefined;

/** Writes markup: texts that are put in are escaped, in elements and in quoted attributes alike; markup is not. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { html: parts.reduce((all, part, index) => all + written(pieces[index - 1]) + part) };
}

/** A text of several lines, each on its own. */
export function lines(text: string): Html[] {
  return text.split("\n").map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
}

function written(piece: Piece): string {
  if (piece === undefined) return "";
  if (typeof piece === "string" || typeof piece === "number") return escaped(String(piece));
  return "html" in piece ? piece.html : piece.map((one) => one.html).join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
