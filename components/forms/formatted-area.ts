/** Writes into a field as if it was typed: whoever listens to it, such as what keeps drafts, hears of it. */
export function writeInto(area: HTMLTextAreaElement | null, text: string): void {
  if (!area) return;
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Puts a paragraph where somebody writes, and goes on behind it. */
export function insertInto(area: HTMLTextAreaElement | null, paragraph: string): void {
  if (!area) return;
  const { value, selectionStart, selectionEnd } = area;
  const before = [value.slice(0, selectionStart).trimEnd(), paragraph].filter(Boolean).join("\n\n");
  const after = value.slice(selectionEnd).trimStart();
  writeInto(area, after ? `${before}\n\n${after}` : before);
  area.focus();
  area.setSelectionRange(before.length, before.length);
}
