import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { actingAs, createEvent, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { inviteByAddress } from "./invite-by-address";
import { asked, emptyWeb, farActor, farEvent } from "./testing/web";

vi.mock(import("./fetch/document"), async () => (await import("./testing/web")).fetching);
vi.mock(import("./fetch/webfinger"), () => ({
  findUriByHandle: async (_ctx: unknown, name: string) =>
    name === "rosa@far.example" ? "https://far.example/users/rosa" : null,
}));

beforeEach(emptyWeb);

async function settle(db: Database) {
  const event = await createEvent(db);
  const grace = await createIdentity(db, { handle: "grace" });
  const ask = (whom: string, as = event.organizerId) =>
    inviteByAddress(actingAs(db, as), { eventId: event.id, whom });
  return { event, grace, ask };
}

describe("inviteByAddress", () => {
  test("knows people of this server however they are written, and asks no other for them", async ({ db }) => {
    const { grace, ask } = await settle(db);
    for (const whom of ["grace", "@Grace", "@grace@localhost:3000", grace.uri])
      expect(await ask(whom)).toMatchObject({ actorId: grace.id });
    expect(asked).toEqual([]);
  });

  test("finds people of others by their name or page", async ({ db }) => {
    const { ask } = await settle(db);
    const { id: uri } = farActor("rosa");
    const first = await ask("@rosa@far.example");
    expect(await ask(uri)).toMatchObject({ id: first.id });
  });

  test("answers the same for nobody, for what is no person, and for a server that is silent", async ({
    db,
  }) => {
    const { ask } = await settle(db);
    const event = farEvent("one");
    const group = farActor("choir", { type: "Group" });
    for (const whom of [
      "@nobody@far.example",
      "nobody",
      event.id,
      group.id,
      "https://far.example/gone",
      "?",
      "a b",
    ])
      await expect(ask(whom), whom).rejects.toMatchObject({ fieldErrors: { whom: ["invitee_unknown"] } });
  });

  test("asks other servers for nobody but hosts", async ({ db }) => {
    const { grace, ask } = await settle(db);
    farActor("rosa");
    await expect(ask("@rosa@far.example", grace.id)).rejects.toMatchObject({ code: "forbidden" });
    expect(asked).toEqual([]);
  });
});
