import { afterAll, beforeAll, beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { domainPolicies } from "@/db/schema/servers";
import { tombstones } from "@/db/schema/tombstones";
import { createComment, createEvent, createIdentity, createRemoteEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { signCavage } from "@/lib/federation/signature/testing/signing";
import { addActor, type Peer, startPeer } from "@/lib/federation/testing/peer";
import { actorTag, eventTag } from "@/lib/journal/tags";
import { answerDocument } from "./documents";
import { handler } from "./handler";
import { dropEverything, dropTags, keptPages } from "./visitor/kept-pages";

vi.stubEnv("ALLOW_PRIVATE_NETWORK", "on");

const origin = "http://localhost:3000";
const activity = { accept: "application/activity+json" };

let far: Peer;
beforeAll(async () => {
  far = await startPeer();
});
afterAll(() => far.close());
beforeEach(() => {
  dropEverything();
  keptPages().listening = true;
});

function answer(db: Database, request: Request, at = now): Promise<Response> {
  const path = new URL(request.url).pathname;
  const ctx = { db, actor: { kind: "anonymous" as const }, now: at };
  return handler((asked) => answerDocument(ctx, asked, path))(request, { params: Promise.resolve({}) });
}

function ask(db: Database, path: string, headers: Record<string, string> = activity): Promise<Response> {
  return answer(db, new Request(origin + path, { headers }));
}

const isKept = (path: string) => keptPages().pages.has(`/ap${path}`);

describe("a document", () => {
  test("is kept with what it can be told by, until something in it changes", async ({ db }) => {
    const ada = await createIdentity(db, { handle: "ada" });
    const event = await createEvent(db, { organizerId: ada.id });
    const path = `/events/${event.slug}`;
    const first = await ask(db, path);
    expect(first.status).toBe(200);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "content-type": "application/activity+json; charset=utf-8",
      "cache-control": "private, no-cache",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      vary: "accept",
    });
    expect((await first.json())["@context"]).toHaveLength(3);
    expect(isKept(path)).toBe(true);

    const etag = first.headers.get("etag") ?? "";
    for (const known of [etag, etag.replace("W/", ""), `"x", ${etag}`, "*"])
      expect((await ask(db, path, { ...activity, "if-none-match": known })).status).toBe(304);
    expect((await ask(db, path, { ...activity, "if-none-match": '"x"' })).status).toBe(200);
    dropTags([actorTag(ada.id)]);
    expect(isKept(path)).toBe(false);
    await ask(db, path);
    dropTags([eventTag(event.id)]);
    expect(isKept(path)).toBe(false);
  });

  test("is not kept while changes are not heard of", async ({ db }) => {
    keptPages().listening = false;
    const event = await createEvent(db);
    expect((await ask(db, `/events/${event.slug}`)).status).toBe(200);
    expect(isKept(`/events/${event.slug}`)).toBe(false);
  });

  test("has one spelling: other queries are nothing new, and no page is far away", async ({ db }) => {
    await createIdentity(db, { handle: "ada" });
    expect((await ask(db, "/@ada?x=1")).status).toBe(200);
    expect([...keptPages().pages.keys()]).toEqual(["/ap/@ada"]);
    expect((await ask(db, "/@ada/outbox?page=1")).status).toBe(200);
    for (const page of ["0", "2", "x", "99999"])
      expect((await ask(db, `/@ada/outbox?page=${page}`)).status, page).toBe(404);
    expect(isKept("/@ada/outbox?page=1")).toBe(true);
    const missing = await ask(db, "/@nobody");
    expect([missing.status, missing.headers.get("vary")]).toEqual([404, "accept"]);
    expect(keptPages().pages.size).toBe(2);
  });

  test("that is gone for good says so with 410, of elsewhere leads there; neither is kept", async ({
    db,
  }) => {
    await db.insert(tombstones).values({ uri: `${origin}/events/abcdefghjk2345` });
    const gone = await ask(db, "/events/abcdefghjk2345");
    expect(gone.status).toBe(410);
    expect(await gone.json()).toMatchObject({ type: "Tombstone", formerType: "Event" });
    const event = await createRemoteEvent(db);
    const led = await ask(db, `/events/${event.slug}`);
    expect([led.status, led.headers.get("location")]).toEqual([307, event.uri]);
    expect(keptPages().pages.size).toBe(0);
  });

  test("of a comment is found by the address that people share", async ({ db }) => {
    const event = await createEvent(db, { slug: "abcdefghjk2345" });
    const { id } = await createComment(db, event);
    const led = await ask(db, `/events/${event.slug}?comments=${id}`);
    expect(led.headers.get("location")).toBe(`/events/${event.slug}/comments/${id}`);
    expect((await ask(db, `/events/${event.slug}?comments=2`)).status).toBe(200);
  });

  test("for servers alone leads people to the page", async ({ db }) => {
    const browser = { accept: "text/html, application/activity+json;q=0.5" };
    expect((await ask(db, "/relay", browser)).headers.get("location")).toBe("/about");
    const note = await ask(db, "/events/abcdefghjk2345/note/x7", browser);
    expect(note.headers.get("location")).toBe("/events/abcdefghjk2345");
  });
});

describe("where administrators want to know who asks", () => {
  const secretly = (db: Database) => db.insert(instanceSettings).values({ data: { authorizedFetch: true } });

  test("those who signed are answered, others learn keys alone, and nothing is kept", async ({ db }) => {
    await secretly(db);
    await createIdentity(db, { handle: "ada", name: "Ada Marchand" });
    const event = await createEvent(db);
    const grace = addActor(far, "grace");
    const url = `${origin}/events/${event.slug}`;
    const signed = signCavage({ method: "GET", url, date: now, ...grace, headers: activity });
    expect((await answer(db, signed)).status).toBe(200);
    expect((await ask(db, `/events/${event.slug}`)).status).toBe(401);
    expect((await ask(db, "/@ada/outbox")).status).toBe(401);
    const actor = await ask(db, "/@ada");
    expect(Object.keys(await actor.json()).sort()).toEqual(
      ["@context", "endpoints", "id", "inbox", "preferredUsername", "publicKey", "type"].sort(),
    );
    expect(keptPages().pages.size).toBe(0);
    expect(await (await ask(db, "/relay")).json()).toMatchObject({ name: "localhost:3000" });
  });

  test("suspended servers get nothing, there or elsewhere", async ({ db }) => {
    const event = await createEvent(db);
    await ask(db, `/events/${event.slug}`);
    await db.insert(domainPolicies).values({ domain: far.host, severity: "suspend" });
    const grace = addActor(far, "grace");
    const url = `${origin}/events/${event.slug}`;
    const asking = () => signCavage({ method: "GET", url, date: now, ...grace, headers: activity });
    expect((await answer(db, asking())).status).toBe(403);
    await secretly(db);
    dropEverything();
    expect((await answer(db, asking())).status).toBe(403);
  });
});
