import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { createAccount, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { seal } from "@/lib/core/crypto";
import { rememberTold } from "@/lib/events/pending-update";
import { announceApproval } from "./announce-approval";
import { announceCancellation } from "./announce-cancellation";
import { announceRejection } from "./announce-rejection";
import { announceRequest } from "./announce-request";
import { announceUpdate } from "./announce-update";
import { keepChoices } from "./choose";
import type { MailKind } from "./input";
import { recorded, waitingMails, worker } from "./testing/facts";
import { findSubscription, subscribe, unsubscribeLinks } from "./unsubscribe";
import { wantsMail } from "./wants";

const nobody = (db: Database): Context => ({ db, actor: { kind: "anonymous" }, now });
const tokenIn = (address: string) => /\/unsubscribe\/([\w-]+)/.exec(address)![1]!;

describe("the link in a mail", () => {
  test("switches one kind of mail of one identity off and on, as often as one likes", async ({ db }) => {
    const account = await createAccount(db);
    const ada = await createIdentity(db, { account, name: "Ada Marchand", handle: "ada" });
    const other = await createIdentity(db, { account });
    const token = tokenIn(unsubscribeLinks(ada.id, "answers").page);
    const identity = { name: "Ada Marchand", handle: "ada" };
    expect(await findSubscription(nobody(db), token)).toEqual({ kind: "answers", identity, isOn: true });

    for (const isOn of [false, false, true, true, false]) {
      await subscribe(nobody(db), token, isOn);
      expect(await findSubscription(nobody(db), token)).toMatchObject({ isOn });
    }
    expect(await wantsMail(db, ada.id, "changes")).toBe(true);
    expect(await wantsMail(db, other.id, "answers")).toBe(true);
  });

  test("tells nothing: it is another one each time, and names no id", async ({ db }) => {
    const ada = await createIdentity(db);
    const [one, two] = [unsubscribeLinks(ada.id, "answers"), unsubscribeLinks(ada.id, "answers")];
    expect(one.page).not.toBe(two.page);
    expect(one.oneClick).toBe(`${one.page}/one-click`);
    expect(one.page).not.toContain(ada.id);
    expect(Buffer.from(tokenIn(one.page), "base64url").toString("latin1")).not.toContain("answers");
    expect(tokenIn(one.page).slice(0, 12)).not.toBe(tokenIn(two.page).slice(0, 12));
  });

  test("is refused when it was changed, made for something else, or the identity is gone", async ({ db }) => {
    const ada = await createIdentity(db);
    const gone = await createIdentity(db, { deletedAt: now });
    const good = tokenIn(unsubscribeLinks(ada.id, "answers").page);
    const bad = [
      "",
      "x",
      `${good.slice(0, -2)}${good.endsWith("AA") ? "BB" : "AA"}`,
      good.slice(4),
      seal("something else", `answers:${ada.id}`),
      seal("unsubscribe", `everything:${ada.id}`),
      tokenIn(unsubscribeLinks(gone.id, "answers").page),
    ];
    for (const token of bad) {
      expect(await findSubscription(nobody(db), token)).toBeNull();
      await expect(subscribe(nobody(db), token, false)).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await wantsMail(db, ada.id, "answers")).toBe(true);
  });
});

/** When refusals are told. */
function aMinuteLater(db: Database): Context {
  return { ...worker(db), now: new Date(now.getTime() + 60_000) };
}

async function scene(db: Database, status: "pending" | "approved" | "rejected") {
  const organizer = await createIdentity(db);
  const participant = await createIdentity(db);
  const event = await createEvent(db, { organizerId: organizer.id, joinMode: "approval" });
  const { id } = await createParticipation(db, event, { actorId: participant.id, status });
  const of = { eventId: event.id, participationId: id };
  const about = { eventId: event.id, organizerId: organizer.id };
  const announce = {
    requests: () => announceRequest(worker(db), recorded({ kind: "participation.requested", ...of })),
    approval: () => announceApproval(worker(db), recorded({ kind: "participation.approved", ...of })),
    rejection: () => announceRejection(aMinuteLater(db), recorded({ kind: "participation.rejected", ...of })),
    changes: async () => {
      await rememberTold(worker(db), { ...event, title: "Before" }, event);
      const inHalfAnHour = { ...worker(db), now: new Date(now.getTime() + 1_800_000) };
      await announceUpdate(inHalfAnHour, recorded({ kind: "event.updated", changed: ["title"], ...about }));
    },
  };
  return { organizer, participant, event, about, announce };
}

const mails = [
  { kind: "requests", act: "requests", status: "pending", reader: "organizer" },
  { kind: "answers", act: "approval", status: "approved", reader: "participant" },
  { kind: "answers", act: "rejection", status: "rejected", reader: "participant" },
  { kind: "changes", act: "changes", status: "approved", reader: "participant" },
] as const;

describe.each(mails)("mails about $kind ($act)", ({ kind, act, status, reader }) => {
  const declined = (db: Database, actorId: string, kinds: MailKind[]) =>
    keepChoices(
      worker(db),
      kinds.map((each) => ({ actorId, kind: each, byMail: false })),
    );

  test("say how to get no more of them, in the text and for the mail program", async ({ db }) => {
    const { announce, ...people } = await scene(db, status);
    const others = (["requests", "answers", "changes"] as const).filter((each) => each !== kind);
    await declined(db, people[reader].id, others);
    await announce[act]();
    const [mail] = await waitingMails(db);
    const page = /http:\/\/localhost:3000\/unsubscribe\/[\w-]+$/m.exec(mail!.text)![0];
    expect(mail!.html).toContain(`href="${page}"`);
    expect(mail!.unsubscribe).toBe(`${page}/one-click`);
    const token = tokenIn(mail!.unsubscribe!);
    expect(await findSubscription(nobody(db), token)).toMatchObject({
      kind,
      identity: { handle: people[reader].handle },
    });
  });

  test("are not written to whoever wants none", async ({ db }) => {
    const { announce, ...people } = await scene(db, status);
    await declined(db, people[reader].id, [kind]);
    await announce[act]();
    expect(await waitingMails(db)).toEqual([]);
  });
});

test("that an event is called off is told to everybody who comes, and cannot be declined", async ({ db }) => {
  const { participant, about, event } = await scene(db, "approved");
  await keepChoices(worker(db), [{ actorId: participant.id, kind: "changes", byMail: false }]);
  await db.update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
  await announceCancellation(worker(db), recorded({ kind: "event.cancelled", ...about }));
  const [mail, ...others] = await waitingMails(db);
  expect(others).toEqual([]);
  expect(mail!.unsubscribe).toBeUndefined();
  expect(mail!.text).not.toContain("/unsubscribe/");
});
