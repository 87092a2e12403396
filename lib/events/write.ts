import { eq } from "drizzle-orm";
import { eventTags } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { invalidField } from "@/lib/core/errors";
import { instantOf } from "@/lib/core/dates/local-time";
import { cleanLine, cleanText } from "@/lib/core/text/clean";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { storePicture } from "@/lib/media/store";
import type { EventInput } from "./input";

/**
 * Turns what was typed into columns. Local times become instants in the event's zone. Refuses with field
 * errors: `zone_not_valid`, `time_does_not_exist` (the clock jumps over it), `end_before_start`.
 */
export function columnsOf(input: EventInput) {
  const { startsAt, endsAt } = readTimes(input);
  return {
    title: cleanLine(input.title),
    ...descriptionOf(input),
    startsAt,
    endsAt,
    zone: input.zone,
    placeName: cleanLine(input.placeName),
    placeAddress: cleanLine(input.placeAddress),
    onlineUrl: input.onlineUrl,
    category: input.category,
    joinMode: input.joinMode,
    capacity: input.capacity,
    visibility: input.visibility,
  };
}

/** Stores the picture if one was sent; undefined leaves the present one. */
export async function pictureOf(tx: Context, { picture, pictureAlt }: EventInput): Promise<string | undefined> {
  if (!picture) return undefined;
  return (await storePicture(tx, { file: picture, kind: "picture", field: "picture", alt: pictureAlt })).id;
}

/** Replaces the tags of an event. */
export async function writeTags(tx: Context, eventId: string, tags: string[]): Promise<void> {
  await tx.db.delete(eventTags).where(eq(eventTags.eventId, eventId));
  if (tags.length === 0) return;
  await tx.db.insert(eventTags).values(tags.map((tag, position) => ({ eventId, tag, position })));
}

function descriptionOf(input: EventInput) {
  const description = cleanText(input.description);
  return { description, descriptionHtml: renderMarkdown(description) };
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
  if (time.reason === "zone") throw invalidField("zone", "zone_not_valid");
  throw invalidField(field, "time_not_valid");
}
