import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { actors } from "@/db/schema/actors";
import { media } from "@/db/schema/media";
import { prepared } from "@/lib/core/prepared";
import { avatarColumns, type Face, faceColumns } from "./queries";

/** The faces of one account, the default one first. Only for the eyes of that account. */
export function listIdentitiesOf(db: Database, accountId: string): Promise<Face[]> {
  return identitiesOf(db).execute({ accountId });
}

const identitiesOf = prepared((db) =>
  db
    .select({ ...faceColumns, avatar: avatarColumns })
    .from(accountIdentities)
    .innerJoin(actors, eq(actors.id, accountIdentities.actorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(and(eq(accountIdentities.accountId, sql.placeholder("accountId")), isNull(actors.deletedAt)))
    .orderBy(desc(accountIdentities.isDefault), asc(actors.createdAt), asc(actors.id))
    .prepare("identities_of_account"),
);
