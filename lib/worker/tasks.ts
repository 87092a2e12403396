import type { TaskList } from "graphile-worker";
import { type Context, inTransaction } from "@/lib/core/context";
import { eraseAccount } from "@/lib/departure/erase-account";
import { eraseDeleted } from "@/lib/departure/erase-deleted";
import { eraseIdentity } from "@/lib/departure/erase-identity";
import { makeExport } from "@/lib/departure/make-export";
import { publishDue } from "@/lib/events/schedule";
import { rebuildSearch } from "@/lib/events/search/rebuild";
import { askServer } from "@/lib/federation/ask-server";
import { deliverTo } from "@/lib/federation/deliver/deliver";
import { applyDomainPolicies } from "@/lib/federation/import/apply-policies";
import { backfill } from "@/lib/federation/import/backfill";
import { forgetActor } from "@/lib/federation/import/forget-actor";
import { fetchPicture } from "@/lib/federation/import/pictures";
import { refreshActor } from "@/lib/federation/import/refresh-actor";
import { refreshEvent } from "@/lib/federation/import/refresh-event";
import { takeFarewell } from "@/lib/federation/inbox/farewell";
import { takeForwarded } from "@/lib/federation/inbox/forwarded";
import { handleActivity } from "@/lib/federation/inbox/handle";
import { verifyField } from "@/lib/identities/verify";
import { hearName } from "@/lib/instance/name";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Tasks } from "@/lib/jobs/tasks";
import { findFact } from "@/lib/journal/find-fact";
import { sendQueuedMail, sendQueuedMails } from "@/lib/mail/send";
import { processPicture } from "@/lib/media/process";
import { removeFilesOf } from "@/lib/media/storage";
import { mailNextReaders } from "@/lib/notifications/mail-announcement";
import { sendDue } from "@/lib/participation/announcements/send";
import { endOffer } from "@/lib/participation/waitlist/offer";
import { cronTasks } from "./cron";
import { withoutValues } from "./failure";
import { readersOf, tellReader } from "./readers";

type Runs = { [T in keyof Tasks]: (ctx: Context, payload: Tasks[T]) => Promise<void> };

type Job = (ctx: Context, payload: unknown) => Promise<void>;

/** What each job does. All of them may run again after a crash. */
const runs: Runs = {
  hear: (ctx, { factId }) => inTransaction(ctx, (tx) => hear(tx, factId)),
  tell: (ctx, { reader, factId }) => inTransaction(ctx, (tx) => tell(tx, reader, factId)),
  "send-mail": (ctx, { mailId }) => sendQueuedMail(ctx, mailId),
  "send-mails": (ctx, { mailIds }) => sendQueuedMails(ctx, mailIds),
  "process-picture": (ctx, { mediaId }) => processPicture(ctx, mediaId),
  "remove-picture": (_ctx, { name }) => removeFilesOf(name),
  "verify-field": (ctx, { fieldId }) => verifyField(ctx, fieldId),
  "erase-identity": (ctx, { actorId }) => eraseIdentity(ctx, actorId),
  "erase-account": (ctx, { accountId }) => eraseAccount(ctx, accountId),
  "publish-event": (ctx, { eventId }) => publishDue(ctx, eventId),
  "erase-event": (ctx, { eventId }) => eraseDeleted(ctx, eventId),
  "end-offer": (ctx, { participationId }) => endOffer(ctx, participationId),
  "send-announcement": (ctx, { announcementId }) => sendDue(ctx, announcementId),
  "mail-announcement": (ctx, payload) => inTransaction(ctx, (tx) => mailNextReaders(tx, payload)),
  "make-export": (ctx, { exportId }) => makeExport(ctx, exportId),
  "handle-activity": (ctx, { receivedId }) => handleActivity(ctx, receivedId),
  "take-forwarded": (ctx, forwarded) => takeForwarded(ctx, forwarded),
  "take-farewell": (ctx, { actorId }) => takeFarewell(ctx, actorId),
  deliver: (ctx, { domain }) => deliverTo(ctx, domain),
  "ask-server": async (ctx, { domain }) => void (await askServer(ctx, domain)),
  "refresh-actor": (ctx, { actorId }) => refreshActor(ctx, actorId),
  "refresh-event": (ctx, { eventId }) => refreshEvent(ctx, eventId),
  backfill: (ctx, { actorId }) => backfill(ctx, actorId),
  "apply-domain-policies": (ctx) => applyDomainPolicies(ctx),
  "fetch-picture": (ctx, shower) => fetchPicture(ctx, shower),
  "forget-actor": (ctx, { actorId }) => forgetActor(ctx, actorId),
  "rebuild-search": (ctx) => rebuildSearch(ctx),
};

/** The task list of graphile-worker; `context` is made anew for every job, acting as the server itself. */
export function taskList(context: () => Context): TaskList {
  const all = { ...runs, ...cronTasks } as Record<string, Job>;
  const tasks = Object.entries(all).map(([task, run]) => [
    task,
    (payload: unknown) =>
      heardOf(context(), payload, run).catch((error) => Promise.reject(withoutValues(error))),
  ]);
  return Object.fromEntries(tasks);
}

/** What a job writes is signed with the server's name. */
async function heardOf(ctx: Context, payload: unknown, run: Job): Promise<void> {
  await hearName(ctx.db);
  await run(ctx, payload);
}

/** One job a reader, so that each is retried alone. The key keeps a second run from doubling those that wait. */
async function hear(tx: Context, factId: number): Promise<void> {
  const fact = await findFact(tx, factId);
  for (const reader of fact ? readersOf(fact.kind) : []) {
    await enqueue(tx, { task: "tell", payload: { reader, factId }, key: `tell:${reader}:${factId}` });
  }
}

async function tell(tx: Context, reader: string, factId: number): Promise<void> {
  const fact = await findFact(tx, factId);
  if (fact) await tellReader(tx, reader, fact);
}
