import { and, eq, lte } from "drizzle-orm";
import { mutedWords } from "@/db/schema/blocks";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict, invalidField } from "@/lib/core/errors";
import { cleanLine } from "@/lib/core/text/clean";
import type { mutedFor } from "./input";
import { foldWords } from "./muted-words";

const DAY = 86_400_000;
const lasting = { day: DAY, week: 7 * DAY };

/** Each is looked for in each text of a page. */
const MAX_MUTED = 100;

type Muting = { word: string; lasts: (typeof mutedFor)[number] };

/**
 * An identity does not want to read what contains a word or phrase, unless it asks to. Again, or written differently: the
 * newer time counts. Known to itself alone. Refuses with the field error `word_missing` and with `too_many_words`.
 */
export async function muteWord(ctx: Context, input: Muting): Promise<void> {
  const actorId = requireIdentity(ctx);
  const word = cleanLine(input.word);
  const folded = foldWords(word);
  if (folded === "") throw invalidField("word", "word_missing");
  const until = input.lasts === "ever" ? null : new Date(ctx.now.getTime() + lasting[input.lasts]);
  await inTransaction(ctx, async ({ db, now }) => {
    const own = eq(mutedWords.actorId, actorId);
    await db.delete(mutedWords).where(and(own, lte(mutedWords.until, now)));
    const set = { word, until };
    await db
      .insert(mutedWords)
      .values({ actorId, folded, ...set, createdAt: now })
      .onConflictDoUpdate({ target: [mutedWords.actorId, mutedWords.folded], set });
    if ((await db.$count(mutedWords, own)) > MAX_MUTED) throw conflict("too_many_words");
  });
}

/** Of a word that it does not mute, nothing changes. */
export async function unmuteWord(ctx: Context, { id }: { id: string }): Promise<void> {
  const isOwn = eq(mutedWords.actorId, requireIdentity(ctx));
  await ctx.db.delete(mutedWords).where(and(isOwn, eq(mutedWords.id, id)));
}

function requireIdentity({ actor }: Context): string {
  if (actor.kind === "identity") return actor.actorId;
  throw new AppError("unauthenticated", "sign_in_first");
}
