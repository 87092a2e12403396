import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { actors } from "@/db/schema/actors";
import { type Block, blockedDomains, blocks } from "@/db/schema/blocks";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { findListed } from "@/lib/identities/blocks/find-listed";
import type { importBlocksInput } from "@/lib/identities/blocks/input";
import { type Listed, type ReadList, readBlockList } from "@/lib/identities/blocks/read-list";
import { canBlock, canSeeProfile } from "@/lib/identities/policy";
import { endFollows, others } from "./end-follows";
import { listFellows } from "./fellows";

/** `own`: this server, or the identity itself. `unknown`: nobody whom this server knows, or who is open to the identity. */
type Added = { added: number; already: number; own: string[]; unknown: string[] };
export type ImportedBlocks = Added & Pick<ReadList, "notValid">;

type Kind = Block["kind"];

/**
 * An identity takes over a list of whom it blocks or mutes, or of servers that it blocks, all or nothing, as
 * `blockIdentity`, `muteIdentity` and `blockDomain` do it one by one. What it blocks already stays. No other server is asked who
 * somebody is. Repeating it is harmless. Refuses as `readBlockList` does.
 */
export async function importBlocks(
  ctx: Context,
  { list, file }: z.output<typeof importBlocksInput>,
): Promise<ImportedBlocks> {
  const actorId = requireIdentity(ctx);
  const { named, notValid } = readBlockList(await file.text(), list);
  const outcome = await inTransaction(ctx, async (tx) => {
    // Whoever begins to follow meanwhile has this row too, and is seen by `endFollows`.
    await tx.db.select({ id: actors.id }).from(actors).where(eq(actors.id, actorId)).for("update");
    if (list === "blocked_domains") return addServers(tx, actorId, named);
    return addPeople(tx, { actorId, named, kind: list === "blocked_accounts" ? "block" : "mute" });
  });
  return { ...outcome, notValid };
}

async function addServers(tx: Context, blockerId: string, named: Listed[]): Promise<Added> {
  const { host } = new URL(env().ORIGIN);
  const all = named.map(({ domain }) => domain);
  const domains = all.filter((domain) => domain !== host);
  const isOwn = and(eq(blockedDomains.blockerId, blockerId), inArray(blockedDomains.domain, domains));
  const before = await tx.db.select().from(blockedDomains).where(isOwn);
  const fresh = withoutThose(
    domains,
    before.filter(({ kind }) => kind === "block").map(({ domain }) => domain),
  );
  if (fresh.length > 0) {
    const rows = fresh.map((domain) => ({ blockerId, domain, kind: "block" as const, createdAt: tx.now }));
    const target = [blockedDomains.blockerId, blockedDomains.domain];
    await tx.db
      .insert(blockedDomains)
      .values(rows)
      .onConflictDoUpdate({ target, set: { kind: "block" } });
    await endFollows(tx, blockerId, inArray(others.domain, fresh));
  }
  return { ...counted(domains, fresh), own: all.filter((domain) => domain === host), unknown: [] };
}

type People = { actorId: string; named: Listed[]; kind: Kind };

async function addPeople(tx: Context, { actorId, named, kind }: People): Promise<Added> {
  const { ids, ...left } = await findOpen(tx, actorId, named);
  const isOwn = and(eq(blocks.blockerId, actorId), inArray(blocks.blockedId, ids));
  const before = await tx.db.select().from(blocks).where(isOwn);
  const holds = before.filter((block) => block.kind === "block" || kind === "mute");
  const fresh = withoutThose(
    ids,
    holds.map(({ blockedId }) => blockedId),
  );
  if (fresh.length > 0) {
    const target = [blocks.blockerId, blocks.blockedId];
    const rows = fresh.map((blockedId) => ({ blockerId: actorId, blockedId, kind, createdAt: tx.now }));
    const made = tx.db.insert(blocks).values(rows);
    if (kind === "mute") await made.onConflictDoNothing({ target });
    else {
      await made.onConflictDoUpdate({ target, set: { kind } });
      await endFollows(tx, actorId, inArray(others.id, fresh));
    }
  }
  return { ...counted(ids, fresh), ...left };
}

/** Whoever may not open a page cannot tell by this whether there is one. */
async function findOpen(tx: Context, actorId: string, named: Listed[]) {
  const found = await findListed(tx.db, named);
  const closed = found.filter((one) => one?.visibility !== "public").flatMap((one) => one?.id ?? []);
  const fellows = await listFellows(tx.db, actorId, closed);
  const ids = new Set<string>();
  const [own, unknown]: [string[], string[]] = [[], []];
  for (const [index, one] of found.entries()) {
    const isOpen = one && canSeeProfile(tx.actor, one, { isFellow: fellows.has(one.id) });
    const { handle, domain } = named[index]!;
    if (one?.id === actorId) own.push(`${handle}@${domain}`);
    else if (isOpen && canBlock(tx.actor, one)) ids.add(one.id);
    else unknown.push(`${handle}@${domain}`);
  }
  return { ids: [...ids], own, unknown };
}

function withoutThose<T>(all: T[], those: T[]): T[] {
  const left = new Set(those);
  return all.filter((one) => !left.has(one));
}

function counted(all: unknown[], fresh: unknown[]): Pick<Added, "added" | "already"> {
  return { added: fresh.length, already: all.length - fresh.length };
}

function requireIdentity({ actor }: Context): string {
  if (actor.kind === "identity") return actor.actorId;
  throw new AppError("unauthenticated", "sign_in_first");
}
