import type { Database } from "@/db/client";
import { eventInvitations } from "@/db/schema/event-invitations";
import { type Event, events, eventTags } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { CastHandle } from "@/db/testing/cast";
import { instantOf, localOf } from "@/lib/core/dates/local-time";
import { env } from "@/lib/core/env";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { randomSlug } from "@/lib/core/text/random-slug";
import { newInvitationUri } from "@/lib/participation/invitations/uri";
import type { SeededEvent } from "./seeded-event";

const DAY = 86_400_000;

type Seeding = { event: SeededEvent; ids: Map<CastHandle, string>; now: Date };

/** Writes one event of the town with its tags and everybody who goes or waits. */
export async function addEvent(tx: Database, { event, ids, now }: Seeding): Promise<void> {
  const {
    by,
    day,
    from,
    until,
    lasts = 0,
    tags = [],
    going = [],
    waiting = [],
    invited = [],
    draft,
    ...columns
  } = event;
  const zone = event.zone ?? "Europe/Paris";
  const slug = randomSlug(14);
  const [row] = await tx
    .insert(events)
    .values({
      ...columns,
      zone,
      slug,
      uri: `${env().ORIGIN}/events/${slug}`,
      organizerId: ids.get(by)!,
      descriptionHtml: renderMarkdown(columns.description),
      startsAt: wallTime(now, { day, time: from, zone }),
      endsAt: until ? wallTime(now, { day: day + lasts, time: until, zone }) : null,
      publishedAt: draft ? null : new Date(now.getTime() - 5 * DAY),
    })
    .returning();
  const { id: eventId, startsAt } = row!;
  if (tags.length > 0)
    await tx.insert(eventTags).values(tags.map((tag, position) => ({ eventId, tag, position, startsAt })));
  await addInvitations(tx, { event: row!, invited: invited.map((handle) => ids.get(handle)!), now });
  const people = [
    ...going.map((handle) => ({ handle, message: "", status: "approved" as const, decidedAt: now })),
    ...waiting.map(([handle, message]) => ({ handle, message, status: "pending" as const, decidedAt: null })),
  ];
  if (people.length === 0) return;
  await tx.insert(participations).values(
    people.map(({ handle, ...person }) => ({
      ...person,
      eventId,
      actorId: ids.get(handle)!,
      uri: `${env().ORIGIN}/join/${randomSlug(20)}`,
    })),
  );
}

type Inviting = { event: Pick<Event, "id" | "organizerId">; invited: string[]; now: Date };

async function addInvitations(tx: Database, { event, invited, now }: Inviting): Promise<void> {
  if (invited.length === 0) return;
  await tx.insert(eventInvitations).values(
    invited.map((actorId) => ({
      eventId: event.id,
      actorId,
      invitedById: event.organizerId,
      uri: newInvitationUri(),
      createdAt: new Date(now.getTime() - DAY),
    })),
  );
}

/** When the clocks in `zone` show `time`, so many days from now. */
export function wallTime(now: Date, { day, time, zone }: { day: number; time: string; zone: string }): Date {
  const date = localOf(new Date(now.getTime() + day * DAY), zone).slice(0, 10);
  const found = instantOf(`${date}T${time}`, zone);
  if (!("instant" in found)) throw new Error(`${date} ${time} does not exist in ${zone}`);
  return found.instant;
}
