/** What a mail is about: the first word of its key. The rest names whom and what. */
export function kindOf(key: string): string {
  return key.split(":", 1)[0] ?? "";
}
