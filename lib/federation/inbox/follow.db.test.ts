import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actorKeys } from "@/db/schema/actor-keys";
import type { ActorRow } from "@/db/schema/actors";
import { follows } from "@/db/schema/follows";
import { journal } from "@/db/schema/journal";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { followIdentity, unfollowIdentity } from "@/lib/events/follow";
import { listUpcomingFollowed } from "@/lib/events/followed";
import { signingKeyOf } from "../keys";
import { getServerActor } from "../server-actor";
import { hear, inboxes, minutesLater, newIdOf, said, tellAll } from "../testing/wire";

async function begin(db: Database, values: Partial<ActorRow> = {}) {
  const ada = await createIdentity(db, { handle: "ada_w", ...values });
  const grace = await createRemoteActor(db, { handle: "grace" });
  const id = newIdOf(grace);
  const follow = (more: object = {}) => hear(db, grace, { type: "Follow", id, object: ada.uri, ...more });
  return { ada, grace, id, follow };
}

const followers = (db: Database, { id }: ActorRow) =>
  db.select().from(follows).where(eq(follows.followedId, id));
const types = async (db: Database) => (await said(db)).map(({ type }) => type);
const kinds = async (db: Database) =>
  (await db.select().from(journal).orderBy(journal.id)).map(({ kind }) => kind);

