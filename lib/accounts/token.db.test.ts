import { describe, expect } from "vitest";
import { accountTokens } from "@/db/schema/accounts";
import { test } from "@/db/testing/test";
import { asNobody, createMember } from "./testing/people";
import { endTokens, findToken, issueToken, useToken as spendToken } from "./token";

const kinds = accountTokens.kind.enumValues;
const refused = { code: "invalid", reason: "link_used_or_expired" };

describe.each(kinds)("a token of the kind %s", (kind) => {
  test("can be looked at often and used once", async ({ db }) => {
    const { id: accountId } = await createMember(db);
    const asked = { kind, accountId, hours: 1, data: { email: "new@example.org" } };
    const token = await issueToken(asNobody(db), asked);
    const opened = { accountId, data: asked.data };

    for (const _ of "twice") expect(await findToken(asNobody(db), kind, token)).toEqual(opened);
    expect(await spendToken(asNobody(db), kind, token)).toEqual(opened);
    await expect(spendToken(asNobody(db), kind, token)).rejects.toMatchObject(refused);
    expect(await findToken(asNobody(db), kind, token)).toBeNull();
  });

  test("runs out, opens nothing else, and is not in the database", async ({ db }) => {
    const { id: accountId } = await createMember(db);
    const token = await issueToken(asNobody(db), { kind, accountId, hours: 1 });

    await expect(spendToken(asNobody(db, 1), kind, token)).rejects.toMatchObject(refused);
    for (const other of kinds.filter((each) => each !== kind))
      await expect(spendToken(asNobody(db), other, token)).rejects.toMatchObject(refused);
    expect(JSON.stringify(await db.select().from(accountTokens))).not.toContain(token);
  });

  test("ends with the others of its kind and account, and with no others", async ({ db }) => {
    const ada = await createMember(db);
    const grace = await createMember(db);
    const hers = await issueToken(asNobody(db), { kind, accountId: ada.id, hours: 1 });
    const theirs = await issueToken(asNobody(db), { kind, accountId: grace.id, hours: 1 });
    const other = kinds.find((each) => each !== kind)!;
    const unlike = await issueToken(asNobody(db), { kind: other, accountId: ada.id, hours: 1 });

    await endTokens(asNobody(db), kind, ada.id);

    expect(await findToken(asNobody(db), kind, hers)).toBeNull();
    expect(await findToken(asNobody(db), kind, theirs)).not.toBeNull();
    expect(await findToken(asNobody(db), other, unlike)).not.toBeNull();
  });
});
