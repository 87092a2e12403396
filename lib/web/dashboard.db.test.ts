import { describe, expect } from "vitest";
import { mails } from "@/db/schema/mails";
import { servers } from "@/db/schema/servers";
import { createAccount, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { updateInstance } from "@/lib/instance/settings";
import { readDashboard } from "./dashboard-reading";

const DAY = 86_400_000;
const later = (days: number) => new Date(now.getTime() + days * DAY);

describe("readDashboard", () => {
  test("counts what there is", async ({ db }) => {
    const staff = { db, now, zone: "UTC", actor: await administrator(db) };
    await createAccount(db, { confirmedAt: null });
    await createAccount(db, { suspendedAt: now, createdAt: later(-30) });
    const organizerId = (await createIdentity(db)).id;
    for (const days of [-2, 2, 20])
      await createEvent(db, {
        organizerId,
        startsAt: later(days),
        endsAt: later(days + 1),
        publishedAt: now,
      });
    await db
      .insert(servers)
      .values([{ domain: "far.example", failingSince: now }, { domain: "near.example" }]);
    const { accounts, contents, machine } = await readDashboard(staff);
    expect(accounts).toMatchObject({ unconfirmed: 1, locked: 1, isMore: false });
    expect(accounts.confirmed - accounts.fresh).toBe(1);
    expect(contents.upcoming).toEqual({ count: 2, how: "exactly" });
    expect(contents.soon.count).toBe(1);
    expect(contents.published.count).toBe(3);
    expect(machine).toMatchObject({ known: 2, failing: 1, size: expect.any(Number) });
  });

  test("tells what must be looked at, and stops once it was", async ({ db }) => {
    const staff = { db, now: new Date(), zone: "UTC", actor: await administrator(db) };
    const body = { to: "ada@example.org", subject: "", text: "", html: "", locale: "en" };
    await db.insert(mails).values({ key: "late:1", body, createdAt: later(-9) });
    const about = async () => (await readDashboard(staff)).warnings.map((warning) => warning.about);
    expect(await about()).toEqual(expect.arrayContaining(["mailsLate", "noContact"]));
    await updateInstance(staff, { contact: "vera@example.org" });
    expect(await about()).not.toContain("noContact");
  });

  test("is for administrators", async ({ db }) => {
    const { id: accountId } = await createAccount(db, { role: "moderator" });
    const actor = { kind: "account", accountId, role: "moderator" } as const;
    await expect(readDashboard({ db, now, zone: "UTC", actor })).rejects.toMatchObject({ code: "forbidden" });
  });
});

async function administrator(db: Parameters<typeof createAccount>[0]) {
  const { id: accountId } = await createAccount(db, { role: "administrator" });
  return { kind: "account", accountId, role: "administrator" } as const;
}
