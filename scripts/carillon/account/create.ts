import * as z from "zod";
import { giveRole } from "@/lib/accounts/administration/give-role";
import { HANDED_ON_HOURS, issueResetLink } from "@/lib/accounts/administration/issue-reset-link";
import { inTransaction } from "@/lib/core/context";
import { isZone } from "@/lib/core/dates/zone";
import { env } from "@/lib/core/env";
import { locales } from "@/lib/core/locale";
import { addPerson } from "@/lib/identities/add-person";
import { signUpInput } from "@/lib/identities/input";
import { writeLog } from "@/lib/journal/write-log";
import type { Asked } from "../command";
import { checked, type Desk } from "../desk";
import { roleField } from "./role";

const input = signUpInput.pick({ email: true, handle: true, name: true }).extend({
  zone: z.string().refine(isZone, "zone_not_valid"),
  locale: z.enum(locales, "choose_one"),
  role: roleField,
});

export async function create({ ctx, say }: Desk, { words: [email], options }: Asked): Promise<void> {
  const { handle = "", name = handle, role = "member", locale = "en", zone = zoneHere() } = options;
  const { role: given, ...person } = checked(input, { email, handle, name, role, locale, zone });
  const path = await inTransaction(ctx, async (tx) => {
    const accountId = await addPerson(tx, person);
    await writeLog(tx, { action: "account.created", accountId });
    await giveRole(tx, { accountId, role: given });
    return issueResetLink(tx, accountId);
  });
  say(`The account ${person.email} is there, with the identity @${person.handle}.`);
  say(`With this link its owner chooses a password, once, within ${HANDED_ON_HOURS} hours:`);
  say(`  ${env().ORIGIN}${path}`);
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
