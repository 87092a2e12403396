import type { KeyObject } from "node:crypto";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actorKeys } from "@/db/schema/actor-keys";
import { actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { fetchDocument } from "../fetch/document";
import { importActor } from "../import/actor";
import { documentIn, idIn } from "../read";
import { isOurs, isSameOrigin } from "../uris";
import { publicKeyOf } from "./public-key";

/** Whose key it is, as their own server says. */
export type Signer = { actorUri: string; key: KeyObject };

/** A key that was changed or taken back is believed for so long at most. */
const KEPT_MS = 60_000;
const MOST_KEPT = 5000;

type Kept = { signer: Signer | null; until: number };
const kept = new WeakMap<Database, Map<string, Kept>>();

/** Who signs with this key, as far as it is known here: of another server, not gone, and its key still in use. */
export async function findSigner({ db }: Pick<Context, "db">, keyUri: string): Promise<Signer | null> {
  const known = keptOf(db).get(keyUri);
  if (known && known.until > Date.now()) return known.signer;
  const signer = await readSigner(db, keyUri);
  if (signer) keep(db, keyUri, signer);
  return signer;
}

/**
 * Who signs with this key, asked for at its own server: the key names its owner, and the owner's own document must name
 * this very key. Null if that is not so, also for keys of ours. Throws what importing the owner throws.
 */
export async function fetchSigner(ctx: Context, keyUri: string): Promise<Signer | null> {
  if (isOurs(keyUri)) return null;
  const owner = await ownerOf(ctx, keyUri);
  if (!owner || !isSameOrigin(owner, keyUri)) return null;
  await importActor(ctx, owner, { fresh: true });
  keptOf(ctx.db).delete(keyUri);
  return findSigner(ctx, keyUri);
}

/** Most keys are a part of their owner's document (`#main-key`); others have an address of their own (GoToSocial). */
async function ownerOf(ctx: Context, keyUri: string): Promise<string | null> {
  const [document, fragment] = keyUri.split("#");
  if (fragment !== undefined) return document!;
  const found = await fetchDocument(ctx, keyUri);
  return idIn(found.owner) ?? idIn(documentIn(found.publicKey)?.owner) ?? idIn(found.id);
}

async function readSigner(db: Database, keyUri: string): Promise<Signer | null> {
  const [found] = await db
    .select({ actorUri: actors.uri, publicPem: actorKeys.publicPem })
    .from(actorKeys)
    .innerJoin(actors, eq(actors.id, actorKeys.actorId))
    .where(
      and(
        eq(actorKeys.uri, keyUri),
        isNull(actorKeys.retiredAt),
        isNotNull(actors.domain),
        isNull(actors.deletedAt),
      ),
    );
  const key = found && publicKeyOf(found.publicPem);
  return key && isSameOrigin(found.actorUri, keyUri) ? { actorUri: found.actorUri, key } : null;
}

function keep(db: Database, keyUri: string, signer: Signer): void {
  const known = keptOf(db);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(keyUri, { signer, until: Date.now() + KEPT_MS });
}

function keptOf(db: Database): Map<string, Kept> {
  const known = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, known);
  return known;
}
