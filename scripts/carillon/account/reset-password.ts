import { getAccountByEmail } from "@/lib/accounts/administration/find";
import {
  HANDED_ON_HOURS,
  issueResetLink,
  mailResetLink,
} from "@/lib/accounts/administration/issue-reset-link";
import { addressInput } from "@/lib/accounts/input";
import { env } from "@/lib/core/env";
import type { Asked } from "../command";
import { checked, type Desk } from "../desk";

export async function resetPassword(
  { ctx, say }: Desk,
  { words: [typed], options: { mail } }: Asked,
): Promise<void> {
  const { email } = checked(addressInput, { email: typed });
  const { id } = await getAccountByEmail(ctx, email);
  if (mail) {
    await mailResetLink(ctx, id);
    return say(`A link to choose a password is on its way to ${email}, as soon as a worker runs.`);
  }
  const path = await issueResetLink(ctx, id);
  say(`With this link ${email} chooses a password, once, within ${HANDED_ON_HOURS} hours:`);
  say(`  ${env().ORIGIN}${path}`);
}
