import { createPrivateKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { type ActorKey, actorKeys } from "@/db/schema/actor-keys";
import type { ActorRow } from "@/db/schema/actors";
import { type Context, inTransaction } from "@/lib/core/context";
import { seal, unseal } from "@/lib/core/crypto";
import { dropPages } from "@/lib/journal/drop-pages";
import { actorTag } from "@/lib/journal/tags";
import { newKeyUri } from "./uris";

/** What signing needs. The private key is open only here, in memory. */
export type SigningKey = { uri: string; publicPem: string; privateKey: KeyObject };

/** RSA-2048: every peer verifies it; many know nothing else. */
const generate = promisify(generateKeyPair);

const newPair = () => generate("rsa", { modulusLength: 2048 });
type Pair = Awaited<ReturnType<typeof newPair>>;

/** Being made now, by actor: it takes some tenths of a second, and many may read a new identity at once. */
const inTheMaking = new Map<string, Promise<Pair>>();

const open = new Map<string, SigningKey>();
const MOST_OPEN = 1000;

/** The key with which an actor of this server signs now; made at its first use. */
export async function signingKeyOf(
  ctx: Pick<Context, "db" | "now">,
  actor: Pick<ActorRow, "id" | "uri">,
): Promise<SigningKey> {
  const stored =
    (await findSigning(ctx, actor.id)) ?? (await make(ctx, actor, { pair: await firstPair(actor.id) }));
  const known = open.get(stored.uri);
  if (known) return known;
  const privateKey = createPrivateKey(unseal("actor key", stored.privateSealed!));
  const key = { uri: stored.uri, publicPem: stored.publicPem, privateKey };
  if (open.size >= MOST_OPEN) open.clear();
  open.set(key.uri, key);
  return key;
}

/** From now on the actor signs with a new key. What was signed with the old one can still be verified. */
export function rotateKey(ctx: Context, actor: Pick<ActorRow, "id" | "uri">): Promise<ActorKey> {
  return inTransaction(ctx, async (tx) => {
    await tx.db
      .update(actorKeys)
      .set({ retiredAt: tx.now })
      .where(and(eq(actorKeys.actorId, actor.id), isNull(actorKeys.retiredAt)));
    await dropPages(tx, [actorTag(actor.id)]);
    return make(tx, actor, { pair: await newPair() });
  });
}

async function findSigning({ db }: Pick<Context, "db">, actorId: string): Promise<ActorKey | undefined> {
  const [found] = await db
    .select()
    .from(actorKeys)
    .where(
      and(eq(actorKeys.actorId, actorId), isNotNull(actorKeys.privateSealed), isNull(actorKeys.retiredAt)),
    );
  return found;
}

function firstPair(actorId: string): Promise<Pair> {
  const known = inTheMaking.get(actorId);
  if (known) return known;
  const made = newPair().finally(() => inTheMaking.delete(actorId));
  inTheMaking.set(actorId, made);
  return made;
}

/** Two at the same time make one: the first that is written counts. */
async function make(
  ctx: Pick<Context, "db" | "now">,
  { id, uri }: Pick<ActorRow, "id" | "uri">,
  { pair }: { pair: Pair },
): Promise<ActorKey> {
  const privatePem = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const [made] = await ctx.db
    .insert(actorKeys)
    .values({
      uri: newKeyUri(uri),
      actorId: id,
      publicPem: pair.publicKey.export({ type: "spki", format: "pem" }).toString(),
      privateSealed: seal("actor key", privatePem),
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning();
  return made ?? (await findSigning(ctx, id))!;
}
