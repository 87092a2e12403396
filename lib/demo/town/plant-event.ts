import { comments } from "@/db/schema/comments";
import { eventInvitations } from "@/db/schema/event-invitations";
import { eventQuestions } from "@/db/schema/event-questions";
import { type Event, events, eventTags } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { instantOf, localOf } from "@/lib/core/dates/local-time";
import { env } from "@/lib/core/env";
import { renderMarkdown } from "@/lib/core/text/markdown";
import type { PictureName } from "./pictures";
import type { plantPlaces } from "./places";
import { fixedSlug, plant, type Town } from "./plant";
import { actorOf } from "./plant-people";
import type { TownEvent } from "./town-event";

const HOUR = 3_600_000;
const zone = "Europe/Zurich";

export type Around = {
  places: Awaited<ReturnType<typeof plantPlaces>>;
  pictures: Map<PictureName, string>;
};

/** One event with everybody who has to do with it. */
export async function plantEvent(town: Town, event: TownEvent, around: Around): Promise<Event> {
  const row = await plantRow(town, event, around);
  const { id: eventId, startsAt } = row;
  const tags = (event.tags ?? []).map((tag, position) => ({ eventId, tag, position, startsAt }));
  await plant(town, eventTags, tags);
  const questions = (event.asks ?? []).map((asked, position) => ({ eventId, position, ...asked }));
  await plant(town, eventQuestions, questions);
  await plant(town, participations, participantsOf(town, event, eventId));
  await plantComments(town, event, row);
  await plant(
    town,
    eventInvitations,
    (event.invited ?? []).map((handle) => ({
      ...{ eventId, actorId: actorOf(town, handle), invitedById: row.organizerId },
      uri: `${env().ORIGIN}/invitations/${fixedSlug(`invitation ${row.slug} ${handle}`, 20)}`,
    })),
  );
  return row;
}

async function plantRow(town: Town, event: TownEvent, { places, pictures }: Around): Promise<Event> {
  const { by, day, from, until, lasts = 0, at, picture, draft } = event;
  const slug = fixedSlug(`event ${event.title}`, 14);
  const startsAt = wallTime(town.now, day, from);
  const [row] = await plant(town, events, [
    {
      ...columnsOf(event),
      ...(at && places.get(at)),
      ...{ slug, zone, startsAt, uri: `${env().ORIGIN}/events/${slug}`, organizerId: actorOf(town, by) },
      pictureId: picture ? pictures.get(picture) : null,
      descriptionHtml: renderMarkdown(event.description),
      endsAt: wallTime(town.now, day + lasts, until),
      publishedAt: draft ? null : new Date(Math.min(startsAt.getTime(), town.now.getTime()) - 120 * HOUR),
    },
  ]);
  return row!;
}

/** What stands in the event's own row as it is written down. */
function columnsOf(event: TownEvent) {
  const { title, description, category, language, joinMode, capacity, status, visibility } = event;
  const { onlineUrl, priceNote, guestList, guestsAllowed } = event;
  return {
    ...{ title, description, category, language, joinMode, capacity, status, visibility },
    ...{ onlineUrl, priceNote, guestList, guestsAllowed },
  };
}

function participantsOf(town: Town, event: TownEvent, eventId: string) {
  const decidedAt = town.now;
  const answers = [
    ...(event.going ?? []).map((handle) => ({ handle, status: "approved" as const, decidedAt })),
    ...(event.maybe ?? []).map((handle) => ({ handle, status: "maybe" as const })),
    ...(event.asking ?? []).map(([handle, message]) => ({ handle, message, status: "pending" as const })),
    ...(event.inLine ?? []).map((handle, index) => ({
      ...{ handle, status: "waitlisted" as const, waitRank: index + 1 },
    })),
  ];
  return answers.map(({ handle, ...answer }) => ({
    ...answer,
    eventId,
    actorId: actorOf(town, handle),
    uri: `${env().ORIGIN}/join/${fixedSlug(`join ${event.title} ${handle}`, 20)}`,
  }));
}

async function plantComments(town: Town, { says = [] }: TownEvent, { id: eventId, slug }: Event) {
  const rows = says.map(([handle, source, hoursAgo], index) => ({
    ...{ eventId, authorId: actorOf(town, handle), source, html: renderMarkdown(source) },
    uri: `${env().ORIGIN}/comments/${fixedSlug(`comment ${slug} ${index}`, 20)}`,
    createdAt: new Date(town.now.getTime() - hoursAgo * HOUR),
  }));
  await plant(town, comments, rows);
}

/** When the clocks show `time`, so many days from now; an hour later on the night that has no such time. */
export function wallTime(now: Date, day: number, time: string): Date {
  const date = localOf(new Date(now.getTime() + day * 24 * HOUR), zone).slice(0, 10);
  const found = instantOf(`${date}T${time}`, zone);
  if ("instant" in found) return found.instant;
  if (found.kind === "nonexistent") return wallTime(now, day, found.next.slice(11, 16));
  throw new Error(`${time} is no time of day`);
}
