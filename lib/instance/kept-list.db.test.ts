import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import { domainPolicies } from "@/db/schema/servers";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Role } from "@/lib/core/context";
import { setDomainPolicy } from "./decide-domain";
import { writeDomainPolicies } from "./domain-policies-csv";
import { changeOf } from "./import-domain-policies";
import { keepList, previewList, takeList } from "./kept-list";
import { listPublicPolicies, readPublicList } from "./public-policies";
import { updateInstance } from "./settings";

const directory = vi.hoisted(() => ({ path: "" }));
directory.path = mkdtempSync(join(tmpdir(), "carillon-lists-"));
vi.mock(import("@/lib/core/env"), async (real) => {
  const { env } = await real();
  return { ...(await real()), env: () => ({ ...env(), DATA_DIR: directory.path }) };
});
afterAll(() => rmSync(directory.path, { recursive: true, force: true }));

async function accountOf(db: Database, role: Role) {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

const list =
  "\uFEFF#domain,#severity,#public_comment\nnew.example,suspend,Spam\nmild.example,suspend,\nhard.example,silence,\nnot a name,suspend,\n";

async function decided(db: Database) {
  const vera = await accountOf(db, "administrator");
  await setDomainPolicy(vera, { domain: "mild.example", severity: "silence", reason: "", note: "mine" });
  await setDomainPolicy(vera, { domain: "hard.example", severity: "suspend", reason: "", note: "" });
  return vera;
}

test("a list is looked at before anything is decided, then taken over once", async ({ db }) => {
  const vera = await decided(db);
  const kept = await keepList(vera, { list });
  const preview = (await previewList(vera, kept))!;
  expect(preview.plan.fresh).toMatchObject([{ domain: "new.example", reason: "Spam" }]);
  expect(preview.plan.other.map(changeOf)).toEqual(["stricter", "milder"]);
  expect(preview.leftOut).toMatchObject([{ line: 5, why: "domain_not_valid" }]);
  expect(await db.$count(domainPolicies)).toBe(2);

  await takeList(vera, { kept, replaces: true });
  expect(await previewList(vera, kept)).toBeNull();
  await expect(takeList(vera, { kept, replaces: true })).rejects.toMatchObject({ reason: "list_gone" });
  expect(await db.select().from(domainPolicies).orderBy(domainPolicies.domain)).toMatchObject([
    { domain: "hard.example", severity: "silence" },
    { domain: "mild.example", severity: "suspend", note: "mine" },
    { domain: "new.example", severity: "suspend" },
  ]);
  expect(writeDomainPolicies(await listPublicPolicies(db))).toContain(
    "new.example,suspend,true,true,Spam,false\n",
  );
});

test("thousands are taken over in few statements, with one fact, a row of the log and a job for each", async ({
  db,
}) => {
  const vera = await accountOf(db, "administrator");
  const many = Array.from({ length: 2500 }, (_, n) => `s${n}.example`).join("\n");
  await takeList(vera, { kept: await keepList(vera, { list: many }), replaces: false });
  expect(await db.$count(domainPolicies)).toBe(2500);
  expect(await db.$count(moderationLog)).toBe(2500);
  expect(await db.$count(journal)).toBe(1);
});

test("a file counts more than text; neither may be empty or too long", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  const file = new File(["a.example\n"], "blocks.csv");
  const kept = await keepList(vera, { file, list: "b.example" });
  expect((await previewList(vera, kept))?.plan.fresh).toMatchObject([{ domain: "a.example" }]);
  await expect(keepList(vera, { list: " \n" })).rejects.toMatchObject({
    fieldErrors: { list: ["list_empty"] },
  });
  const many = Array.from({ length: 10_001 }, (_, n) => `s${n}.example`).join("\n");
  await expect(keepList(vera, { list: many })).rejects.toMatchObject({
    fieldErrors: { list: ["list_too_long"] },
  });
});

test("lists are for administrators alone", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  const kept = await keepList(vera, { list });
  const moderator = await accountOf(db, "moderator");
  for (const attempt of [
    () => keepList(moderator, { list }),
    () => previewList(moderator, kept),
    () => takeList(moderator, { kept, replaces: true }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  expect(await db.$count(domainPolicies)).toBe(0);
});

test("what was decided is read by everybody, members, or nobody; who is allowed is told where only they exchange", async ({
  db,
}) => {
  const vera = await decided(db);
  await setDomainPolicy(vera, { domain: "friend.example", severity: "allow", reason: "", note: "" });
  const read = async () => [await readPublicList(db, "visitor"), await readPublicList(db, "member")];
  const both = { policies: [{ domain: "hard.example" }, { domain: "mild.example" }], allowed: null };
  expect(await read()).toMatchObject([both, both]);
  await updateInstance(vera, { serverListFor: "members", federationMode: "listed" });
  expect(await read()).toMatchObject([null, { allowed: ["friend.example"] }]);
  await updateInstance(vera, { serverListFor: "nobody" });
  expect(await read()).toEqual([null, null]);
});
