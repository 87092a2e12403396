import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { notificationSettings } from "@/db/schema/notification-settings";
import { actingAs, createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { chooseMails } from "./choose";
import { choiceInput, mailKinds, wantedValue } from "./input";
import { listWants, wantsMail } from "./wants";

const all = (byMail: boolean) => Object.fromEntries(mailKinds.map((kind) => [kind, byMail]));
const [unasked, nothing] = [{ ...all(true), joins: false }, all(false)];

async function twoFaces(db: Database) {
  const account = await createAccount(db);
  const first = await createIdentity(db, { account });
  const second = await createIdentity(db, { account });
  const ctx: Context = { db, actor: { kind: "account", accountId: account.id, role: "member" }, now };
  return { ctx, first, second };
}

describe("chooseMails", () => {
  test("keeps what is ticked for each identity, also when it is said twice", async ({ db }) => {
    const { ctx, first, second } = await twoFaces(db);
    const choice = choiceInput.parse({
      identity: [first.id, second.id],
      wanted: [wantedValue("answers", first.id), wantedValue("changes", second.id)],
    });
    await chooseMails(ctx, choice);
    await chooseMails(ctx, choice);

    const wants = await listWants(db, [first.id, second.id]);
    expect(wants.get(first.id)).toEqual({ ...nothing, answers: true });
    expect(wants.get(second.id)).toEqual({ ...nothing, changes: true });
    await chooseMails(
      ctx,
      choiceInput.parse({ identity: first.id, wanted: wantedValue("requests", first.id) }),
    );
    expect(await wantsMail(db, first.id, "requests")).toBe(true);
  });

  test("leaves an identity alone that the form did not name: it may be newer", async ({ db }) => {
    const { ctx, first, second } = await twoFaces(db);
    await chooseMails(ctx, choiceInput.parse({ identity: first.id }));
    const wants = await listWants(db, [first.id, second.id]);
    expect(wants.get(first.id)).toEqual(nothing);
    expect(wants.get(second.id)).toEqual(unasked);
  });

  test("refuses the identity of somebody else, and then keeps nothing", async ({ db }) => {
    const { ctx, first } = await twoFaces(db);
    const stranger = await createIdentity(db);
    const choice = choiceInput.parse({ identity: [first.id, stranger.id] });
    await expect(chooseMails(ctx, choice)).rejects.toMatchObject({ reason: "not_your_identity" });
    await expect(chooseMails(actingAs(db, first.id), choice)).rejects.toMatchObject({
      code: "unauthenticated",
    });
    expect(await db.select().from(notificationSettings)).toEqual([]);
  });
});

test("whoever chose nothing wants all but what must be chosen, and nobody asks for nobody", async ({
  db,
}) => {
  const { first } = await twoFaces(db);
  expect(await listWants(db, [first.id])).toEqual(new Map([[first.id, unasked]]));
  expect(await listWants(db, [])).toEqual(new Map());
});
