import type { Database } from "@/db/client";
import { receivedActivities } from "@/db/schema/activities";
import { comments } from "@/db/schema/comments";
import { events, eventTags } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { participations } from "@/db/schema/participations";
import { remoteEvents } from "@/db/schema/remote-events";
import type { CastHandle } from "@/db/testing/cast";
import { env } from "@/lib/core/env";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { randomSlug } from "@/lib/core/text/random-slug";
import { wallTime } from "./add-event";
import { type EventElsewhere, eventsElsewhere } from "./elsewhere-events";
import { addPersonElsewhere, addServers } from "./elsewhere-people";

type Seeding = { ids: Map<CastHandle, string>; now: Date };

const DAY = 86_400_000;
const zone = "Europe/Paris";

/** What other servers have told this one. Nothing is asked of any of them, and none of them exists. */
export async function addElsewhere(tx: Database, { ids, now }: Seeding): Promise<void> {
  await addServers(tx, now);
  const cloches = await addPersonElsewhere(tx, "cloches", now);
  const noor = await addPersonElsewhere(tx, "noor", now);
  const tove = await addPersonElsewhere(tx, "tove", now);
  const ada = ids.get("ada")!;
  const added: string[] = [];
  for (const event of eventsElsewhere) {
    added.push(
      await addEventElsewhere(tx, event, { organizerId: (event.by === "noor" ? noor : cloches).id, now }),
    );
  }
  const [ringing, , soldering] = added;
  await tx
    .insert(follows)
    .values([
      follow(ada, cloches.id, "accepted"),
      follow(ada, noor.id, "pending"),
      follow(ids.get("grace")!, cloches.id, "accepted"),
      { ...follow(tove.id, ada, "accepted"), uri: "https://social.example/follows/7f1e" },
    ]);
  await tx
    .insert(participations)
    .values([ask(soldering!, ada, "pending"), ask(ringing!, ids.get("rosa")!, "approved")]);
  await addTove(tx, { toveId: tove.id, adaId: ada, now });
  const say = (authorId: string, source: string, hours: number) =>
    comment({ eventId: ringing!, authorId, source, createdAt: new Date(now.getTime() - hours * 3_600_000) });
  await tx.insert(comments).values(say(noor.id, "Is there room for a cello case?", 30));
  await tx.insert(receivedActivities).values({
    actorUri: "https://agenda.example/federation/u/agenda",
    activityUri: "https://agenda.example/federation/m/81#add",
    digest: "9f2c",
    type: "Add",
    body: {
      type: "Add",
      actor: "https://agenda.example/federation/u/agenda",
      object: "https://agenda.example/p/81",
    },
    receivedAt: new Date(now.getTime() - DAY),
    handledAt: new Date(now.getTime() - DAY),
    outcome: "unknown",
    reason: "type",
  });
}

async function addEventElsewhere(
  tx: Database,
  { by: _by, day, from, until, told, tags = [], ...columns }: EventElsewhere,
  { organizerId, now }: { organizerId: string; now: Date },
): Promise<string> {
  const uri = `https://bells.example/events/${randomSlug(14)}`;
  const [event] = await tx
    .insert(events)
    .values({
      ...columns,
      zone,
      uri,
      domain: "bells.example",
      slug: randomSlug(14),
      organizerId,
      descriptionHtml: renderMarkdown(columns.description),
      startsAt: wallTime(now, { day, time: from, zone }),
      endsAt: wallTime(now, { day, time: until, zone }),
      publishedAt: new Date(now.getTime() - 2 * DAY),
    })
    .returning();
  const { id: eventId, startsAt } = event!;
  await tx.insert(remoteEvents).values({ eventId, url: uri, refreshedAt: now, ...told });
  if (tags.length > 0)
    await tx.insert(eventTags).values(tags.map((tag, position) => ({ eventId, tag, position, startsAt })));
  return eventId;
}

/** Somebody of another server comes to an event here, and says so. */
async function addTove(tx: Database, { toveId, adaId, now }: { toveId: string; adaId: string; now: Date }) {
  const hosted = await tx.select().from(events);
  const repair = hosted.find(({ organizerId, joinMode }) => organizerId === adaId && joinMode === "approval");
  if (!repair) return;
  await tx.insert(participations).values({
    ...ask(repair.id, toveId, "approved"),
    uri: "https://social.example/join/81c4",
    decidedAt: now,
  });
  await tx.insert(comments).values({
    ...comment({
      eventId: repair.id,
      authorId: toveId,
      source: "Does anybody know tape recorders?",
      createdAt: now,
    }),
    uri: "https://social.example/@tove/11552",
  });
}

function follow(followerId: string, followedId: string, status: "accepted" | "pending") {
  return { followerId, followedId, status, uri: `${env().ORIGIN}/follows/${randomSlug(20)}` };
}

function ask(eventId: string, actorId: string, status: "approved" | "pending") {
  return { eventId, actorId, status, uri: `${env().ORIGIN}/join/${randomSlug(20)}` };
}

function comment(values: { eventId: string; authorId: string; source: string; createdAt: Date }) {
  return {
    ...values,
    html: renderMarkdown(values.source),
    uri: `https://bells.example/comments/${randomSlug(14)}`,
  };
}
