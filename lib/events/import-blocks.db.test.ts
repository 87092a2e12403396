import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { blockedDomains, blocks } from "@/db/schema/blocks";
import { follows } from "@/db/schema/follows";
import { journal } from "@/db/schema/journal";
import { actingAs, createAccount, createIdentity, createRemoteActor, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { env } from "@/lib/core/env";
import { type BlockList, blockLists } from "@/lib/identities/blocks/input";
import { listOwn } from "@/lib/identities/blocks/own-list";
import { listBlocked, listBlockedDomains } from "@/lib/identities/blocks/queries";
import { blockIdentity, muteIdentity } from "./block";
import { blockDomain } from "./block-domain";
import { followActor } from "./follow";
import { importBlocks } from "./import-blocks";

const { host } = new URL(env().ORIGIN);

async function meet(db: Database) {
  const ada = await createIdentity(db, { handle: "ada", name: "Ada" });
  const grace = await createIdentity(db, { handle: "grace", name: "Grace" });
  const rosa = await createRemoteActor(db, { handle: "Rosa", name: "Rosa" });
  const take = (list: BlockList, text: string) =>
    importBlocks(actingAs(db, ada.id), { list, file: new File([text], "list.csv") });
  return { ada, grace, rosa, take };
}

describe("importBlocks", () => {
  test("blocks whom this server knows, ends their following, and names the others; again changes nothing", async ({
    db,
  }) => {
    const { ada, grace, rosa, take } = await meet(db);
    await followActor(actingAs(db, ada.id), rosa);
    await followActor(actingAs(db, grace.id), ada);
    await muteIdentity(actingAs(db, ada.id), { handle: "grace" });
    const text = `\uFEFFRosa@far.example\r\nGrace@${host}\r\nada@${host}\r\nwho@far.example\r\nnobody\r\n`;
    expect(await take("blocked_accounts", text)).toEqual({
      added: 2,
      already: 0,
      own: [`ada@${host}`],
      unknown: ["who@far.example"],
      notValid: [{ line: 5, text: "nobody" }],
    });
    expect(await listBlocked(db, ada.id)).toMatchObject([
      { handle: "grace", kind: "block" },
      { handle: "Rosa", kind: "block" },
    ]);
    expect(await db.$count(follows)).toBe(0);
    const told = await db.$count(journal);
    expect(await take("blocked_accounts", text)).toMatchObject({ added: 0, already: 2 });
    expect(await db.$count(journal)).toBe(told);
    expect(await listBlocked(db, grace.id)).toEqual([]);
  });
  test("mutes, and leaves what is blocked and who follows as it is", async ({ db }) => {
    const { ada, rosa, take } = await meet(db);
    await followActor(actingAs(db, ada.id), rosa);
    await blockIdentity(actingAs(db, ada.id), { handle: "grace" });
    const text = `Account address,Hide notifications\n"Rosa@far.example",true\ngrace@${host},false\n`;
    expect(await take("muted_accounts", text)).toMatchObject({ added: 1, already: 1, notValid: [] });
    expect(await listBlocked(db, ada.id)).toMatchObject([{ kind: "block" }, { kind: "mute" }]);
    expect(await db.$count(follows)).toBe(1);
  });

  test("blocks servers that nobody here knows too, thousands at once, and never our own", async ({ db }) => {
    const { ada, rosa, take } = await meet(db);
    await followActor(actingAs(db, ada.id), rosa);
    await blockDomain(actingAs(db, ada.id), { domain: "s1.example", kind: "mute" });
    await blockDomain(actingAs(db, ada.id), { domain: "s2.example", kind: "block" });
    const text = ["far.example", host, ...Array.from({ length: 4000 }, (_, n) => `s${n}.example`)].join("\n");
    expect(await take("blocked_domains", text)).toMatchObject({ added: 4000, already: 1, own: [host] });
    expect(await db.$count(blockedDomains)).toBe(4001);
    expect(await db.$count(follows)).toBe(0);
    expect(await take("blocked_domains", text)).toMatchObject({ added: 0, already: 4001 });
  });

  test("does not tell whether somebody is here whose page is closed, nor who is not let in yet", async ({
    db,
  }) => {
    const { take } = await meet(db);
    await createIdentity(db, { handle: "closed", visibility: "participants" });
    const account = await createAccount(db, { confirmedAt: null });
    await createIdentity(db, { handle: "early", account });
    const all = ["closed", "early", "nobody"].map((handle) => `${handle}@${host}`);
    expect(await take("muted_accounts", all.join("\n"))).toMatchObject({ added: 0, unknown: all });
    expect(await db.$count(blocks)).toBe(0);
  });

  test("refuses what is no list, all of it, and whoever is nobody", async ({ db }) => {
    const { take } = await meet(db);
    await expect(take("blocked_domains", "\n")).rejects.toMatchObject({
      fieldErrors: { file: ["block_list_empty"] },
    });
    const visitor = { db, actor: { kind: "anonymous" as const }, now };
    const file = new File(["far.example"], "list.csv");
    await expect(importBlocks(visitor, { list: "blocked_domains", file })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    expect(await db.$count(blockedDomains)).toBe(0);
  });
});

test("what one identity exports, another takes over, and nothing else stands in it", async ({ db }) => {
  const { ada, grace, take } = await meet(db);
  const another = actingAs(db, (await createIdentity(db, { handle: "other" })).id);
  await blockIdentity(another, { handle: "grace" });
  await muteIdentity(another, { handle: "Rosa@far.example" });
  await blockDomain(another, { domain: "bells.example", kind: "block" });
  await blockDomain(another, { domain: "quiet.example", kind: "mute" });
  const listed = (list: BlockList) => listOwn(db, another.actor.actorId, list);
  expect(await listed("blocked_accounts")).toEqual([[`grace@${host}`]]);
  expect(await listed("muted_accounts")).toEqual([
    ["Account address", "Hide notifications"],
    ["Rosa@far.example", "true"],
  ]);
  expect(await listed("blocked_domains")).toEqual([["bells.example"]]);
  expect(await listOwn(db, ada.id, "blocked_accounts")).toEqual([]);
  expect(await listOwn(db, grace.id, "blocked_accounts")).toEqual([]);
  for (const list of blockLists)
    expect(await take(list, (await listed(list)).join("\n"))).toMatchObject({ added: 1 });
  expect(await listBlockedDomains(db, ada.id)).toEqual([{ domain: "bells.example", kind: "block" }]);
});
