import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { questionsPath } from "@/lib/core/participation-paths";
import { changedMeanwhilePath, editEventPath, eventPath } from "@/lib/core/paths";
import { forgetTyped, keepTyped } from "@/lib/events/autosave";
import type { Revision } from "@/lib/events/changes";
import { getEvent } from "@/lib/events/queries";
import { type Saving, saveEvent } from "@/lib/events/save";
import type { FormValues } from "./form-state";
import { countAttempt, type Limit } from "./rate-limit";

const publishing: Limit = { name: "publish", max: 30, minutes: 60 };

/** Drafts are saved often; what is announced goes to many, so that is counted apart. */
export const savingLimit: Limit = { name: "save event", max: 200, minutes: 60 };

/**
 * Saves the form of an event; answers with where to go on. What was typed over something newer is not saved but kept,
 * and leads to where both can be compared. Refuses like `saveEvent`, with `sign_in_first` when the session ended while
 * somebody typed, and with `too_many_attempts`.
 */
export async function saveForm(
  ctx: Context,
  saving: Saving,
  { input, typed }: { input: Revision; typed: FormValues },
): Promise<{ to: string }> {
  if (ctx.actor.kind !== "identity") throw new AppError("unauthenticated", "sign_in_first");
  if (saving.intent === "publish" || saving.intent === "schedule")
    await countAttempt(ctx, publishing, ctx.actor.actorId);
  try {
    return { to: pathAfter(saving.intent, await saveEvent(ctx, saving, input)) };
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== "changed_meanwhile") throw error;
    const { eventId } = saving;
    await keepTyped(ctx, { eventId, version: input.version ?? 0, values: typed });
    return { to: changedMeanwhilePath((await getEvent(ctx.db, eventId)).slug) };
  }
}

/** Throws away what was typed and not saved; the event stays as it is. */
export async function forgetForm(ctx: Context, eventId: string): Promise<{ to: string }> {
  await forgetTyped(ctx, eventId);
  const { slug } = await getEvent(ctx.db, eventId);
  return { to: `${editEventPath(slug)}?notice=typed_forgotten` };
}

function pathAfter(intent: Saving["intent"], { slug, heldAt }: Event): string {
  if (intent === "draft") return `${editEventPath(slug)}?notice=draft_saved`;
  if (intent === "schedule") return `${editEventPath(slug)}?notice=event_scheduled`;
  if (intent === "preview") return eventPath(slug);
  if (intent === "questions") return questionsPath(slug);
  if (heldAt) return `${eventPath(slug)}?notice=event_waits_for_moderators`;
  return `${eventPath(slug)}?notice=${intent === "publish" ? "event_published" : "event_saved"}`;
}
