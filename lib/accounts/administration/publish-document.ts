import type { z } from "zod";
import { type Context, inTransaction } from "@/lib/core/context";
import { readInstance } from "@/lib/instance/settings";
import type { documentInput } from "@/lib/instance/texts/input";
import { saveDocument } from "@/lib/instance/texts/save-document";
import { agree } from "../agree";

/** Saves a document as `saveDocument` does; whoever has everybody asked again has read it and agrees. */
export function publishDocument(ctx: Context, input: z.output<typeof documentInput>): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await saveDocument(tx, input);
    const { agreeSince } = await readInstance(tx.db);
    if (input.asksAgain && agreeSince === tx.now.toISOString()) await agree(tx, agreeSince);
  });
}
