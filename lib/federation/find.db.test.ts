import { beforeEach, describe, expect, vi } from "vitest";
import { events } from "@/db/schema/events";
import { createRemoteEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { conflict } from "@/lib/core/errors";
import { findByAddress } from "./find";
import { asked, emptyWeb, farActor, farEvent, farNote, web } from "./testing/web";

const { findUriByHandle, findAlternate } = vi.hoisted(() => ({
  findUriByHandle: vi.fn(async (_ctx: unknown, _name: string): Promise<string | null> => null),
  findAlternate: vi.fn(async (): Promise<string | null> => null),
}));
vi.mock(import("./fetch/document"), async () => (await import("./testing/web")).fetching as never);
vi.mock(import("./fetch/webfinger"), () => ({ findUriByHandle }) as never);
vi.mock(import("./fetch/alternate"), () => ({ findAlternate }) as never);

beforeEach(emptyWeb);
const system = { actor: { kind: "system" as const }, now };

describe("findByAddress", () => {
  test("finds people by their name, with and without the sign before it", async ({ db }) => {
    const grace = farActor();
    for (const typed of ["@grace@far.example", " grace@far.example "]) {
      findUriByHandle.mockResolvedValueOnce(grace.id);
      const found = await findByAddress({ ...system, db }, typed);
      expect(found).toMatchObject({ kind: "actor", actor: { uri: grace.id } });
      expect(findUriByHandle).toHaveBeenLastCalledWith(expect.anything(), "grace@far.example");
    }
    expect(await findByAddress({ ...system, db }, "@nobody@far.example")).toBeNull();
  });

  test("finds events, people and comments by the address of their page, and keeps them", async ({ db }) => {
    const ctx = { ...system, db };
    const event = farEvent();
    const first = await findByAddress(ctx, event.id);
    expect(first).toMatchObject({ kind: "event", event: { title: event.name } });
    expect(await db.select().from(events)).toHaveLength(1);
    expect(await findByAddress(ctx, farActor().id)).toMatchObject({ kind: "actor" });
    const note = farNote("1", { inReplyTo: event.id });
    const comment = await findByAddress(ctx, note.id);
    expect(comment).toMatchObject({ kind: "comment", comment: { uri: note.id }, event: { uri: event.id } });
  });

  test("reads the link of a page that answers with HTML alone, one step and no more", async ({ db }) => {
    const event = farEvent();
    web.set("https://far.example/page", conflict("document_not_readable"));
    findAlternate.mockResolvedValueOnce(event.id);
    expect(await findByAddress({ ...system, db }, "https://far.example/page")).toMatchObject({
      kind: "event",
    });
    web.set("https://far.example/chain", conflict("document_not_readable"));
    findAlternate.mockResolvedValueOnce("https://far.example/page");
    expect(await findByAddress({ ...system, db }, "https://far.example/chain")).toBeNull();
  });

  test("finds nothing in words, at home, in other things, and where nobody answers", async ({ db }) => {
    const ctx = { ...system, db };
    await createRemoteEvent(db);
    web.set("https://far.example/video", { id: "https://far.example/video", type: "Video" });
    web.set("https://far.example/down", new Error("unreachable: x"));
    for (const typed of [
      ...["concert", "", "http://localhost:3000/@ada", "ftp://far.example/", "https://far.example/nothing"],
      ...["https://far.example/video", "https://far.example/down"],
    ])
      expect(await findByAddress(ctx, typed)).toBeNull();
    expect(asked.every((uri) => uri.startsWith("https://far.example/"))).toBe(true);
    web.set("https://far.example/broken", new TypeError("a bug"));
    await expect(findByAddress(ctx, "https://far.example/broken")).rejects.toThrow("a bug");
  });
});
