import { expect } from "vitest";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { resendConfirmation } from "./resend-confirmation";
import { asNobody, createMember, factsOf } from "./testing/people";

const longAgo = new Date(now.getTime() - 100_000);

test("asks once more for an address that waits to be confirmed, as often as it is asked", async ({ db }) => {
  const { id, email } = await createMember(db, { confirmedAt: null, createdAt: longAgo });
  await resendConfirmation(asNobody(db), email);
  await resendConfirmation(asNobody(db), email);
  expect(await factsOf(db)).toEqual([
    ["account.confirmation_asked", id],
    ["account.confirmation_asked", id],
  ]);
});

test("does nothing for confirmed and unknown addresses", async ({ db }) => {
  const { email } = await createMember(db, { createdAt: longAgo });
  await resendConfirmation(asNobody(db), email);
  await resendConfirmation(asNobody(db), "nobody@example.org");
  expect(await factsOf(db)).toEqual([]);
});

test("does nothing within 100 seconds of signing up: the first message is on its way", async ({ db }) => {
  const createdAt = new Date(longAgo.getTime() + 1);
  const { email } = await createMember(db, { confirmedAt: null, createdAt });
  await resendConfirmation(asNobody(db), email);
  expect(await factsOf(db)).toEqual([]);
});
