const maxLength = 20_000;
/** Lists and quotes inside each other; nobody reads deeper. */
const maxDepth = 8;
const maxIndent = 24;
const maxMarksInBlock = 300;

const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+[ \t]*/;
const rule = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;

/**
 * Takes out of Markdown what makes parsers hang or overflow the stack: very deep quotes, lists and emphasis, very
 * long runs of spaces. Ordinary text comes back as it was.
 */
export function tameMarkdown(source: string): string {
  return source
    .slice(0, maxLength)
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]{60,}/g, " ")
    .split("\n")
    .map(flattenLine)
    .join("\n")
    .split(/(\n[ \t]*\n)/)
    .map(flattenBlock)
    .join("");
}

function flattenLine(line: string): string {
  if (rule.test(line)) return line.length > 80 ? "---" : line;
  const prefix = containers.exec(line)?.[0] ?? "";
  const depth = prefix.replace(/\d+[.)]/g, "-").replace(/[^>+*-]/g, "").length;
  const flat = depth > maxDepth ? line.slice(prefix.length) : line;
  return flat.replace(/^[ \t]+/, (indent) => indent.slice(0, maxIndent));
}

function flattenBlock(block: string): string {
  const marks = block.replace(/^[ \t]*[-+*] /gm, "").match(/[*_~`]+/g);
  const longest = Math.max(0, ...(marks ?? []).map((mark) => mark.length));
  if (!marks || (marks.length <= maxMarksInBlock && longest <= 100)) return block;
  return block.replace(/\\*([*_~`])/g, "\\$1");
}
