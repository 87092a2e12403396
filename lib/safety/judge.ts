import { accountDaysOf } from "@/lib/accounts/age";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { invalidField } from "@/lib/core/errors";
import type { SafetySettings } from "@/lib/instance/safety-settings";
import { type Burst, findCommentBurst, findEventBurst } from "./bursts";
import { isAmongFirst } from "./first-posts";
import { type Hit, hitsOf, outcomeOf, type Scope } from "./rules";

type Wanted = { authorId: string; text: string; field: string };

/** What becomes of something: it waits for moderators or does not, and what they should look at. */
export type Verdict = { isHeld: boolean; hits: Hit[]; burst: Burst | null };

type Saying = Wanted & { html: string; eventId: string; isHost: boolean; isNew: boolean };

/**
 * What the rules say to a comment. Hosts never wait under their own events. Refuses with the field error
 * `words_not_allowed`.
 */
export async function judgeComment(
  tx: Context,
  settings: SafetySettings,
  { isHost, isNew, ...said }: Saying,
): Promise<Verdict> {
  const accountDays = await ageOf(tx, settings, said.authorId);
  const hits = hitsWithin(settings, { scope: "comments", accountDays, ...said });
  if (isHost) return { isHeld: false, hits: callsOf(hits, false), burst: null };
  const burst = isNew ? await findCommentBurst(tx, settings, said) : null;
  const isFirst = await isAmongFirst(tx, settings, { ...said, accountDays });
  return verdictOf(hits, { burst, isFirst });
}

/** The same for an event that is announced. Refuses with the field error `words_not_allowed`. */
export async function judgeEvent(tx: Context, settings: SafetySettings, told: Wanted): Promise<Verdict> {
  const accountDays = await ageOf(tx, settings, told.authorId);
  const hits = hitsWithin(settings, { scope: "events", accountDays, ...told });
  const burst = await findEventBurst(tx, settings, told.authorId);
  return verdictOf(hits, { burst, isFirst: await isAmongFirst(tx, settings, { ...told, accountDays }) });
}

/**
 * The same for what cannot wait: an event that is public already, or what an identity calls itself. Answers with what
 * moderators should look at. Refuses with the field error `words_not_allowed`.
 */
export function judgeWords(
  settings: SafetySettings,
  { scope, text, field }: Pick<Wanted, "text" | "field"> & { scope: Scope },
): Hit[] {
  return callsOf(hitsWithin(settings, { scope, text, field, accountDays: null }), false);
}

type Read = Pick<Wanted, "text" | "field"> & { scope: Scope; html?: string; accountDays: number | null };

function hitsWithin(settings: SafetySettings, { field, ...draft }: Read): Hit[] {
  const hits = hitsOf(settings, draft, env().ORIGIN);
  if (outcomeOf(hits) === "refuse") throw invalidField(field, "words_not_allowed");
  return hits;
}

function verdictOf(hits: Hit[], { burst, isFirst }: { burst: Burst | null; isFirst: boolean }): Verdict {
  const isHeld = isFirst || burst !== null || outcomeOf(hits) === "hold";
  return { isHeld, hits: callsOf(hits, isHeld), burst };
}

/** What waits is looked at where it waits; whatever else a rule found, moderators are called for. */
function callsOf(hits: Hit[], isHeld: boolean): Hit[] {
  return isHeld ? [] : hits.filter(({ kind }) => kind === "words");
}

async function ageOf(
  { db, now }: Context,
  { linksAfterDays, mostLinks, firstPosts }: SafetySettings,
  authorId: string,
): Promise<number | null> {
  const isAsked = linksAfterDays > 0 || mostLinks !== null || firstPosts > 0;
  return isAsked ? accountDaysOf(db, authorId, now) : null;
}
