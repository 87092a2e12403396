import * as z from "zod";
import { getAccountByEmail } from "@/lib/accounts/administration/find";
import { giveRole } from "@/lib/accounts/administration/give-role";
import { emailField } from "@/lib/accounts/input";
import type { Asked } from "../command";
import { checked, type Desk } from "../desk";

export const roleField = z.enum(["member", "moderator", "administrator"], "choose_one");

const input = z.object({ email: emailField, role: roleField });

export async function role({ ctx, say }: Desk, { words: [typed, wanted] }: Asked): Promise<void> {
  const { email, role } = checked(input, { email: typed, role: wanted });
  const { id: accountId, role: was } = await getAccountByEmail(ctx, email);
  await giveRole(ctx, { accountId, role });
  say(was === role ? `${email} is ${role} already.` : `${email} was ${was}, and is ${role} now.`);
}
