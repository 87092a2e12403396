import { eq } from "drizzle-orm";
import type { z } from "zod";
import { type ActorRow, actors } from "@/db/schema/actors";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { cleanLine, cleanText } from "@/lib/core/text/clean";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { record } from "@/lib/journal/record";
import { storePicture } from "@/lib/media/store";
import type { identityInput } from "./input";
import { canEditIdentity } from "./policy";
import { getIdentity } from "./queries";

/** An identity changes how it looks. Without a new picture the old one stays. */
export function updateIdentity(
  ctx: Context,
  actorId: string,
  input: z.output<typeof identityInput>,
): Promise<ActorRow> {
  return inTransaction(ctx, async (tx) => {
    const identity = await getIdentity(tx.db, actorId);
    authorize(canEditIdentity(tx.actor, identity));

    const avatar =
      input.avatar &&
      (await storePicture(tx, { file: input.avatar, kind: "avatar", field: "avatar", alt: "" }));
    const summary = cleanText(input.summary);
    const [updated] = await tx.db
      .update(actors)
      .set({
        name: cleanLine(input.name),
        summary,
        summaryHtml: renderMarkdown(summary),
        avatarId: avatar?.id ?? identity.avatarId,
        updatedAt: tx.now,
      })
      .where(eq(actors.id, actorId))
      .returning();
    await record(tx, { kind: "identity.updated", actorId });
    return updated!;
  });
}
