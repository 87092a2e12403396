/**
 * How a server's software shows an event. "events": as an event; "summaries": title, summary and a link (Mastodon);
 * "notes": only the content of a Note.
 */
export type Form = "events" | "summaries" | "notes";

/** Names of software as NodeInfo tells them. What is not named here, or not known, gets events: they have a summary. */
export const softwareOf = {
  summaries: ["mastodon", "hometown", "glitchcafe", "sharkey", "fedibird", "kmyblue"],
  notes: ["gotosocial", "snac", "snac2", "hollo", "misskey", "pixelfed", "lemmy", "piefed", "peertube"],
} as const;

/**
 * How a server's software takes an event that a server passes on: the Create of it ("creates": Gancio 1.21 counts all
 * else as a boost), or the event itself ("objects": Mobilizon, and whatever else there is).
 */
export type Passing = "creates" | "objects";

export const takesCreates: readonly string[] = ["gancio"];

/** The form in which this software is told about an event. */
export function formFor(software: string): Form {
  const name = software.toLowerCase();
  if ((softwareOf.summaries as readonly string[]).includes(name)) return "summaries";
  return (softwareOf.notes as readonly string[]).includes(name) ? "notes" : "events";
}