describe("somebody elsewhere follows one of ours", () => {
  test("and is accepted at once, by the id that they gave", async ({ db }) => {
    const { ada, grace, id, follow } = await begin(db);
    expect(await follow()).toBe("handled");
    await tellAll(db);
    await tellAll(db);

    expect(await followers(db, ada)).toMatchObject([{ followerId: grace.id, status: "accepted", uri: id }]);
    expect(await said(db)).toEqual([
      {
        id: expect.stringMatching(/^http:\/\/localhost:3000\/@ada_w#accept-[\w-]{16}$/),
        type: "Accept",
        actor: ada.uri,
        object: { id, type: "Follow", actor: grace.uri, object: ada.uri },
        to: [grace.uri],
      },
    ]);
    expect(await inboxes(db)).toEqual(["https://far.example/inbox"]);
  });

  test("again, and is accepted again; the newer id counts", async ({ db }) => {
    const { ada, grace, follow } = await begin(db);
    await follow();
    await tellAll(db);
    await follow({ minutes: 1 });
    const id = newIdOf(grace);
    await follow({ id, minutes: 2 });
    expect(await followers(db, ada)).toMatchObject([{ uri: id }]);
    expect(await types(db)).toEqual(["Accept", "Accept", "Accept"]);
    expect(await kinds(db)).toEqual(["identity.followed"]);
  });

  test("and takes it back, written out or by its id; repeating it is harmless", async ({ db }) => {
    const { ada, grace, id, follow } = await begin(db);
    await follow();
    const undone = { id, type: "Follow", actor: grace.uri, object: ada.uri };
    expect(await hear(db, grace, { type: "Undo", object: undone })).toBe("handled");
    expect(await followers(db, ada)).toEqual([]);
    expect(await follow()).toBe("handled");
    const other = newIdOf(grace);
    await follow({ id: other });
    expect(await hear(db, grace, { type: "Undo", object: other })).toBe("handled");
    expect(await followers(db, ada)).toEqual([]);
    expect(await hear(db, grace, { type: "Undo", object: { type: "Follow", object: ada.uri } })).toBe(
      "not_followed",
    );
    expect(await types(db)).toEqual(["Accept"]);
    await tellAll(db);
    expect(await types(db)).toEqual(["Accept"]);
  });

  test("after they took it back, as it came: nobody follows", async ({ db }) => {
    const { ada, grace, id, follow } = await begin(db);
    await hear(db, grace, {
      type: "Undo",
      object: { id, type: "Follow", actor: grace.uri, object: ada.uri },
    });
    expect(await follow()).toBe("taken_back");
    const other = newIdOf(grace);
    expect(await hear(db, grace, { type: "Undo", object: other })).toBe("undone_not_known");
    expect(await follow({ id: other })).toBe("taken_back");
    expect(await followers(db, ada)).toEqual([]);
    expect(await said(db)).toEqual([]);
  });

  test("cannot take back what another follows", async ({ db }) => {
    const { ada, id, follow } = await begin(db);
    await follow();
    const mallory = await createRemoteActor(db);
    expect(await hear(db, mallory, { type: "Undo", object: id })).toBe("undone_not_known");
    await hear(db, mallory, { type: "Undo", object: { id, type: "Follow", object: ada.uri } });
    const eve = await createRemoteActor(db);
    expect(await hear(db, eve, { type: "Follow", id, object: ada.uri })).toBe("id_taken");
    expect(await followers(db, ada)).toHaveLength(1);
  });

  test("who is not there, not let in yet, gone, or of another server: nobody answers", async ({ db }) => {
    const { grace, follow } = await begin(db, { deletedAt: minutesLater(-1) });
    const waiting = await createIdentity(db, { account: await createAccount(db, { confirmedAt: null }) });
    expect(await follow()).toBe("actor_not_found");
    for (const object of [waiting.uri, "http://localhost:3000/@nobody", grace.uri, 42, null])
      expect(await follow({ object })).toBe("actor_not_found");
    expect(await said(db)).toEqual([]);
  });

  test("who is not for everybody: silence, unless they acted beyond this server", async ({ db }) => {
    const { ada, grace, id, follow } = await begin(db, { visibility: "participants" });
    expect(await follow()).toBe("identity_not_found");
    expect(await said(db)).toEqual([]);
    expect(await db.select().from(actorKeys).where(eq(actorKeys.actorId, ada.id))).toEqual([]);

    await signingKeyOf(actingAs(db, ada.id), ada);
    expect(await follow({ minutes: 1 })).toBe("identity_not_found");
    expect(await said(db)).toMatchObject([
      { type: "Reject", actor: ada.uri, object: { id, type: "Follow" }, to: [grace.uri] },
    ]);
    expect(await followers(db, ada)).toEqual([]);
  });

  test("who is not for everybody but for those who go somewhere with them", async ({ db }) => {
    const { ada, grace, follow } = await begin(db, { visibility: "participants" });
    const event = await createEvent(db, { organizerId: ada.id });
    await createParticipation(db, event, { actorId: grace.id, status: "approved" });
    expect(await follow()).toBe("handled");
    expect(await followers(db, ada)).toHaveLength(1);
  });

  test("who is this server itself", async ({ db }) => {
    const { follow } = await begin(db);
    const server = await getServerActor({ db });
    expect(await follow({ object: server.uri })).toBe("handled");
    await tellAll(db);
    expect(await followers(db, server)).toMatchObject([{ status: "accepted" }]);
    expect(await said(db)).toMatchObject([{ type: "Accept", actor: "http://localhost:3000/relay" }]);
  });
});

describe("one of ours follows somebody elsewhere", () => {
  async function asked(db: Database) {
    const { ada, grace } = await begin(db);
    await followIdentity(actingAs(db, ada.id), { handle: "grace@far.example" });
    await followIdentity(actingAs(db, ada.id), { handle: "grace@far.example" });
    await tellAll(db);
    const [follow] = await followers(db, grace);
    return { ada, grace, follow: follow! };
  }

  test("asks their server, and waits", async ({ db }) => {
    const { ada, grace, follow } = await asked(db);
    expect(follow).toMatchObject({ followerId: ada.id, status: "pending" });
    expect(await said(db)).toEqual([
      { id: follow.uri, type: "Follow", actor: ada.uri, object: grace.uri, to: [grace.uri] },
    ]);
    await createEvent(db, { organizerId: grace.id });
    expect(await listUpcomingFollowed(db, ada.id, { now: minutesLater(0), size: 5 })).toBeNull();
  });

  test.for(["id", "inline", "without id"])("hears yes once (%s)", async (form, { db }) => {
    const { ada, grace, follow } = await asked(db);
    const inline = { type: "Follow", actor: ada.uri, object: grace.uri };
    const object = { id: follow.uri, inline: { ...inline, id: follow.uri }, "without id": inline }[form];
    expect(await hear(db, grace, { type: "Accept", object })).toBe("handled");
    expect(await hear(db, grace, { type: "Accept", object })).toBe("handled");
    expect(await followers(db, grace)).toMatchObject([{ status: "accepted" }]);
    expect(await kinds(db)).toEqual(["identity.followed", "identity.follow_accepted"]);
    await tellAll(db);
    expect(await types(db)).toEqual(["Follow"]);
  });

  test.for(["Reject", "Undo"])("hears no (%s), also later", async (type, { db }) => {
    const { grace, follow } = await asked(db);
    const accepted = { type: "Accept", actor: grace.uri, object: follow.uri };
    await hear(db, grace, accepted);
    const object = type === "Undo" ? accepted : follow.uri;
    expect(await hear(db, grace, { type, object })).toBe("handled");
    expect(await followers(db, grace)).toEqual([]);
    expect(await hear(db, grace, { type: "Accept", object: follow.uri })).toBe("not_asked");
    expect((await kinds(db)).at(-1)).toBe("identity.follow_rejected");
  });

  test("hears it from nobody else", async ({ db }) => {
    const { ada, grace, follow } = await asked(db);
    const mallory = await createRemoteActor(db);
    for (const type of ["Accept", "Reject"]) {
      const inline = { type: "Follow", actor: ada.uri, object: grace.uri };
      expect(await hear(db, mallory, { type, object: follow.uri })).toBe("not_allowed");
      expect(await hear(db, mallory, { type, object: inline })).toBe("not_allowed");
    }
    expect(await followers(db, grace)).toMatchObject([{ status: "pending" }]);
  });

  test("stops, and says so with what it takes back", async ({ db }) => {
    const { ada, grace, follow } = await asked(db);
    await unfollowIdentity(actingAs(db, ada.id), { handle: "grace@far.example" });
    await tellAll(db);
    expect((await said(db))[1]).toEqual({
      id: `${follow.uri}#undo`,
      type: "Undo",
      actor: ada.uri,
      object: { id: follow.uri, type: "Follow", actor: ada.uri, object: grace.uri },
      to: [grace.uri],
    });
    expect(await hear(db, grace, { type: "Accept", object: follow.uri })).toBe("not_asked");
  });
});
