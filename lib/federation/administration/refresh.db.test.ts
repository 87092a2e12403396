import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { createAccount, createRemoteActor, createRemoteEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context, Role } from "@/lib/core/context";
import { emptyWeb, farActor, farEvent, web } from "../testing/web";
import { refreshAddress, refreshServer } from "./refresh";

const { findUriByHandle } = vi.hoisted(() => ({
  findUriByHandle: vi.fn(async (_ctx: unknown, _name: string): Promise<string | null> => null),
}));
vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle }) as never);
beforeEach(emptyWeb);

async function staff(db: Database, role: Role): Promise<Context> {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role }, now };
}

describe("refreshServer", () => {
  test("asks for whom it knows there, and what is to come, once", async ({ db }) => {
    const vera = await staff(db, "administrator");
    const organizerId = (await createRemoteActor(db)).id;
    await createRemoteActor(db, { deletedAt: now });
    await createRemoteEvent(db, { organizerId });
    await createRemoteEvent(db, { organizerId, startsAt: new Date("2026-01-01T18:00Z"), endsAt: null });
    await createRemoteEvent(db, { domain: "other.example" });
    for (const _ of [1, 2])
      expect(await refreshServer(vera, "far.example")).toEqual({ people: 1, events: 1 });
    const jobs = await db.execute(
      sql`select 1 from graphile_worker._private_jobs where key like 'refresh-%'`,
    );
    expect(jobs).toHaveLength(2);
  });

  test("is for administrators alone", async ({ db }) => {
    const moderator = await staff(db, "moderator");
    await expect(refreshServer(moderator, "far.example")).rejects.toMatchObject({ code: "forbidden" });
    await expect(refreshAddress(moderator, "a@far.example")).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("refreshAddress", () => {
  test("takes in what somebody is called now", async ({ db }) => {
    const vera = await staff(db, "administrator");
    for (const name of ["Grace", "Grace H."]) {
      const { id } = farActor("grace", { name });
      findUriByHandle.mockResolvedValueOnce(id);
      expect(await refreshAddress(vera, "@grace@far.example")).toBe(name);
      expect(findUriByHandle).toHaveBeenLastCalledWith(expect.anything(), "grace@far.example");
    }
    farActor();
    const event = farEvent();
    expect(await refreshAddress(vera, event.id)).toBe(event.name);
  });

  test("says when nobody is there, and when nobody answers", async ({ db }) => {
    const vera = await staff(db, "administrator");
    await expect(refreshAddress(vera, "nobody@far.example")).rejects.toMatchObject({
      reason: "actor_not_found",
    });
    const { id } = farActor();
    web.set(id, new Error("unreachable: x"));
    findUriByHandle.mockResolvedValueOnce(id);
    await expect(refreshAddress(vera, "grace@far.example")).rejects.toMatchObject({
      reason: "server_silent",
    });
  });
});
