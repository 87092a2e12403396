const spelled: Record<string, string> = { œ: "oe", æ: "ae", ß: "ss" };

/** A name for a download that every system takes: ASCII, readable, `fallback` where nothing of the title is left. */
export function fileName(title: string, extension: string, fallback = "event"): string {
  const ascii = title
    .replace(/[œæß]/gi, (letter) => spelled[letter.toLowerCase()] ?? "")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return `${ascii || fallback}.${extension}`;
}
