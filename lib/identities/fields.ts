import { eq } from "drizzle-orm";
import { actorFields } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { cleanLine } from "@/lib/core/text/clean";
import { enqueueVerification } from "./fields-due";
import { listFields } from "./queries";
import { linkOf } from "./rules";

/**
 * Replaces the lines of an identity. A value that stays keeps its mark, but every page that a line leads to is asked
 * anew, later: never while somebody waits.
 */
export async function writeFields(
  tx: Context,
  actorId: string,
  fields: { name: string; value: string }[],
): Promise<void> {
  const before = await listFields(tx.db, actorId);
  await tx.db.delete(actorFields).where(eq(actorFields.actorId, actorId));
  const lines = fields
    .map(({ name, value }) => ({ name: cleanLine(name), value: cleanLine(value) }))
    .map((line, position) => ({ ...line, actorId, position, verifiedAt: markOf(before, line) }));
  if (lines.length === 0) return;
  const written = await tx.db.insert(actorFields).values(lines).returning();
  for (const { id, value } of written) if (linkOf(value)) await enqueueVerification(tx, id);
}

function markOf(before: { value: string; verifiedAt: Date | null }[], { value }: { value: string }) {
  return before.find((line) => line.value === value)?.verifiedAt ?? null;
}
