import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { readInstance, updateInstance } from "@/lib/instance/settings";
import { addTemplate, addWordRule, removeTemplate, removeWordRule } from "./settings";
import { tryRules } from "./try";

async function accountOf(db: Database, role: "moderator" | "administrator" | "member") {
  const { id: accountId } = await createAccount(db, { role });
  return { db, now, actor: { kind: "account", accountId, role } } as const;
}

describe("rules about words", () => {
  test("are decided anew for the same words, and go; administrators alone change them", async ({ db }) => {
    const boss = await accountOf(db, "administrator");
    await addWordRule(boss, { pattern: " Casino  night ", scope: "all", outcome: "hold" });
    await addWordRule(boss, { pattern: "càsino night", scope: "all", outcome: "refuse" });
    await addWordRule(boss, { pattern: "casino night", scope: "events", outcome: "report" });
    const { wordRules } = await readInstance(db);
    expect(wordRules).toMatchObject([
      { pattern: "càsino night", outcome: "refuse" },
      { pattern: "casino night", scope: "events" },
    ]);
    const moderator = await accountOf(db, "moderator");
    await expect(removeWordRule(moderator, wordRules[0]!)).rejects.toMatchObject({ code: "forbidden" });
    await removeWordRule(boss, wordRules[0]!);
    await removeWordRule(boss, wordRules[0]!);
    expect((await readInstance(db)).wordRules).toHaveLength(1);
  });

  test("stop at 300", async ({ db }) => {
    const boss = await accountOf(db, "administrator");
    const many = Array.from({ length: 300 }, (_, at) => `word${at}`);
    await updateInstance(boss, {
      wordRules: many.map((pattern) => ({ id: pattern, pattern, scope: "all", outcome: "hold" })),
    });
    const more = addWordRule(boss, { pattern: "more", scope: "all", outcome: "hold" });
    await expect(more).rejects.toMatchObject({ reason: "too_many_rules" });
  });

  test("are tried by moderators, and nothing is kept", async ({ db }) => {
    await addWordRule(await accountOf(db, "administrator"), {
      ...{ pattern: "casino", scope: "comments", outcome: "refuse" },
    });
    const moderator = await accountOf(db, "moderator");
    const text = "C a s i n o";
    expect(await tryRules(moderator, { text, scope: "comments" })).toMatchObject({
      outcome: "refuse",
      words: [{ pattern: "casino" }],
    });
    expect(await tryRules(moderator, { text, scope: "events" })).toMatchObject({ outcome: null, words: [] });
    const member = await accountOf(db, "member");
    await expect(tryRules(member, { text, scope: "events" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("texts that stand ready are replaced by name, and go", async ({ db }) => {
  const boss = await accountOf(db, "administrator");
  await addTemplate(boss, { title: "Kind", en: "Be kind.", fr: "" });
  await addTemplate(boss, { title: "Kind", en: "Please be kind.", fr: "Restez aimables." });
  const { messageTemplates } = await readInstance(db);
  expect(messageTemplates).toMatchObject([{ title: "Kind", fr: "Restez aimables." }]);
  await removeTemplate(boss, messageTemplates[0]!);
  expect((await readInstance(db)).messageTemplates).toEqual([]);
});
