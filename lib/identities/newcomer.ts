import { createAccount, createDecoy, type NewAccount } from "@/lib/accounts/create";
import { inVain } from "@/lib/accounts/in-vain";
import type { Context } from "@/lib/core/context";
import { createIdentity, type NewIdentity } from "./create";
import { holdHandle, requireFreeHandle } from "./handle";

type Newcomer = NewAccount & NewIdentity & { heldFor: string };

/**
 * Makes an account with its first identity and returns its id, or null if the address has one already. Nobody can tell
 * which: the same work is done in vain then, and the handle is taken for as long, but for whoever comes again with it
 * (`heldFor`). Refuses with `handle_taken`.
 */
export async function createNewcomer(tx: Context, input: Newcomer): Promise<string | null> {
  const { handle, heldFor } = input;
  await requireFreeHandle(tx, handle, heldFor);
  const accountId = await createAccount(tx, input);
  if (accountId) await giveFace(tx, accountId, input);
  else await inVain(tx, async (inner) => giveFace(inner, await createDecoy(inner, input), input));
  await holdHandle(tx, handle, heldFor);
  return accountId;
}

async function giveFace(tx: Context, accountId: string, input: Newcomer): Promise<void> {
  const actor = { kind: "account", accountId, role: "member" } as const;
  await createIdentity({ ...tx, actor }, input);
}
