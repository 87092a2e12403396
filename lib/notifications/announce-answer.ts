import { eq } from "drizzle-orm";
import { commentMentions } from "@/db/schema/comments";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { hears } from "./hears";
import { answerLetter } from "./letters/comments";
import type { Person } from "./people";
import { findRemark, listToTell, type Remark, textsOf } from "./remarks";
import { wantsMail } from "./wants";
import { writeTo } from "./write-to";

type Shown = Recorded<FactOf<"comment.added"> | FactOf<"comment.approved">>;

/** Once everybody sees a comment: tells whom it answers, and whom it names. */
export async function announceAnswer(tx: Context, fact: Shown): Promise<void> {
  const remark = await findShown(tx, fact.commentId);
  if (!remark) return;
  const { answered } = remark;
  const named = await tx.db
    .select({ id: commentMentions.actorId })
    .from(commentMentions)
    .where(eq(commentMentions.commentId, fact.commentId));
  const ids = named.map(({ id }) => id).filter((id) => id !== answered?.authorId);
  await tell(tx, remark, { kind: "answered", ids: answered ? [answered.authorId] : [] });
  await tell(tx, remark, { kind: "mentioned", ids });
}

/** Tells those whom a comment names only since it was changed. */
export async function announceMention(tx: Context, fact: Recorded<FactOf<"comment.edited">>): Promise<void> {
  const remark = fact.mentioned.length > 0 && (await findShown(tx, fact.commentId));
  if (remark) await tell(tx, remark, { kind: "mentioned", ids: fact.mentioned });
}

async function findShown(tx: Context, commentId: string): Promise<Remark | null> {
  const remark = await findRemark(tx.db, commentId);
  return remark?.comment.status === "visible" ? remark : null;
}

type Telling = { kind: "answered" | "mentioned"; ids: string[] };

/** One mail for one comment and reader, however often it is changed and shown. Hosts hear of all comments anyway. */
async function tell(tx: Context, remark: Remark, { kind, ids }: Telling): Promise<void> {
  for (const person of await listToTell(tx.db, remark, ids)) {
    if (person.id === remark.author.id || (await hearsAsHost(tx, remark, person))) continue;
    if (!(await hears(tx, person.id, { of: remark.author, texts: textsOf(remark) }))) continue;
    await writeTo(tx, person.id, {
      key: `comment:${remark.comment.id}:${person.id}`,
      kind: "answersToComments",
      write: (reader) => answerLetter(remark, { kind, person, reader }),
    });
  }
}

async function hearsAsHost(tx: Context, { event }: Remark, { id }: Person): Promise<boolean> {
  const isHost = id === event.organizerId || event.hostIds.includes(id);
  return isHost && (await wantsMail(tx.db, id, "comments"));
}
