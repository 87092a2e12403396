import { DomUtils, parseDocument, parseFeed } from "htmlparser2";
import ICAL from "ical.js";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { events, eventTags } from "@/db/schema/events";
import { places } from "@/db/schema/places";
import { createEvent, createIdentity, createRemoteEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import {
  CALENDAR_ENTRIES,
  type FeedScope,
  listCalendarEntries,
  listFoundEntries,
  listNewsEntries,
  NEWS_ENTRIES,
} from "@/lib/events/feed-entries";
import { atomText } from "./atom";
import { publicCalendarText } from "./public-calendar";

const everything: FeedScope = { kind: "all" };
const inDays = (days: number) => ({
  startsAt: new Date(now.getTime() + days * 86_400_000),
  endsAt: new Date(now.getTime() + days * 86_400_000 + 3_600_000),
});

async function calendarOf(db: Database, scope = everything) {
  const text = publicCalendarText(await listCalendarEntries(db, scope, now), "Bell");
  const file = new ICAL.Component(ICAL.parse(text));
  const titles = file.getAllSubcomponents("vevent").map((event) => event.getFirstPropertyValue("summary"));
  return { text, titles };
}

async function newsOf(db: Database, scope = everything) {
  const feed = { title: "Bell & <clapper>", selfUrl: "http://localhost:3000/feeds/all.atom?a=1&b=2" };
  const text = atomText(await listNewsEntries(db, scope, now), {
    ...feed,
    pageUrl: "http://localhost:3000/",
  });
  const read = parseFeed(text, { xmlMode: true });
  return { text, read, titles: read?.items.map(({ title }) => title) };
}

describe("public feeds", () => {
  test("lead to the origin of what another server told, and name it", async ({ db }) => {
    const event = await createRemoteEvent(db, { title: "Far", ...inDays(2) });
    expect((await calendarOf(db)).text).toContain(`URL:${event.uri}`);
    const { read, text } = await newsOf(db);
    expect(read?.items[0]).toMatchObject({ id: event.uri, link: event.uri });
    expect(text).toContain("from far.example");
  });

  test("have what everybody may find: a month back in calendars, only what is to come in news", async ({
    db,
  }) => {
    await createEvent(db, { title: "Soon", ...inDays(2), publishedAt: new Date(now.getTime() - 1000) });
    await createEvent(db, { title: "Later", ...inDays(9) });
    await createEvent(db, { title: "Lately", ...inDays(-20) });
    await createEvent(db, { title: "Long ago", ...inDays(-40) });
    await createEvent(db, { title: "By link", ...inDays(1), visibility: "unlisted" });
    await createEvent(db, { title: "Draft", ...inDays(1), publishedAt: null });
    await createEvent(db, { title: "Deleted", ...inDays(1), deletedAt: now });
    const { id: organizerId } = await createIdentity(db, { deletedAt: now });
    await createEvent(db, { title: "Of somebody who is gone", ...inDays(1), organizerId });

    expect((await calendarOf(db)).titles).toEqual(["Lately", "Soon", "Later"]);
    expect((await newsOf(db)).titles).toEqual(["Later", "Soon"]);
  });

  test("of an identity have what it announces alone or with others, of a tag what carries it", async ({
    db,
  }) => {
    const { id } = await createIdentity(db);
    await createEvent(db, { title: "Own", organizerId: id });
    const hosted = await createEvent(db, { title: "Together", hostIds: [id], ...inDays(9) });
    await createEvent(db, { title: "Of others" });
    await db.insert(eventTags).values({ eventId: hosted.id, tag: "vélo", position: 0 });

    expect((await calendarOf(db, { kind: "host", actorId: id })).titles).toEqual(["Own", "Together"]);
    expect((await calendarOf(db, { kind: "tag", value: "vélo" })).titles).toEqual(["Together"]);
    expect((await newsOf(db, { kind: "tag", value: "velo" })).titles).toEqual([]);
  });

  test("tell of a hidden address only the town", async ({ db }) => {
    const [place] = await db
      .insert(places)
      .values({ slug: "s", name: "Chez Ada", street: "6 rue Basse", locality: "Rennes", key: "k" })
      .returning();
    const address = { placeName: "Chez Ada", placeAddress: "6 rue Basse, Rennes" };
    await createEvent(db, { ...address, placeId: place!.id, isAddressHidden: true });
    await createEvent(db, { ...address, isAddressHidden: true });

    for (const { text } of [await calendarOf(db), await newsOf(db)]) {
      expect(text).not.toMatch(/Chez Ada|rue Basse/);
      expect(text.match(/Rennes/g)).toHaveLength(1);
    }
  });

  test("are one well-formed document, whatever people write", async ({ db }) => {
    const nasty = `</title><script>alert(1)</script> & "]]>" \u0001\u{1f389}`;
    const { id: organizerId } = await createIdentity(db, { name: nasty });
    const event = await createEvent(db, {
      organizerId,
      title: nasty,
      descriptionHtml: "<p>Tea &amp; cake</p>",
      language: "fr",
    });
    await db.insert(eventTags).values({ eventId: event.id, tag: `"><x>`, position: 0 });

    const { text, read } = await newsOf(db);
    const { children } = parseDocument(text, { xmlMode: true });
    const [entry] = DomUtils.getElementsByTagName("entry", children);
    const names = DomUtils.getElementsByTagName("*", entry!.children).map(({ name }) => name);
    expect(new Set(names)).toEqual(
      new Set([
        "id",
        "title",
        "link",
        "published",
        "updated",
        "author",
        "name",
        "category",
        "summary",
        "content",
      ]),
    );
    expect(entry!.attribs["xml:lang"]).toBe("fr");
    expect(read?.title).toBe("Bell & <clapper>");
    expect(text).toContain("&lt;p&gt;Tea &amp;amp; cake&lt;/p&gt;");
    expect((await calendarOf(db)).titles[0]).toContain("</title><script>");
  });

  test("say in the event's language that it is cancelled", async ({ db }) => {
    await createEvent(db, { status: "cancelled", language: "fr" });
    expect((await newsOf(db)).text).toMatch(/<summary>Annulé · mardi 1er décembre 2026/i);
    expect((await calendarOf(db)).text).toContain("STATUS:CANCELLED");
  });

  test("are the same bytes for the same rows, empty ones among them", async ({ db }) => {
    expect((await calendarOf(db)).titles).toEqual([]);
    expect((await newsOf(db)).text).toContain("<updated>1970-01-01T00:00:00.000Z</updated>");
    await createEvent(db);
    expect(await newsOf(db)).toEqual(await newsOf(db));
    expect((await calendarOf(db)).text).toBe((await calendarOf(db)).text);
  });

  test("of a search have what it found, without what nobody may find any more", async ({ db }) => {
    const later = await createEvent(db, { title: "Later", ...inDays(9) });
    const soon = await createEvent(db, { title: "Soon", ...inDays(2) });
    const gone = await createEvent(db, { title: "Gone", deletedAt: now });
    const found = await listFoundEntries(db, [later.id, soon.id, gone.id], "soonest");
    expect(found.map(({ event }) => event.title)).toEqual(["Soon", "Later"]);
    expect(await listFoundEntries(db, [], "newest")).toEqual([]);
  });

  test("are bounded", async ({ db }) => {
    const { id: organizerId } = await createIdentity(db);
    const many = Array.from({ length: CALENDAR_ENTRIES + 5 }, (_, index) => ({
      slug: `many-${index}`,
      uri: `http://localhost:3000/events/many-${index}`,
      organizerId,
      title: `Number ${index}`,
      zone: "Europe/Paris",
      publishedAt: now,
      ...inDays(index + 1),
    }));
    await db.insert(events).values(many);
    expect((await calendarOf(db)).titles).toHaveLength(CALENDAR_ENTRIES);
    expect((await newsOf(db)).titles).toHaveLength(NEWS_ENTRIES);
  });
});

test("pictures in a text have their whole address in news, and leave their words in calendars", async ({
  db,
}) => {
  const picture = '<img src="/media/abcdefghjkmnpqrstuvw" alt="A pot" loading="lazy" />';
  await createEvent(db, { descriptionHtml: `<p>Soup: ${picture}</p>` });

  const { text } = await newsOf(db);
  expect(text).toContain("&lt;img src=&quot;http://localhost:3000/media/abcdefghjkmnpqrstuvw&quot;");
  expect((await calendarOf(db)).text).toContain("DESCRIPTION:Soup: A pot");
});
