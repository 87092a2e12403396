import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { authorize, conflict, invalidField } from "@/lib/core/errors";
import { forgetKept, keepForAnHour, readKept } from "@/lib/core/short-lived";
import { type LeftOut, readDomainPolicies } from "./domain-policies-csv";
import { type ImportPlan, importDomainPolicies, planImport } from "./import-domain-policies";
import type { serverListInput } from "./input";
import { canAdminister } from "./policy";

/** Servers of one list: all of them are decided about in one transaction. */
const MOST_SERVERS = 10_000;

export type ListPreview = { plan: ImportPlan; leftOut: LeftOut[] };

/**
 * Keeps a list of servers for an hour, for its preview: nothing is decided yet. Answers with the key to it. For
 * administrators. Refuses with `list_empty` and `list_too_long`.
 */
export async function keepList(
  ctx: Context,
  { file, list }: z.output<typeof serverListInput>,
): Promise<string> {
  authorize(canAdminister(ctx.actor));
  const field = file?.size ? "file" : "list";
  const text = (file?.size ? await file.text() : list).replace(/^\uFEFF/, "");
  const { decided, leftOut } = readDomainPolicies(text);
  if (decided.length + leftOut.length === 0) throw invalidField(field, "list_empty");
  if (decided.length > MOST_SERVERS) throw invalidField(field, "list_too_long");
  return keepForAnHour(text, ctx.now);
}

/** What a kept list would change; null: its hour is over. For administrators. */
export async function previewList(ctx: Context, kept: string): Promise<ListPreview | null> {
  authorize(canAdminister(ctx.actor));
  const text = await readKept(kept, ctx.now);
  if (text === null) return null;
  const { decided, leftOut } = readDomainPolicies(text);
  return { plan: await planImport(ctx, decided), leftOut };
}

/** Takes a kept list over, as `importDomainPolicies` does, and forgets it. Refuses with `list_gone`. */
export async function takeList(
  ctx: Context,
  { kept, replaces }: { kept: string; replaces: boolean },
): Promise<void> {
  authorize(canAdminister(ctx.actor));
  const text = await readKept(kept, ctx.now);
  if (text === null) throw conflict("list_gone");
  await importDomainPolicies(ctx, readDomainPolicies(text).decided, { replaces });
  await forgetKept(kept);
}
