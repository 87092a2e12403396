import { and, asc, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { type ActorRow, actors } from "@/db/schema/actors";
import { media } from "@/db/schema/media";
import { prepared } from "@/lib/core/prepared";
import { avatarColumns, type Face, faceColumns } from "./queries";

/** One of one's own; `suspendedAt` set: nobody acts as it. */
export type OwnFace = Face & Pick<ActorRow, "suspendedAt" | "suspendedUntil">;

/** The faces of one account, the default one first, also those out of sight. Only for the eyes of that account. */
export function listIdentitiesOf(db: Database, accountId: string): Promise<OwnFace[]> {
  return identitiesOf(db).execute({ accountId });
}

const identitiesOf = prepared((db) =>
  db
    .select({
      ...faceColumns,
      suspendedAt: actors.suspendedAt,
      suspendedUntil: actors.suspendedUntil,
      avatar: avatarColumns,
    })
    .from(accountIdentities)
    .innerJoin(actors, eq(actors.id, accountIdentities.actorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(
      and(
        eq(accountIdentities.accountId, sql.placeholder("accountId")),
        or(isNull(actors.deletedAt), isNotNull(actors.suspendedAt)),
      ),
    )
    .orderBy(desc(accountIdentities.isDefault), asc(actors.createdAt), asc(actors.id))
    .prepare("identities_of_account"),
);
