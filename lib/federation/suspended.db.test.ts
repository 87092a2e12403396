import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import {
  createComment,
  createEvent,
  createIdentity,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { suspendReported, unsuspendReported } from "@/lib/moderation/acts/suspend";
import { accountOf, reported } from "@/lib/moderation/testing/cases";
import { importActor } from "./import/actor";
import { storeActor } from "./import/store-actor";
import { findRecipient } from "./inbox/recipient";
import { findServed } from "./serve/find-served";
import { hear, newIdOf } from "./testing/wire";

const system = (db: Database) => ({ db, now, actor: { kind: "system" as const } });

async function suspend(db: Database, uri: string) {
  const moderator = await accountOf(db, "moderator");
  const { id: caseId } = await reported(db, { uri });
  const decision = { caseId, reason: "Against our rules" };
  await suspendReported(moderator, { ...decision, span: null });
  return () => unsuspendReported(moderator, decision);
}

test("of a suspended identity other servers get nothing, not even that it is gone, until it is back", async ({
  db,
}) => {
  const ada = await createIdentity(db, { handle: "ada_gone" });
  const event = await createEvent(db, { organizerId: ada.id, slug: "abcdefghjkmnpq" });
  const comment = await createComment(db, await createEvent(db, { slug: "bcdefghjkmnpqr" }), {
    authorId: ada.id,
  });
  const paths = [
    "/@ada_gone",
    "/@ada_gone/outbox",
    "/@ada_gone/followers",
    "/@ada_gone/upcomingEvents",
    `/events/${event.slug}`,
    `/events/${event.slug}/attendees`,
    `/events/${event.slug}/replies`,
    `/events/bcdefghjkmnpqr/comments/${comment.id}`,
  ];
  const found = async () =>
    Promise.all(paths.map(async (path) => (await findServed(system(db), path, null))?.kind ?? null));
  const before = await found();
  expect(before).not.toContain(null);

  const lift = await suspend(db, ada.uri);
  expect(await found()).toEqual(paths.map(() => null));
  expect(await findRecipient({ db }, "ada_gone")).toBeNull();
  const grace = await createRemoteActor(db);
  const follow = { type: "Follow", id: newIdOf(grace), object: ada.uri };
  expect(await hear(db, grace, follow)).not.toBe("handled");

  await lift();
  expect(await found()).toEqual(before);
  expect(await findRecipient({ db }, "ada_gone")).toBe("here");
});

test("whoever is suspended of another server says nothing here, and comes back by us alone", async ({
  db,
}) => {
  const event = await createRemoteEvent(db);
  const [grace] = await db.select().from(actors).where(eq(actors.id, event.organizerId));
  await suspend(db, event.uri);
  await expect(importActor(system(db), grace!.uri)).rejects.toMatchObject({ code: "not_found" });
  const ada = await createIdentity(db);
  expect(await hear(db, grace!, { type: "Follow", id: newIdOf(grace!), object: ada.uri })).toBe("actor_gone");

  const { kind, handle, domain, uri } = grace!;
  const face = { kind, handle, domain: domain!, uri, name: "Another name", summaryHtml: "" };
  const remote = { inbox: `${uri}/inbox`, sharedInbox: null, outbox: null, followers: null, url: uri };
  await storeActor(system(db), {
    face,
    remote: { ...remote, upcomingEvents: null, isLocked: false, refreshedAt: now },
    avatarUrl: null,
    bannerUrl: null,
    key: null,
    fields: [],
  } as never);
  const [after] = await db.select().from(actors).where(eq(actors.id, grace!.id));
  expect(after).toMatchObject({ name: "Another name", suspendedAt: now });
  expect(after!.deletedAt).not.toBeNull();
});
