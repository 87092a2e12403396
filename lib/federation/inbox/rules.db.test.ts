import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { comments } from "@/db/schema/comments";
import { instanceSettings } from "@/db/schema/instance";
import { journal } from "@/db/schema/journal";
import { createEvent } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { SafetySettings } from "@/lib/instance/safety-settings";
import { hear } from "../testing/hear";
import { emptyWeb, farNote } from "../testing/web";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle: async () => null }) as never);

beforeEach(emptyWeb);

async function ruled(db: Database, settings: Partial<SafetySettings>) {
  await db.insert(instanceSettings).values({ data: settings });
}

async function saying(db: Database, name: string, content: string) {
  const { uri: inReplyTo } = await createEvent(db);
  const note = farNote(name, { inReplyTo, content });
  return { type: "Create", actor: note.attributedTo, object: note };
}

const said = (db: Database) => db.select().from(comments);

describe("rules of this server", () => {
  const words = (outcome: "hold" | "refuse") => ({
    wordRules: [{ id: "1", pattern: "casino", scope: "comments" as const, outcome }],
  });

  test("refuse what comes from elsewhere without a fault", async ({ db }) => {
    await ruled(db, words("refuse"));
    expect(await hear(db, await saying(db, "1", "<p>A <b>CA\u200bSINO</b></p>"))).toMatch(/^refused/);
    expect(await said(db)).toEqual([]);
  });

  test("hold it back, also when it is sent again, and tell nobody", async ({ db }) => {
    await ruled(db, words("hold"));
    const activity = await saying(db, "1", "<p>A casino</p>");
    expect(await hear(db, activity)).toBe("handled");
    expect(await hear(db, activity)).toBe("handled");
    expect(await said(db)).toMatchObject([{ status: "waiting", heldAt: expect.any(Date) }]);
    expect(await db.select().from(journal)).toMatchObject([{ kind: "comment.held" }]);
  });

  test("count links that hide behind words, and no names", async ({ db }) => {
    await ruled(db, { mostLinks: 0 });
    const name = '<p><a href="https://far.example/@ada" class="mention">@<span>ada</span></a></p>';
    await hear(db, await saying(db, "1", name));
    await hear(db, await saying(db, "2", '<p><a href="https://evil.example/">here</a></p>'));
    const held = (await said(db)).map(({ source, heldAt }) => [source.slice(0, 4), heldAt !== null]);
    expect(Object.fromEntries(held)).toEqual({ "@ada": false, here: true });
  });

  test("let nobody pause who cannot be told to", async ({ db }) => {
    await ruled(db, { slowModeSeconds: 3600 });
    const { uri: inReplyTo } = await createEvent(db, { commentsPauseSeconds: 3600 });
    for (const name of ["1", "2"]) {
      const note = farNote(name, { inReplyTo, content: `<p>${name}</p>` });
      expect(await hear(db, { type: "Create", actor: note.attributedTo, object: note })).toBe("handled");
    }
    expect(await said(db)).toHaveLength(2);
  });
});
