import { describe, expect } from "vitest";
import { mutedWords } from "@/db/schema/blocks";
import { actingAs, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { muteWord, unmuteWord } from "./mute-word";
import { listMutedWords } from "./queries";

const DAY = 86_400_000;

describe("muteWord", () => {
  test("keeps a word once, however it is written, as long as was said last", async ({ db }) => {
    const [ada, grace] = [await createIdentity(db), await createIdentity(db)];
    await muteWord(actingAs(db, ada.id), { word: "Élan  vital", lasts: "day" });
    await muteWord(actingAs(db, ada.id), { word: "elan vital", lasts: "week" });
    const until = new Date(now.getTime() + 7 * DAY);
    expect(await listMutedWords(db, ada.id, now)).toMatchObject([{ word: "elan vital", until }]);
    expect(await listMutedWords(db, ada.id, until)).toEqual([]);
    expect(await listMutedWords(db, grace.id, now)).toEqual([]);

    await muteWord({ ...actingAs(db, ada.id), now: until }, { word: "other", lasts: "ever" });
    expect(await db.$count(mutedWords)).toBe(1);
  });

  test("refuses what is no word, too many of them, and visitors", async ({ db }) => {
    const { id } = await createIdentity(db);
    const mute = (word: string) => muteWord(actingAs(db, id), { word, lasts: "ever" });
    await expect(mute("?!")).rejects.toMatchObject({ fieldErrors: { word: ["word_missing"] } });
    for (let index = 0; index < 100; index++) await mute(`word ${index}`);
    await mute("Word 7");
    await expect(mute("one more")).rejects.toMatchObject({ reason: "too_many_words" });
    const visitor = { db, actor: { kind: "anonymous" as const }, now };
    await expect(muteWord(visitor, { word: "x", lasts: "ever" })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

test("unmuteWord takes back one's own alone, also twice", async ({ db }) => {
  const [ada, grace] = [await createIdentity(db), await createIdentity(db)];
  await muteWord(actingAs(db, ada.id), { word: "noise", lasts: "ever" });
  const [word] = await listMutedWords(db, ada.id, now);
  await unmuteWord(actingAs(db, grace.id), word!);
  expect(await listMutedWords(db, ada.id, now)).toHaveLength(1);
  await unmuteWord(actingAs(db, ada.id), word!);
  await unmuteWord(actingAs(db, ada.id), word!);
  expect(await listMutedWords(db, ada.id, now)).toEqual([]);
});
