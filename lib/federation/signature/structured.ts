/** One signature that is announced: what it covers, in its order, and its parameters; `raw` as it was written. */
export type SignatureInput = {
  label: string;
  names: string[];
  params: Partial<Record<string, string>>;
  raw: string;
};

/**
 * Reads `Signature-Input` (RFC 9421, 4.1), a dictionary of RFC 8941. Null for what is none, and for parts with parameters
 * of their own, which nobody needs between servers.
 */
export function readInput(header: string): SignatureInput[] | null {
  const member =
    /\s*([a-z*][a-z0-9_.*-]*)=(\(((?: *"[a-z0-9@_-]+")*) *\)((?:;[a-z]+=(?:"[^"\\]*"|\d+))*))\s*(?:,|$)/y;
  const found: SignatureInput[] = [];
  while (member.lastIndex < header.length) {
    const [, label, raw, list = "", rest = ""] = member.exec(header) ?? [];
    if (label === undefined || raw === undefined) return null;
    const names = Array.from(list.matchAll(/"([^"]+)"/g), ([, name]) => name!);
    const params = Array.from(rest.matchAll(/;([a-z]+)=(?:"([^"]*)"|(\d+))/g), ([, name, text, number]) => [
      name!,
      text ?? number!,
    ]);
    const isTwice = new Set(names).size < names.length;
    if (isTwice || new Set(params.map(([name]) => name)).size < params.length) return null;
    found.push({ label, raw, names, params: Object.fromEntries(params) });
  }
  return found;
}

/** Reads `Signature` (RFC 9421, 4.2): bytes by their label; of a label that stands twice, the last. */
export function readSignatures(header: string): Map<string, Buffer> {
  const members = header.matchAll(/(?:^|,)\s*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/=]*):/g);
  return new Map(Array.from(members, ([, label, text]) => [label!, Buffer.from(text!, "base64")]));
}
