import { and, eq, ne, sql } from "drizzle-orm";
import { type Event, events, eventTags } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import type { Context } from "@/lib/core/context";
import { instantOf } from "@/lib/core/dates/local-time";
import { isZone } from "@/lib/core/dates/zone";
import { invalidField } from "@/lib/core/errors";
import { cleanLine, cleanText } from "@/lib/core/text/clean";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { plainText } from "@/lib/core/text/plain-text";
import { readInstance } from "@/lib/instance/settings";
import { storePicture } from "@/lib/media/store";
import type { EventInput } from "./input";
import { joiningColumns } from "./joining";
import { detectLanguage } from "./language";
import { metadataOf } from "./metadata";
import { requireCategory } from "./own-categories";
import { placeColumns } from "./places";
import { usablePictures } from "./text-pictures";
import { describedWith } from "./upload-picture";

/**
 * Turns what was typed into columns, and remembers the place. Local times become instants in the event's zone. Refuses
 * with field errors: `zone_not_valid`, `time_does_not_exist` (the clock jumps over it), `end_before_start`,
 * `point_incomplete`, `category_not_valid`, and as `joiningColumns` does. Whoever changes an event calls `forgetPlace`
 * for the old place afterwards.
 */
export async function columnsOf(tx: Context, input: EventInput, eventId: string) {
  // Also in a draft without a time: pages could not show it otherwise.
  if (!isZone(input.zone)) throw invalidField("zone", "zone_not_valid");
  const { startsAt, endsAt } = readTimes(input);
  await requireCategory(tx, input.category);
  return {
    title: cleanLine(input.title),
    ...(await descriptionOf(tx, input, eventId)),
    startsAt,
    endsAt,
    zone: input.zone,
    status: input.status,
    ...(await placeColumns(tx, input)),
    onlineUrl: cleanLine(input.onlineUrl),
    phone: cleanLine(input.phone),
    category: cleanLine(input.category),
    priceNote: cleanLine(input.priceNote),
    ticketUrl: cleanLine(input.ticketUrl),
    ...joiningColumns(input),
    retentionDays: Math.min(input.retentionDays, (await readInstance(tx.db)).keepAnswersDays),
    commentsPolicy: input.commentsPolicy,
    commentsPauseSeconds: input.commentsPauseSeconds,
    visibility: input.visibility,
    focusX: input.focusX,
    focusY: input.focusY,
    metadata: metadataOf({ ...input, pairs: input.pairs.map(cleanPair) }),
  };
}

/** Stores the picture if one was sent. */
export async function pictureOf(
  tx: Context,
  { picture, pictureAlt }: EventInput,
): Promise<string | undefined> {
  if (!picture) return undefined;
  return (
    await storePicture(tx, { file: picture, kind: "picture", field: "picture", alt: cleanLine(pictureAlt) })
  ).id;
}

/**
 * The picture that the event has from now on: the one that was sent, or the one that is there, whose description
 * may have been written anew. Whoever writes the event calls `removePicture` for the old one afterwards.
 */
export async function replacePicture(
  tx: Context,
  { pictureId }: Pick<Event, "pictureId">,
  input: EventInput,
) {
  const sent = await pictureOf(tx, input);
  if (sent || !pictureId) return { pictureId: sent ?? null, isDescribedAnew: false };
  const alt = cleanLine(input.pictureAlt);
  const described = await tx.db
    .update(media)
    .set({ alt })
    .where(and(eq(media.id, pictureId), ne(media.alt, alt)))
    .returning({ id: media.id });
  return { pictureId, isDescribedAnew: described.length > 0 };
}

/** Replaces the tags of an event, which is written before them: they know when it begins. */
export async function writeTags(tx: Context, eventId: string, tags: string[]): Promise<void> {
  await tx.db.delete(eventTags).where(eq(eventTags.eventId, eventId));
  if (tags.length === 0) return;
  const startsAt = sql`(select ${events.startsAt} from ${events} where ${events.id} = ${eventId})`;
  await tx.db.insert(eventTags).values(tags.map((tag, position) => ({ eventId, tag, position, startsAt })));
}

async function descriptionOf(tx: Context, input: EventInput, eventId: string) {
  const description = cleanText(await describedWith(tx, input, eventId));
  const usable = await usablePictures(tx, eventId, description);
  const descriptionHtml = renderMarkdown(description, (name) => usable.has(name));
  const words = `${input.title} ${plainText(descriptionHtml)}`;
  const language = input.language === "auto" ? detectLanguage(words) : input.language;
  return { description, descriptionHtml, language };
}

function cleanPair({ title, value }: EventInput["pairs"][number]) {
  return { title: cleanLine(title), value: cleanLine(value) };
}

function readTimes(input: EventInput) {
  const startsAt = readTime(input, "startsAt");
  const endsAt = readTime(input, "endsAt");
  if (startsAt && endsAt && endsAt <= startsAt) throw invalidField("endsAt", "end_before_start");
  if (!startsAt && endsAt) throw invalidField("startsAt", "start_missing");
  return { startsAt, endsAt };
}

function readTime(input: EventInput, field: "startsAt" | "endsAt"): Date | null {
  if (input[field] === "") return null;
  const time = instantOf(input[field], input.zone);
  if (time.kind === "ok" || time.kind === "ambiguous") return time.instant;
  if (time.kind === "nonexistent") throw invalidField(field, "time_does_not_exist");
  throw invalidField(field, "time_not_valid");
}
