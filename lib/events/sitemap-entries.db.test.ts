import { describe, expect } from "vitest";
import { createEvent, createIdentity, createRemoteEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { listSitemapEntries, listSitemapFiles } from "./sitemap-entries";

describe("the sitemap", () => {
  test("has every event to come once, in files that begin by key", async ({ db }) => {
    const slugs = ["ee", "aa", "cc", "bb", "dd"];
    for (const slug of slugs) await createEvent(db, { slug, updatedAt: now });

    const files = await listSitemapFiles(db, "events", { now, size: 2 });
    expect(files).toEqual([
      { from: "aa", changedAt: now },
      { from: "cc", changedAt: now },
      { from: "ee", changedAt: now },
    ]);
    const listed = await Promise.all(
      files.map(({ from }) => listSitemapEntries(db, "events", { from, now, size: 2 })),
    );
    expect(listed.flat().map(({ key }) => key)).toEqual([...slugs].sort());
  });

  test("has nothing that is not for everybody, over, or gone", async ({ db }) => {
    await createEvent(db, { visibility: "unlisted" });
    await createEvent(db, { publishedAt: null });
    await createEvent(db, { deletedAt: now });
    await createRemoteEvent(db);
    await createEvent(db, { startsAt: new Date(now.getTime() - 9e7), endsAt: new Date(now.getTime() - 8e7) });
    expect(await listSitemapFiles(db, "events", { now })).toEqual([]);
    expect(await listSitemapEntries(db, "identities", { from: "", now })).toEqual([]);
  });

  test("names only those who announce something on a page that everybody may open", async ({ db }) => {
    const ada = await createIdentity(db, { handle: "ada_sitemap" });
    const shy = await createIdentity(db, { visibility: "participants" });
    const gone = await createIdentity(db, { deletedAt: now });
    const away = await createIdentity(db, { domain: "elsewhere.example" });
    await createIdentity(db);
    for (const { id } of [ada, ada, shy, gone, away]) await createEvent(db, { organizerId: id });

    const listed = await listSitemapEntries(db, "identities", { from: "", now });
    expect(listed.map(({ key }) => key)).toEqual(["ada_sitemap"]);
    expect(await listSitemapFiles(db, "identities", { now })).toHaveLength(1);
  });
});
