import { and, eq, isNotNull } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import { externalLogins } from "@/db/schema/external-logins";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type Admission, admit } from "./admit";
import { addExternalLogin } from "./external-link";
import type { ExternalPerson } from "./external-person";
import { issueToken } from "./token";

/** How long somebody new may take to choose a name. */
export const FINISH_HOURS = 1;

type Options = { userAgent: string; maySignUp: boolean };

/**
 * Lets in whoever a provider vouches for: by the login that was linked, else by the address, which is linked then:
 * administrators chose the provider, so its word about addresses counts. Somebody new gets the token that finishes
 * signing up, if the provider may bring people (`external_login_unknown`). Refuses with what `admit` refuses.
 */
export function signInFromProvider(
  ctx: Context,
  person: ExternalPerson,
  { userAgent, maySignUp }: Options,
): Promise<Admission | { finishToken: string }> {
  return inTransaction(ctx, async (tx) => {
    const account = (await findLinked(tx, person)) ?? (await linkByAddress(tx, person));
    if (account) return admit(tx, account, userAgent);
    if (!maySignUp) throw new AppError("forbidden", "external_login_unknown");
    const { email, ...data } = person;
    const token = { kind: "finish_sign_up", accountId: null, hours: FINISH_HOURS } as const;
    return { finishToken: await issueToken(tx, { ...token, data: { ...data, email: email ?? undefined } }) };
  });
}

/** Not before its address is confirmed: whether it waits for that tells whether the typed address was somebody's. */
async function findLinked(
  { db }: Context,
  { issuer, subject }: ExternalPerson,
): Promise<Account | undefined> {
  const isLogin = and(eq(externalLogins.issuer, issuer), eq(externalLogins.subject, subject));
  const [found] = await db
    .select({ account: accounts })
    .from(externalLogins)
    .innerJoin(accounts, eq(accounts.id, externalLogins.accountId))
    .where(and(isLogin, isNotNull(accounts.confirmedAt)));
  return found?.account;
}

/** Never an account whose address nobody confirmed: anybody could have prepared it. */
async function linkByAddress(tx: Context, person: ExternalPerson): Promise<Account | undefined> {
  if (!person.email) return undefined;
  const [account] = await tx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.email, person.email), isNotNull(accounts.confirmedAt)))
    .for("update");
  if (account) await addExternalLogin(tx, account.id, person);
  return account;
}
