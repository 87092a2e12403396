import * as z from "zod";

/** Whom something is addressed to that everybody may read. */
export const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

/** A document as other servers write and read it. */
export type Document = Record<string, unknown>;

/** Something said to other servers. */
export type Activity = Document & { id: string; type: string; actor: string };

/** What every activity that arrives must have. Everything else is for those who listen to its type. */
export const receivedSchema = z.looseObject({
  id: z.url({ protocol: /^https?$/ }).max(2000),
  type: z.string().min(1).max(60),
  actor: z.url({ protocol: /^https?$/ }).max(2000),
});

export type Received = z.output<typeof receivedSchema>;
