import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { admitApplicant, turnDownApplicant } from "@/lib/accounts/application-decide";
import { staff } from "@/lib/accounts/testing/registration";
import { announceApplication } from "./announce-application";
import { tellAdmitted, tellTurnedDown } from "./tell-applicant";
import { recorded, waitingMails, worker } from "./testing/facts";

const applicant = (db: Database) => createAccount(db, { approvedAt: null, application: "I sing." });
const minutes = (db: Database, count: number) => ({
  ...worker(db),
  now: new Date(now.getTime() + count * 60_000),
});
const heard = (accountId: string, factId = 42) =>
  recorded({ kind: "account.applied" as const, accountId }, factId);

describe("announceApplication", () => {
  test("tells everybody who may decide, and names nobody", async ({ db }) => {
    const moderator = await createAccount(db, { role: "moderator", locale: "fr", email: "m@example.org" });
    const boss = await createAccount(db, { role: "administrator", email: "a@example.org" });
    await createAccount(db, { role: "moderator", confirmedAt: null });
    await createAccount(db);
    const { id, email } = await applicant(db);

    await announceApplication(worker(db), heard(id));

    const mails = await waitingMails(db);
    expect(mails.map(({ to }) => to).sort()).toEqual([boss.email, moderator.email]);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      "Somebody asks for an account on Carillon",
      "Une personne demande un compte sur Carillon",
    ]);
    expect(mails[0]?.text).toContain("http://localhost:3000/admin/applications");
    expect(JSON.stringify(mails)).not.toContain(email);
    expect(JSON.stringify(mails)).not.toContain("I sing");
  });

  test("tells of all who apply within an hour in two mails, the second when the hour is over", async ({
    db,
  }) => {
    await createAccount(db, { role: "moderator" });
    const people = await Promise.all([1, 2, 3].map(() => applicant(db)));

    for (const [index, { id }] of people.entries()) {
      await announceApplication(minutes(db, index * 10), heard(id, index));
    }
    expect(await waitingMails(db)).toHaveLength(1);
    const later = await db.execute<{ run_at: Date; payload: { factId: number } }>(
      sql`select run_at from graphile_worker.jobs where key like 'tell:announceApplication:%'`,
    );
    expect(later.map(({ run_at }) => new Date(run_at).toISOString())).toEqual(["2026-11-23T13:00:00.000Z"]);

    await announceApplication(minutes(db, 60), heard(people[2]!.id, 2));
    const mails = await waitingMails(db);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.subject).toBe("3 people ask for an account on Carillon");
  });

  test("stays silent when everybody was decided about meanwhile", async ({ db }) => {
    const moderator = await staff(db, "moderator");
    const { id } = await applicant(db);
    await admitApplicant(moderator, id);
    await announceApplication(worker(db), heard(id));
    expect(await waitingMails(db)).toEqual([]);
  });
});

test("somebody who was let in gets one mail, also when it is heard twice", async ({ db }) => {
  const { id, email } = await applicant(db);
  await admitApplicant(await staff(db, "moderator"), id);

  const fact = recorded({ kind: "account.admitted" as const, accountId: id });
  await tellAdmitted(worker(db), fact);
  await tellAdmitted(worker(db), fact);

  expect(await waitingMails(db)).toMatchObject([{ to: email, subject: "Your account on Carillon is open" }]);
});

test("somebody who was turned down gets the reason, and is erased with it", async ({ db }) => {
  const { id, email } = await applicant(db);
  await turnDownApplicant(await staff(db, "moderator"), id, "We only take neighbours.");

  const fact = recorded({ kind: "account.turned_down" as const, accountId: id });
  await tellTurnedDown(worker(db), fact);
  await tellTurnedDown(worker(db), fact);

  const [mail, ...others] = await waitingMails(db);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: email, subject: "No account on Carillon this time" });
  expect(mail?.text).toContain("We only take neighbours.");
  expect(await db.select().from(accounts).where(eq(accounts.id, id))).toEqual([]);
});
