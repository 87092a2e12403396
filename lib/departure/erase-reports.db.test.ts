import { expect } from "vitest";
import { reportCases, reports } from "@/db/schema/reports";
import { actingAs, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { fileReport } from "@/lib/moderation/report/file";
import { reportObjects } from "./archive/own-reports";
import { eraseReports } from "./erase-reports";

const spam = { category: "spam", words: "Shoes again" } as const;

test("cases about an identity go with it, and its words from the cases of others; a copy can be taken before", async ({
  db,
}) => {
  const [ada, other] = [await createIdentity(db), await createIdentity(db)];
  const [own, theirs] = [
    await createEvent(db, { organizerId: ada.id }),
    await createEvent(db, { organizerId: other.id }),
  ];
  await fileReport(actingAs(db, other.id), { uri: own.uri }, spam);
  const { caseId } = await fileReport(actingAs(db, ada.id), { uri: theirs.uri }, spam);

  const copies: object[] = [];
  for await (const copy of reportObjects(db, ada)) copies.push(copy);
  expect(copies).toEqual([
    {
      type: "Flag",
      actor: ada.uri,
      object: `http://localhost:3000/events/${theirs.slug}`,
      category: "spam",
      content: "Shoes again",
      published: now.toISOString(),
    },
  ]);

  await eraseReports(actingAs(db, ada.id), ada.id);
  expect((await db.select().from(reportCases)).map(({ id }) => id)).toEqual([caseId]);
  expect(await db.select().from(reports)).toMatchObject([{ caseId, reporterId: null, words: "" }]);
});
