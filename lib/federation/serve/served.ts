import type { Document } from "../activity";

/** What other servers get at an address of ours. `tags`: what drops it when it is kept (lib/journal/tags.ts). */
export type Served =
  | { kind: "document"; document: Document; tags: string[]; until?: Date }
  /** It was here, and is gone for good. */
  | { kind: "gone"; document: Document }
  /** It lives elsewhere. */
  | { kind: "elsewhere"; uri: string };

export function served(document: Document, tags: string[], until?: Date): Served {
  return { kind: "document", document, tags, ...(until && { until }) };
}
