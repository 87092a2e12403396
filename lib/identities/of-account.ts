import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { actors } from "@/db/schema/actors";
import { media } from "@/db/schema/media";
import { avatarColumns, type Face, faceColumns } from "./queries";

/** The faces of one account, the default one first. Only for the eyes of that account. */
export function listIdentitiesOf(db: Database, accountId: string): Promise<Face[]> {
  return db
    .select({ ...faceColumns, avatar: avatarColumns })
    .from(accountIdentities)
    .innerJoin(actors, eq(actors.id, accountIdentities.actorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(and(eq(accountIdentities.accountId, accountId), isNull(actors.deletedAt)))
    .orderBy(desc(accountIdentities.isDefault), asc(actors.createdAt), asc(actors.id));
}
