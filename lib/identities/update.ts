import { eq } from "drizzle-orm";
import { type ActorRow, actors } from "@/db/schema/actors";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { cleanLine, cleanText } from "@/lib/core/text/clean";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { readInstance } from "@/lib/instance/settings";
import { record } from "@/lib/journal/record";
import { removePicture } from "@/lib/media/remove";
import { storePicture } from "@/lib/media/store";
import { writeFields } from "./fields";
import { judgeLooks, noticeLooks } from "./judge";
import { canEditIdentity } from "./policy";
import { getIdentity } from "./queries";

type IdentityChanges = {
  name: string;
  summary: string;
  avatar?: File;
  banner?: File;
  removeAvatar?: boolean;
  removeBanner?: boolean;
  visibility?: ActorRow["visibility"];
  /** All lines, in order; absent: they stay. */
  fields?: { name: string; value: string }[];
};

/**
 * An identity changes how it looks and who may see it. What is not given stays; a picture that is sent replaces the old
 * one even where that was to be removed. Pictures that nothing shows any more are forgotten. Refuses with the field error
 * `words_not_allowed`.
 */
export function updateIdentity(ctx: Context, actorId: string, input: IdentityChanges): Promise<ActorRow> {
  return inTransaction(ctx, async (tx) => {
    const identity = await getIdentity(tx.db, actorId);
    authorize(canEditIdentity(tx.actor, identity));
    const hits = judgeLooks(await readInstance(tx.db), { ...input, handle: identity.handle });

    const summary = cleanText(input.summary);
    const [updated] = await tx.db
      .update(actors)
      .set({
        name: cleanLine(input.name),
        summary,
        summaryHtml: renderMarkdown(summary),
        visibility: input.visibility,
        ...(await picturesOf(tx, input)),
        updatedAt: tx.now,
      })
      .where(eq(actors.id, actorId))
      .returning();
    await removePicture(tx, identity.avatarId);
    await removePicture(tx, identity.bannerId);
    if (input.fields) await writeFields(tx, actorId, input.fields);
    await record(tx, { kind: "identity.updated", actorId });
    await noticeLooks(tx, hits, actorId);
    return updated!;
  });
}

/** The columns that change. */
async function picturesOf(tx: Context, input: IdentityChanges) {
  const avatar = await pictureOf(tx, "avatar", input.avatar);
  const banner = await pictureOf(tx, "banner", input.banner);
  return {
    avatarId: avatar ?? (input.removeAvatar ? null : undefined),
    bannerId: banner ?? (input.removeBanner ? null : undefined),
  };
}

async function pictureOf(tx: Context, kind: "avatar" | "banner", file: File | undefined) {
  return file && (await storePicture(tx, { file, kind, field: kind, alt: "" })).id;
}
