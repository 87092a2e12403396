import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { ourAccents } from "@/lib/core/look/accent";
import { rememberAccents } from "@/lib/core/look/in-use";
import { env } from "@/lib/media/testing/env";
import { previewFactsOf, previewVersion } from "./facts";
import { dropPreview, readPreview, sweepPreviews } from "./keep";
import { previewOf } from "./preview";
import { drawable } from "./set-text";

vi.mock("@/lib/core/env", async () => {
  const { env: ownStorage } = await import("@/lib/media/testing/env");
  return { env: () => ({ ...ownStorage(), ORIGIN: "https://bell.example" }) };
});

const event = {
  slug: "abcdefghjk2345",
  title: "Repair café: bring what is broken",
  startsAt: new Date("2026-11-26T18:00Z"),
  endsAt: new Date("2026-11-26T21:00Z"),
  publishedAt: new Date("2026-11-01T00:00Z"),
  zone: "Europe/Paris",
  language: "en",
  status: "confirmed",
  category: "COMMUNITY",
  placeName: "Maison des Associations",
  placeAddress: "6 cours des Alliés",
  latitude: null,
  longitude: null,
  isAddressHidden: false,
  onlineUrl: "",
} as unknown as Event;

const factsOf = (given: Partial<Event>) => previewFactsOf({ event: { ...event, ...given }, place: null })!;
const previewsDirectory = () => readdir(join(env().DATA_DIR, "previews"));

afterEach(() => {
  vi.unstubAllGlobals();
  rememberAccents({ accentLight: null, accentDark: null });
});

describe("what is drawn", () => {
  test("is what everybody may know, in the event's language", () => {
    expect(factsOf({})).toMatchObject({
      date: { weekday: "Thu", day: "26", month: "Nov" },
      when: "Thursday 26 November 2026, 19:00 – 22:00",
      where: "Maison des Associations",
      note: "",
    });
    expect(factsOf({ language: "fr" }).when).toContain("jeudi 26 novembre 2026");
    expect(factsOf({ isAddressHidden: true }).where).toBe("");
    expect(factsOf({ endsAt: new Date("2026-11-28T21:00Z") }).date.day).toBe("26–28");
    expect(factsOf({ status: "cancelled" }).note).toBe("This event is cancelled");
    expect(factsOf({ placeName: "", placeAddress: "", onlineUrl: "https://x.example" }).where).toBe("Online");
  });

  test("is nothing for a draft", () => {
    expect(previewFactsOf({ event: { ...event, publishedAt: null }, place: null })).toBeNull();
  });

  test("has another version whenever it looks different, and only then", () => {
    const version = previewVersion(factsOf({}));
    expect(previewVersion(factsOf({ description: "Other words" }))).toBe(version);
    for (const change of [{ title: "Café" }, { status: "postponed" as const }, { placeName: "Elsewhere" }])
      expect(previewVersion(factsOf(change))).not.toBe(version);
  });

  test.each([
    ["🎉 Party 👩‍👩‍👧!", "Party !"],
    ["1️⃣ #2 * 🇫🇷 ❤️ x", "1 #2 * x"],
    ["می‌خواهم", "می‌خواهم"],
    ["🔔", ""],
  ])("leaves emoji out of %j", (text, left) => expect(drawable(text)).toBe(left));
});

describe("previewOf", () => {
  const asked = (given: Partial<Event>, eventId = crypto.randomUUID()) => {
    const facts = factsOf(given);
    return { eventId, version: previewVersion(facts), facts };
  };

  test("draws a PNG as large as networks want it, without asking the network, and keeps it", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new Error("the network was asked")));
    const one = asked({});
    const bytes = await previewOf(one);

    expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    expect(bytes.length).toBeLessThan(300_000);
    expect(await readPreview(one)).toEqual(Buffer.from(bytes));
  });

  test.each([
    { title: "🎉".repeat(50) },
    { title: "W".repeat(200) },
    { title: "<b>&amp; </span> ]]> \u0001" },
    { title: "مقهى الإصلاح: أحضر ما هو مكسور".repeat(4), placeName: "ן".repeat(200) },
    { endsAt: new Date("2029-01-02T21:00Z"), language: "fr", category: "nobody's" },
  ])("draws %j", async (given) => {
    expect((await previewOf(asked(given))).length).toBeGreaterThan(1_000);
  });

  test("keeps one drawing of an event, and none of one that is gone", async () => {
    const eventId = crypto.randomUUID();
    const mine = async () => (await previewsDirectory()).filter((name) => name.startsWith(eventId));
    await previewOf(asked({}, eventId));
    await Promise.all([
      previewOf(asked({ title: "Café" }, eventId)),
      previewOf(asked({ title: "Café" }, eventId)),
    ]);
    expect(await mine()).toHaveLength(1);

    await dropPreview({} as Context, { eventId });
    await dropPreview({} as Context, { eventId });
    expect(await mine()).toEqual([]);
  });

  test("draws anew in the colours of administrators, and in ours again", async () => {
    const eventId = crypto.randomUUID();
    const head = async () => {
      const { data } = await sharp(await previewOf(asked({}, eventId)))
        .extract({ left: 70, top: 240, width: 1, height: 1 })
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return `#${data.toString("hex")}`;
    };
    const before = asked({}, eventId);
    expect(await head()).toBe(ourAccents.light);
    rememberAccents({ accentLight: "#14532d", accentDark: null });
    expect(asked({}, eventId).version).not.toBe(before.version);
    expect(await head()).toBe("#14532d");
    expect(await readPreview(before)).toBeNull();
    rememberAccents({ accentLight: null, accentDark: null });
    expect(asked({}, eventId)).toEqual(before);
    expect(await head()).toBe(ourAccents.light);
  });

  test("throws away what was drawn long ago", async () => {
    await previewOf(asked({}));
    await sweepPreviews({ now: new Date() } as Context);
    expect((await previewsDirectory()).length).toBeGreaterThan(0);
    await sweepPreviews({ now: new Date(Date.now() + 31 * 86_400_000) } as Context);
    expect(await previewsDirectory()).toEqual([]);
  });
});
