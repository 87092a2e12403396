import { describe, expect } from "vitest";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Role } from "@/lib/core/context";
import { instanceName, rememberName } from "@/lib/core/instance-name";
import { readFrame } from "../frame";
import { hearName } from "../name";
import { readInstance } from "../settings";
import { describeInstance, setRules } from "./describe";
import { findDocument, findVersionAt, listVersions } from "./documents";
import { descriptionInput, documentInput, rulesInput } from "./input";
import { saveDocument } from "./save-document";

async function acting(db: Database, role: Role = "administrator") {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

const described = descriptionInput.parse({
  ...{ name: " Bells  of Lyon ", contact: "bells@example.org", language: "fr" },
  ...{ short_en: "What is on in Lyon", description_fr: "Des *cloches*." },
});
const terms = (changes: Partial<z.input<typeof documentInput>>) =>
  documentInput.parse({ kind: "terms", mode: "own", text_en: "Be *kind*.", ...changes });
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe("describeInstance and setRules", () => {
  test("say what the server is called everywhere, again and again", async ({ db, onTestFinished }) => {
    onTestFinished(() => rememberName(""));
    const vera = await acting(db);
    expect(instanceName()).toBe("Carillon");
    await describeInstance(vera, described);
    await describeInstance(vera, described);
    await setRules(vera, rulesInput.parse({ rules_en: "## Be kind" }));
    expect(await readFrame(db)).toMatchObject({
      ...{ name: "Bells of Lyon", contact: "bells@example.org", hasRules: true, hasTerms: false },
      shortDescription: { en: "What is on in Lyon", fr: "" },
    });
    rememberName("");
    await hearName(db);
    expect(instanceName()).toBe("Bells of Lyon");
    expect(await readInstance(db)).toMatchObject({
      descriptionHtml: { en: "", fr: "<p>Des <em>cloches</em>.</p>" },
      rulesHtml: { en: "<h3>Be kind</h3>" },
    });
  });

  test("are for administrators alone", async ({ db }) => {
    const ctx = await acting(db, "moderator");
    const forbidden = { code: "forbidden" };
    await expect(describeInstance(ctx, described)).rejects.toMatchObject(forbidden);
    await expect(setRules(ctx, rulesInput.parse({}))).rejects.toMatchObject(forbidden);
    await expect(saveDocument(ctx, terms({}))).rejects.toMatchObject(forbidden);
  });
});

describe("saveDocument", () => {
  test("keeps every version; the same again is none", async ({ db }) => {
    const vera = await acting(db);
    await saveDocument(vera, terms({}));
    await saveDocument(vera, terms({}));
    await saveDocument({ ...vera, now: later(1) }, terms({ text_fr: "Soyez gentils." }));
    await saveDocument({ ...vera, now: later(2) }, terms({ mode: "link", url: "https://example.org/t" }));
    expect((await listVersions(db, "terms")).map(({ version, mode }) => [version, mode])).toEqual([
      [3, "link"],
      [2, "own"],
      [1, "own"],
    ]);
    expect(await findDocument(db, "terms")).toMatchObject({ version: 3, url: "https://example.org/t" });
    expect(await findDocument(db, "terms", 1)).toMatchObject({
      texts: { en: { source: "Be *kind*.", html: "<p>Be <em>kind</em>.</p>" } },
    });
    expect(await findVersionAt(db, "terms", later(1))).toBe(2);
    expect(await findVersionAt(db, "terms", later(-1))).toBeNull();
    expect(await findDocument(db, "terms", 4)).toBeNull();
  });

  test("asks everybody again only where that is wanted, and dates it", async ({ db }) => {
    const vera = await acting(db);
    const since = async () => (await readFrame(db)).agreeSince;
    await saveDocument(vera, terms({}));
    expect(await since()).toBeNull();
    await saveDocument({ ...vera, now: later(1) }, terms({ asksAgain: "on" }));
    await saveDocument({ ...vera, now: later(2) }, terms({ asksAgain: "on" }));
    expect(await since()).toEqual(later(1));
    expect(await listVersions(db, "terms")).toHaveLength(2);
  });

  test("terms can end; our own words about privacy hold until something else is said", async ({ db }) => {
    const vera = await acting(db);
    expect(await findDocument(db, "terms")).toBeNull();
    expect(await findDocument(db, "privacy")).toMatchObject({ version: 0, mode: "default", createdAt: null });
    await saveDocument(vera, terms({ mode: "default" }));
    expect((await readFrame(db)).hasTerms).toBe(true);
    await saveDocument(vera, terms({ mode: "none", asksAgain: "on" }));
    expect(await readFrame(db)).toMatchObject({ hasTerms: false, agreeSince: null });
    expect(await findDocument(db, "terms")).toBeNull();
    expect(await findDocument(db, "terms", 2)).toMatchObject({ mode: "none" });
  });

  test("nobody has to agree to terms that ended, but to what was said about privacy before", async ({
    db,
  }) => {
    const vera = await acting(db);
    const since = async () => (await readFrame(db)).agreeSince;
    await saveDocument({ ...vera, now: later(1) }, terms({ asksAgain: "on" }));
    await saveDocument({ ...vera, now: later(2) }, terms({ mode: "none" }));
    expect(await since()).toBeNull();
    await saveDocument({ ...vera, now: later(3) }, terms({ kind: "privacy", asksAgain: "on" }));
    await saveDocument({ ...vera, now: later(4) }, terms({ asksAgain: "on" }));
    await saveDocument({ ...vera, now: later(5) }, terms({ mode: "none" }));
    expect(await since()).toEqual(later(3));
  });
});
