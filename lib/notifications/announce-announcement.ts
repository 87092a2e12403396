import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { announcementLetter } from "./letters/comments";
import { findRemark } from "./remarks";
import { mailKey } from "./write-to";
import { writeToParticipants } from "./write-to-participants";

/** Tells all who come or may, but not the host who says it, what is announced in a comment. Other comments tell them nothing. */
export async function announceAnnouncement(
  tx: Context,
  fact: Recorded<FactOf<"comment.added">>,
): Promise<void> {
  const remark = await findRemark(tx.db, fact.commentId);
  if (!remark?.comment.isAnnouncement) return;
  await writeToParticipants(tx, remark, {
    statuses: ["approved", "maybe"],
    kind: "changes",
    authorId: remark.author.id,
    key: (participationId) => mailKey(fact, participationId),
    write: ({ participant, reader, status }) =>
      announcementLetter(remark, { participant, reader, isGoing: status === "approved" }),
  });
}
