import { runOnce } from "graphile-worker";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Connection, connect } from "@/db/client";
import { createDatabase } from "@/db/testing/database";
import { createEvent, createIdentity } from "@/db/testing/factories";
import type { Actor, Context } from "@/lib/core/context";
import { type MailServer, startMailServer } from "@/lib/mail/testing/mail-server";
import { closeTransport } from "@/lib/mail/transport";
import { confirmByMail } from "@/lib/participation/by-mail/confirm";
import { registerByMail } from "@/lib/participation/by-mail/register";
import { rejectParticipation } from "@/lib/participation/decide";
import { leaveEvent } from "@/lib/participation/leave";
import { getParticipation } from "@/lib/participation/queries";
import { undoDecisions } from "@/lib/participation/undo";
import { workerLogger } from "./logger";
import { taskList } from "./tasks";

let database: Awaited<ReturnType<typeof createDatabase>>;
let connection: Connection;
let inbox: MailServer;
let now = new Date();

beforeAll(async () => {
  inbox = await startMailServer();
  vi.stubEnv("SMTP_URL", inbox.url);
  database = await createDatabase();
  connection = connect(database.url, { max: 4 });
});
afterAll(async () => {
  closeTransport();
  await connection.close();
  await database.drop();
  await inbox.close();
});

const as = (actor: Actor): Context => ({ db: connection.db, actor, now });

/** What the worker does now, over a real mail server; answers the mails that this led to. */
async function work() {
  inbox.received.length = 0;
  now = new Date(now.getTime() + 1000);
  await runOnce({
    connectionString: database.url,
    taskList: taskList(() => as({ kind: "system" })),
    logger: workerLogger,
    noHandleSignals: true,
  });
  return inbox.received.map(({ mail, raw }) => ({
    subject: mail.subject,
    text: mail.text ?? "",
    calendar: calendarIn(mail.attachments),
    isAlternative: /multipart\/alternative.*text\/calendar; charset=utf-8; method=/s.test(raw),
  }));
}

function calendarIn(attachments: { contentType: string; content: Buffer }[]) {
  const part = attachments.find(({ contentType }) => contentType === "text/calendar");
  if (!part) return null;
  const file = new ICAL.Component(ICAL.parse(part.content.toString()));
  const event = file.getFirstSubcomponent("vevent")!;
  return {
    method: file.getFirstPropertyValue("method"),
    attendee: event.getFirstPropertyValue("attendee"),
    sequence: Number(event.getFirstPropertyValue("sequence")),
  };
}

const tokenIn = (text: string, path: string) => new RegExp(`${path}/([\\w-]+)`).exec(text)![1]!;

test("somebody without an account answers, comes, goes, comes back and is refused: a mail for each turn", async () => {
  const host = await createIdentity(connection.db, { name: "Ada Marchand" });
  const event = await createEvent(connection.db, {
    organizerId: host.id,
    startsAt: new Date(Date.now() + 1e9),
    endsAt: null,
  });
  const register = () =>
    registerByMail(as({ kind: "anonymous" }), {
      ...{ eventId: event.id, email: "zoe@example.org", name: "Zoë", answer: "going" },
      ...{ locale: "en", zone: "Europe/Paris" },
    });

  await register();
  const [asked, ...others] = await work();
  expect(others).toEqual([]);
  const { id } = await confirmByMail(as({ kind: "anonymous" }), tokenIn(asked!.text, "/answers/confirm"));
  const attendee = "mailto:zoe@example.org";
  expect(await work()).toMatchObject([
    {
      subject: "Repair café – you are in",
      calendar: { method: "REQUEST", attendee, sequence: 0 },
      isAlternative: true,
    },
  ]);

  await register();
  expect(await work()).toMatchObject([
    { subject: "Repair café – you have answered already", calendar: null },
  ]);

  await leaveEvent(as({ kind: "mail", participationId: id }), event.id);
  expect(await work()).toMatchObject([
    {
      subject: "Repair café – noted, you are not coming",
      calendar: { method: "CANCEL", attendee, sequence: 1 },
    },
  ]);

  await register();
  const [again] = await work();
  await confirmByMail(as({ kind: "anonymous" }), tokenIn(again!.text, "/answers/confirm"));
  expect(await work()).toMatchObject([{ calendar: { method: "REQUEST", sequence: 2 } }]);

  await rejectParticipation(as({ kind: "identity", actorId: host.id }), id, "We are too many.");
  expect(await work()).toEqual([]);
  const decidedAt = (await getParticipation(connection.db, id)).decidedAt!;
  await undoDecisions(as({ kind: "identity", actorId: host.id }), { eventId: event.id, decidedAt });
  expect(await work()).toEqual([]);
  await rejectParticipation(as({ kind: "identity", actorId: host.id }), id, "We are too many.");
  now = new Date(now.getTime() + 60_000);
  await connection.sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`;
  const [refused, ...more] = await work();
  expect(more).toEqual([]);
  expect(refused).toMatchObject({
    subject: "Repair café – no place for you this time",
    calendar: { method: "CANCEL", sequence: 3 },
  });
  expect(refused!.text).toContain("> We are too many.");
});
