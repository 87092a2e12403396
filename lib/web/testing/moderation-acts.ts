import { randomUUID } from "node:crypto";
import { createIdentity } from "@/db/testing/factories";
import type { Context } from "@/lib/core/context";
import { blockIdentity, muteIdentity, unblockIdentity } from "@/lib/events/block";
import { blockDomain, unblockDomain } from "@/lib/events/block-domain";
import { importBlocks } from "@/lib/events/import-blocks";
import { muteWord, unmuteWord } from "@/lib/identities/blocks/mute-word";
import { limitReported, unlimitReported } from "@/lib/moderation/acts/limit";
import { lockAccount, openAccount } from "@/lib/moderation/acts/lock-account";
import { putReportedBack, removeReported } from "@/lib/moderation/acts/remove";
import { suspendReported, unsuspendReported } from "@/lib/moderation/acts/suspend";
import { warnReported } from "@/lib/moderation/acts/warn";
import { releaseCase, takeCase } from "@/lib/moderation/cases/assign";
import { closeCase, reopenCase } from "@/lib/moderation/cases/close";
import { addNote } from "@/lib/moderation/cases/note";
import { fileReport } from "@/lib/moderation/report/file";
import type { Scene } from "./scene";

const spam = { category: "spam", words: "" } as const;

/** What is reported, and what moderators decide about it. */
export const moderationActs = {
  blockIdentity: (ctx: Context, { host: { handle } }: Scene) => blockIdentity(ctx, { handle }),
  muteIdentity: (ctx: Context, { host: { handle } }: Scene) => muteIdentity(ctx, { handle }),
  unblockIdentity: (ctx: Context, { host: { handle } }: Scene) => unblockIdentity(ctx, { handle }),
  blockDomain: (ctx: Context) => blockDomain(ctx, { domain: "bells.example", kind: "block" }),
  unblockDomain: (ctx: Context) => unblockDomain(ctx, { domain: "bells.example" }),
  importBlocks: (ctx: Context) =>
    importBlocks(ctx, { list: "blocked_domains", file: new File(["bells.example"], "blocked_domains.csv") }),
  muteWord: (ctx: Context) => muteWord(ctx, { word: "bells", lasts: "week" }),
  unmuteWord: (ctx: Context) => unmuteWord(ctx, { id: randomUUID() }),
  report: (ctx: Context, { event }: Scene) => fileReport(ctx, { uri: event.uri }, spam),
  takeCase: deciding(({ ctx, caseId }) => takeCase(ctx, caseId)),
  releaseCase: deciding(({ ctx, caseId }) => releaseCase(ctx, caseId)),
  addNote: deciding(({ ctx, caseId }) => addNote(ctx, { caseId, text: "Seen before" })),
  removeReported: deciding(({ ctx, ...decision }) => removeReported(ctx, decision)),
  putReportedBack: deciding(({ ctx, ...decision }) => putReportedBack(ctx, decision)),
  warnReported: deciding(({ ctx, ...decision }) => warnReported(ctx, decision)),
  limitReported: deciding(({ ctx, ...decision }) => limitReported(ctx, decision)),
  unlimitReported: deciding(({ ctx, ...decision }) => unlimitReported(ctx, decision)),
  suspendReported: deciding(({ ctx, ...decision }) => suspendReported(ctx, { ...decision, span: 7 })),
  unsuspendReported: deciding(({ ctx, ...decision }) => unsuspendReported(ctx, decision)),
  lockAccount: deciding(({ ctx, ...decision }) => lockAccount(ctx, decision)),
  openAccount: deciding(({ ctx, ...decision }) => openAccount(ctx, decision)),
  closeCase: deciding(({ ctx, caseId }) => closeCase(ctx, { caseId, answer: "" })),
  reopenCase: deciding(({ ctx, caseId }) => reopenCase(ctx, caseId)),
};

type Decision = { ctx: Context; caseId: string; reason: string };

/** Tried on a case that somebody else's report opened. */
function deciding(decide: (decision: Decision) => Promise<void>) {
  return async (ctx: Context, { event }: Scene) => {
    const { id: actorId } = await createIdentity(ctx.db);
    const reporter = { ...ctx, actor: { kind: "identity" as const, actorId } };
    const { caseId } = await fileReport(reporter, { uri: event.uri }, spam);
    await decide({ ctx, caseId, reason: "Against our rules" });
  };
}
