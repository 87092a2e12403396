import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { ActorRow } from "@/db/schema/actors";
import {
  actingAs,
  createComment,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { blockIdentity, muteIdentity } from "@/lib/events/block";
import { blockDomain } from "@/lib/events/block-domain";
import { createInvited } from "@/lib/events/hosts/testing/hosting";
import { muteWord } from "@/lib/identities/blocks/mute-word";
import { createInvitation } from "@/lib/participation/invitations/testing/invitation";
import { announceAnnouncement } from "./announce-announcement";
import { announceAnswer } from "./announce-answer";
import { announceComment } from "./announce-comment";
import { inviteToHost } from "./announce-hosting";
import { announceInvitation } from "./announce-invitation";
import { announceJoins } from "./announce-joins";
import { announceRequest } from "./announce-request";
import { keepChoices } from "./choose";
import { recorded, waitingMails, worker } from "./testing/facts";

const later = (db: Database) => ({ ...worker(db), now: new Date(now.getTime() + 3_600_000) });

/** All that `who` does to `ada` of which mails tell her: as it stood before she wanted to hear no more. */
async function everything(db: Database, ada: ActorRow, who: ActorRow) {
  const hers = await createEvent(db, { organizerId: ada.id });
  const theirs = await createEvent(db, { organizerId: who.id, title: "Loud techno" });
  const comes = { actorId: ada.id, status: "approved", decidedAt: now } as const;
  await createParticipation(db, theirs, comes);
  const spoken = { authorId: who.id, source: "All about techno", html: "<p>All about <b>Techno</b></p>" };
  const said = await createComment(db, hers, spoken);
  const first = await createComment(db, await createEvent(db), { authorId: ada.id });
  const values = { ...spoken, inReplyToId: first.id, threadId: first.id };
  const answer = await createComment(db, { id: first.eventId }, values);
  const call = await createComment(db, theirs, { ...spoken, isAnnouncement: true });
  const asks = await createParticipation(db, hers, { actorId: who.id, decidedAt: now });
  const free = await createEvent(db, { organizerId: ada.id });
  const came = await createParticipation(db, free, { ...comes, actorId: who.id });
  const invitedTo = await createEvent(db, { organizerId: who.id, title: "Techno too" });
  const { id: invitationId } = await createInvitation(db, invitedTo, ada);
  await createInvited(db, invitedTo, { host: ada });
  await keepChoices(worker(db), [{ actorId: ada.id, kind: "joins", byMail: true }]);
  const added = (commentId: string, eventId: string) =>
    recorded({ kind: "comment.added", eventId, commentId } as const);
  const about = { eventId: invitedTo.id, actorId: ada.id };
  return {
    comment: () => announceComment(worker(db), added(said.id, hers.id)),
    answer: () => announceAnswer(worker(db), added(answer.id, answer.eventId)),
    announcement: () => announceAnnouncement(worker(db), added(call.id, theirs.id)),
    request: () =>
      announceRequest(
        worker(db),
        recorded({ kind: "participation.requested", eventId: hers.id, participationId: asks.id }),
      ),
    join: () =>
      announceJoins(
        later(db),
        recorded({ kind: "participation.approved", eventId: free.id, participationId: came.id }),
      ),
    invitation: () =>
      announceInvitation(worker(db), recorded({ kind: "event.invited", ...about, invitationId })),
    hosting: () => inviteToHost(worker(db), recorded({ kind: "event.host_invited", ...about })),
  };
}

/** Which of these facts write a mail. */
async function told(db: Database, acts: Awaited<ReturnType<typeof everything>>): Promise<string[]> {
  const names: string[] = [];
  for (const [name, act] of Object.entries(acts)) {
    const before = (await waitingMails(db)).length;
    await act();
    if ((await waitingMails(db)).length > before) names.push(name);
  }
  return names;
}

const all = ["comment", "answer", "announcement", "request", "join", "invitation", "hosting"];

describe("mails about others", () => {
  test("come where nobody is unwelcome", async ({ db }) => {
    const [ada, grace] = [await createIdentity(db), await createIdentity(db)];
    expect(await told(db, await everything(db, ada, grace))).toEqual(all);
  });

  for (const [name, unwanted] of [
    ["blocked", blockIdentity],
    ["muted", muteIdentity],
  ] as const) {
    test(`do not come about who is ${name}`, async ({ db }) => {
      const [ada, grace] = [await createIdentity(db), await createIdentity(db)];
      const acts = await everything(db, ada, grace);
      await unwanted(actingAs(db, ada.id), grace);
      expect(await told(db, acts)).toEqual([]);
    });
  }

  test("do not come about people of a server that is muted", async ({ db }) => {
    const [ada, rosa] = [await createIdentity(db), await createRemoteActor(db)];
    const acts = await everything(db, ada, rosa);
    await blockDomain(actingAs(db, ada.id), { domain: "far.example", kind: "mute" });
    expect(await told(db, acts)).toEqual([]);
  });

  test("with a muted word come where one is asked or goes, and not else", async ({ db }) => {
    const [ada, grace] = [await createIdentity(db), await createIdentity(db)];
    const acts = await everything(db, ada, grace);
    await muteWord(actingAs(db, ada.id), { word: "techno", lasts: "ever" });
    expect(await told(db, acts)).toEqual(["announcement", "request", "join"]);
  });

  test("of hosts reach those whom they block, who come all the same", async ({ db }) => {
    const [ada, grace] = [await createIdentity(db), await createIdentity(db)];
    const acts = await everything(db, ada, grace);
    await blockIdentity(actingAs(db, grace.id), ada);
    await acts.announcement();
    expect(await waitingMails(db)).toHaveLength(1);
  });
});
