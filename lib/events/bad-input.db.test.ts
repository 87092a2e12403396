import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import { actingAs, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { createDraft } from "./draft";
import { type EventInput, eventInput } from "./input";
import { typed } from "./testing/typed";

const SCRIPT = '<script>alert(1)</script><img src=x onerror="alert(1)">';

/** What a form sends: text, by field. */
const sent = (values: Record<string, string> = {}) => ({
  title: "Repair café",
  description: "",
  startsAt: "2027-05-01T19:00",
  endsAt: "",
  zone: "Europe/Paris",
  placeName: "",
  placeAddress: "",
  category: "MEETING",
  tags: "",
  joinMode: "free",
  capacity: "",
  visibility: "public",
  pictureAlt: "",
  ...values,
});

const reasonsOf = (values: Record<string, string>) =>
  eventInput
    .safeParse(sent(values))
    .error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);

async function draft(db: Database, values: Partial<EventInput>) {
  return createDraft(actingAs(db, (await createIdentity(db)).id), typed(values));
}

describe("what the form refuses at once, in words", () => {
  test.for([
    [{ title: "x".repeat(201) }, "title: title_too_long"],
    [{ description: "x".repeat(1_000_000) }, "description: description_too_long"],
    [{ startsAt: "10000-01-01T10:00" }, "startsAt: time_not_valid"],
    [{ startsAt: "tomorrow" }, "startsAt: time_not_valid"],
    [{ zone: "x".repeat(61) }, "zone: zone_not_valid"],
    [{ onlineUrl: "javascript:alert(1)" }, "onlineUrl: url_not_valid"],
    [{ ticketUrl: "data:text/html,x" }, "ticketUrl: url_not_valid"],
    [{ liveUrl: "//example.org" }, "liveUrl: url_not_valid"],
    [{ externalJoinUrl: `https://${"x".repeat(2000)}` }, "externalJoinUrl: url_not_valid"],
    [{ phone: SCRIPT.replace(/\d/g, "") }, "phone: phone_not_valid"],
    [{ contacts: "@ada, Grace Hopper!" }, "contacts: contact_unknown"],
    [{ contacts: Array.from({ length: 11 }, (_, n) => `@a${n}`).join() }, "contacts: too_many_contacts"],
    [{ tags: Array.from({ length: 11 }, (_, n) => `tag${n}`).join() }, "tags: too_many_tags"],
    [{ placesAside: "-1" }, "placesAside: aside_not_valid"],
    [{ waitlist: "perhaps" }, "waitlist: choose_one"],
    [{ offerHours: "0" }, "offerHours: offer_hours_not_valid"],
    [{ offerHours: "" }, "offerHours: offer_hours_not_valid"],
    [{ waitlistStopsHours: "337" }, "waitlistStopsHours: stop_hours_not_valid"],
    [{ retentionDays: "0" }, "retentionDays: choose_one"],
    [{ commentsPauseSeconds: "61" }, "commentsPauseSeconds: choose_one"],
    [{ commentsPauseSeconds: "soon" }, "commentsPauseSeconds: choose_one"],
    [{ guestsAllowed: "21" }, "guestsAllowed: guests_not_valid"],
    [{ guestsAllowed: "-1" }, "guestsAllowed: guests_not_valid"],
    [{ capacity: "0" }, "capacity: capacity_not_valid"],
    [{ status: "cancelled" }, "status: choose_one"],
    [{ guestList: "friends" }, "guestList: choose_one"],
    [{ language: "<b>" }, "language: choose_one"],
    [{ focusX: "101" }, "focusX: focus_not_valid"],
    [{ wheelchair: "perhaps" }, "wheelchair: choose_one"],
    [{ pairs: "No colon here" }, "pairs: pair_not_whole"],
    [{ pairs: "https://example.org" }, "pairs: pair_not_whole"],
    [{ pairs: `${"x".repeat(61)}: y` }, "pairs: pair_too_long"],
    [{ pairs: "a: b\n".repeat(11) }, "pairs: too_many_pairs"],
  ] as const)("%j", ([values, reason]) => {
    expect(reasonsOf(values)).toEqual([reason]);
  });

  test("and takes emoji, right-to-left titles and colons in texts as they are", () => {
    expect(reasonsOf({ title: "🎉🎉🎉" })).toBeUndefined();
    expect(reasonsOf({ title: "مقهى الإصلاح" })).toBeUndefined();
    const { pairs } = eventInput.parse(sent({ pairs: "Doors: 18:30\n\n Map : https://example.org " }));
    expect(pairs).toEqual([
      { title: "Doors", value: "18:30" },
      { title: "Map", value: "https://example.org" },
    ]);
  });
});

describe("what only the clock or the database can tell", () => {
  test.for([
    [{ zone: "Mars/Olympus" }, { zone: ["zone_not_valid"] }],
    [{ startsAt: "0000-01-01T10:00", endsAt: "" }, { startsAt: ["time_not_valid"] }],
    [{ startsAt: "2027-02-30T10:00", endsAt: "" }, { startsAt: ["time_not_valid"] }],
    [{ startsAt: "2027-03-28T02:30", endsAt: "" }, { startsAt: ["time_does_not_exist"] }],
    [
      { startsAt: "2027-10-03T02:15", endsAt: "", zone: "Australia/Lord_Howe" },
      { startsAt: ["time_does_not_exist"] },
    ],
    [{ startsAt: "2027-05-01T19:00", endsAt: "2027-05-01T18:00" }, { endsAt: ["end_before_start"] }],
    [{ category: "NO_SUCH_THING" }, { category: ["category_not_valid"] }],
    [{ joinMode: "external" as const }, { externalJoinUrl: ["external_url_missing"] }],
    [{ joinMode: "none" as const, isAddressHidden: true }, { isAddressHidden: ["hidden_from_all"] }],
    [{ capacity: 10, placesAside: 11 }, { placesAside: ["too_many_aside"] }],
    [{ contacts: ["nobody_here"] }, { contacts: ["contact_unknown"] }],
    [{ picture: new File([SCRIPT], "photo.png") }, { picture: ["picture_not_readable"] }],
  ] as const)("%j is refused, and nothing is stored", async ([values, fieldErrors], { db }) => {
    const attempt = db.transaction((tx) => draft(tx as Database, values as Partial<EventInput>));
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fieldErrors });
    expect([await db.select().from(events), await db.select().from(media)]).toEqual([[], []]);
  });

  test("script in every field is text, and stays it", async ({ db }) => {
    const organizer = await createIdentity(db);
    const event = await createDraft(
      actingAs(db, organizer.id),
      typed({
        title: SCRIPT,
        description: SCRIPT,
        placeName: SCRIPT,
        priceNote: SCRIPT,
        phone: `${SCRIPT}1`,
        pairs: [{ title: SCRIPT.slice(0, 60), value: SCRIPT }],
      }),
    );
    expect(event.descriptionHtml).not.toMatch(/<script|<img|onerror=/);
    expect(event).toMatchObject({ title: SCRIPT, priceNote: SCRIPT });
  });

  test("lists nested 500 deep are flattened", async ({ db }) => {
    const deep = Array.from({ length: 500 }, (_, n) => `${" ".repeat(n)}- ${n}`)
      .join("\n")
      .slice(0, 20_000);
    const { descriptionHtml } = await draft(db, { description: deep });
    expect(descriptionHtml.match(/<ul>/g)?.length ?? 0).toBeLessThan(500);
    expect(descriptionHtml).not.toMatch(/(<ul><li>[^<]*){31}/);
  });
});
