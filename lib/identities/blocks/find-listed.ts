import { and, inArray, isNull, notExists, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type ActorRow, actors } from "@/db/schema/actors";
import { env } from "@/lib/core/env";
import { waitingOwner } from "../queries";
import type { Listed } from "./read-list";

type Known = Pick<ActorRow, "id" | "kind" | "handle" | "domain" | "visibility">;

/** Asked for at once. */
const PART = 500;

/** Whom of a list this server knows, in its order, as `findProfileAnywhere` knows them; null: nobody. It asks no other server. */
export async function findListed(db: Database, named: Listed[]): Promise<(Known | null)[]> {
  const { host } = new URL(env().ORIGIN);
  const known = new Map<string, Known>();
  for (let from = 0; from < named.length; from += PART)
    for (const one of await findPart(db, named.slice(from, from + PART)))
      known.set(`${one.handle}@${one.domain ?? host}`, one);
  return named.map(
    ({ handle, domain }) =>
      known.get(`${handle}@${domain}`) ?? known.get(`${handle.toLowerCase()}@${domain}`) ?? null,
  );
}

function findPart(db: Database, named: Listed[]): Promise<Known[]> {
  const { id, kind, handle, domain, visibility } = actors;
  const handles = named.flatMap((one) => [one.handle, one.handle.toLowerCase()]);
  const domains = named.map((one) => one.domain);
  const isHere = and(isNull(domain), notExists(waitingOwner(db)));
  return db
    .select({ id, kind, handle, domain, visibility })
    .from(actors)
    .where(and(isNull(actors.deletedAt), inArray(handle, handles), or(inArray(domain, domains), isHere)));
}
