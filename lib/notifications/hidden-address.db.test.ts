import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actingAs, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { listUpcoming } from "@/lib/events/cards";
import { listCalendarEntries, listNewsEntries } from "@/lib/events/feed-entries";
import { inviteHost } from "@/lib/events/hosts/invite";
import { listInvitations } from "@/lib/events/hosts/queries";
import { placeColumns } from "@/lib/events/places";
import { indexEvent } from "@/lib/events/search/index-event";
import { everything } from "@/lib/events/search/input";
import { searchEvents } from "@/lib/events/search/search";
import { previewFactsOf } from "@/lib/feeds/preview/facts";
import { privateCalendarText } from "@/lib/feeds/private-calendar";
import { publicCalendarText } from "@/lib/feeds/public-calendar";
import { publicPlaceOf } from "@/lib/feeds/public-place";
import { noneUnwelcome } from "@/lib/identities/blocks/unwelcome";
import { renewFeedToken } from "@/lib/identities/feed-token";
import { findEventPage } from "@/lib/participation/event-page";
import { listJoined } from "@/lib/participation/my-events";
import { findPrivateCalendar } from "@/lib/participation/private-calendar";
import { eventCard } from "./event-card";

const SECRET = /kitchen|Tanneurs|69005|45\.75|4\.82/;
const place = {
  placeName: "Ada's kitchen",
  placeAddress: "12 rue des Tanneurs",
  postalCode: "69005",
  locality: "Lyon",
  country: "FR",
  latitude: 45.7578,
  longitude: 4.8271,
};
const scope = { kind: "all" } as const;
const reader = { locale: "en", zone: "Europe/Paris" } as const;

async function hiddenEvent(db: Database) {
  const organizer = await createIdentity(db, { visibility: "public" });
  const columns = await placeColumns(actingAs(db, organizer.id), place);
  const values = {
    ...columns,
    organizerId: organizer.id,
    joinMode: "approval",
    isAddressHidden: true,
  } as const;
  return { organizer, event: await createEvent(db, values) };
}

async function calendarOf(db: Database, actorId: string): Promise<string> {
  const token = await renewFeedToken(actingAs(db, actorId));
  return privateCalendarText((await findPrivateCalendar(db, { token, now }))!);
}

describe("a hidden address", () => {
  test("stands in no list, feed, preview or search: the town does", async ({ db }) => {
    const { event } = await hiddenEvent(db);
    await indexEvent(actingAs(db, event.organizerId), { eventId: event.id });
    const meaning = { point: null, hostId: null, now, zone: "Europe/Paris" };
    const find = (words: string) => searchEvents(db, { ...everything, words }, meaning);
    const page = (await findEventPage(db, event.slug))!;

    const told = [
      await listUpcoming(db, now),
      await find("Lyon"),
      publicCalendarText(await listCalendarEntries(db, scope, now), "All"),
      publicCalendarText(await listNewsEntries(db, scope, now), "All"),
      publicPlaceOf(page.event, page.place),
      previewFactsOf(page),
    ].map((each) => JSON.stringify(each));

    for (const each of told) expect(each).toContain("Lyon");
    for (const each of told) expect(each).not.toMatch(SECRET);
    expect((await find("Tanneurs")).cards).toHaveLength(0);
  });

  test("is for those who are in, and not for who waits or is asked to host", async ({ db }) => {
    const { event, organizer } = await hiddenEvent(db);
    const [waiting, going] = [await createIdentity(db), await createIdentity(db)];
    const asked = await createIdentity(db, { visibility: "public" });
    await createParticipation(db, event, { actorId: waiting.id });
    await createParticipation(db, event, { actorId: going.id, status: "approved" });
    await inviteHost(actingAs(db, organizer.id), { eventId: event.id, handle: asked.handle });

    const lists = [
      await listJoined(db, { actorId: waiting.id, list: "waiting", now }),
      await listInvitations(db, asked.id, { now, reader: noneUnwelcome }),
    ];
    expect(lists.map((rows) => rows.length)).toEqual([1, 1]);
    expect(JSON.stringify(lists)).not.toMatch(SECRET);
    expect(await calendarOf(db, waiting.id)).not.toMatch(SECRET);
    expect(await calendarOf(db, going.id)).toMatch(SECRET);
    expect(JSON.stringify(eventCard({ event, organizer }, reader, false))).not.toMatch(SECRET);
    expect(JSON.stringify(eventCard({ event, organizer }, reader, true))).toMatch(SECRET);
  });
});
