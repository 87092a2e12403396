import { endAccount } from "@/lib/accounts/administration/end-account";
import { getAccountByEmail } from "@/lib/accounts/administration/find";
import { addressInput } from "@/lib/accounts/input";
import { GRACE_DAYS } from "@/lib/accounts/leaving";
import type { Asked } from "../command";
import { checked, type Desk } from "../desk";

export async function remove(
  { ctx, say }: Desk,
  { words: [typed], options: { now, yes } }: Asked,
): Promise<void> {
  const { email } = checked(addressInput, { email: typed });
  const { id: accountId } = await getAccountByEmail(ctx, email);
  if (!yes) {
    say(warning(email, Boolean(now)));
    throw new Error("Nothing was deleted. If you are sure, say it again with --yes.");
  }
  const at = await endAccount(ctx, { accountId, isAtOnce: Boolean(now) });
  say(
    now
      ? `${email} is signed out, and deleted as soon as a worker runs; each identity follows within three days.`
      : `${email} is signed out, and will be deleted on ${at.toISOString().slice(0, 10)}. A mail tells how to keep it.`,
  );
}

function warning(email: string, isAtOnce: boolean): string {
  const what = `This deletes the account ${email} with all its identities, their events and what they said`;
  const when = isAtOnce ? "at once, and nobody can take it back" : `in ${GRACE_DAYS} days`;
  return `${what}, ${when}.`;
}
