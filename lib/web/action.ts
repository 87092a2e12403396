import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { connection } from "@/lib/core/database";
import { isDemo } from "@/lib/core/demo";
import { AppError } from "@/lib/core/errors";
import { signInPath } from "@/lib/core/paths";
import { isOrphan } from "@/lib/core/unique";
import { requireAgreement } from "./agreement";
import { backPath } from "./back-path";
import { accountContext, isSuspended, requestContext } from "./context";
import { type FormAction, type FormState, type FormValues, formEntries, typedValues } from "./form-state";
import { clientAddress, countAttempt, type Limit } from "./rate-limit";
import { assertSameOriginAction } from "./security/origin";
import { keepUnsent } from "./unsent";
import { currentViewer } from "./viewer";
import { pagesAreCurrent } from "./visitor/listen";

/**
 * What a form's success leads to: another page, a notice or an answer on this one, or just this page, fresh. `typed`:
 * what the fields go on holding, where the form was sent for an answer and is not done.
 */
type Outcome = { to: string } | { notice: string } | { answer: FormValues; typed?: FormValues } | undefined;

type Options = {
  /** "account": about the account itself instead of as an identity. */
  as?: "identity" | "account";
  /** Counted per identity or account; whoever is nobody yet is counted by address, which a whole hall may share. */
  limit?: Limit;
  /** Also for members who have still to agree to what was changed here: taking their data along, leaving, signing out. */
  beforeAgreeing?: boolean;
};

/**
 * The only way to make a server action: check where it comes from, parse, act as the signed-in identity (or the one
 * named by the field `as`), and turn refusals into form state with what was typed. Other errors go on to Next.js.
 * When it answers, the kept pages of this server are up to date.
 */
export function action<S extends z.ZodType>(
  schema: S,
  run: (ctx: Context, input: z.output<S>, typed: FormValues) => Promise<Outcome>,
  options: Options = {},
): FormAction {
  return async (_previous, formData) => {
    let outcome: Outcome;
    let ctx: Context | undefined;
    try {
      await assertSameOriginAction();
      ctx = await contextFor(options, formData);
      if (!options.beforeAgreeing) await requireAgreement();
      if (options.limit) await countAttempts(ctx, options.limit);
      outcome = await run(ctx, parse(schema, formData), typedValues(formData));
    } catch (error) {
      const who = ctx?.actor.kind !== "anonymous" ? "somebody" : await nobody();
      const state = refused(error, { formData, who });
      await keepForLater(state, formData);
      return state;
    }
    await pagesAreCurrent(connection().sql);
    // Also on the way to another page: the frame that both stand in says who acts, and in which language.
    refresh();
    if (outcome && "to" in outcome) redirect(outcome.to);
    return { status: "done", ...outcome };
  };
}

async function contextFor(options: Options, formData: FormData): Promise<Context> {
  if (options.as === "account") return accountContext();
  const handle = formData.get("as");
  return requestContext(typeof handle === "string" && handle ? handle : undefined);
}

async function countAttempts(ctx: Context, limit: Limit): Promise<void> {
  await countAttempt(ctx, limit, await subjectOf(ctx));
}

async function subjectOf({ actor }: Context): Promise<string> {
  if (actor.kind === "identity") return actor.actorId;
  return actor.kind === "account" ? actor.accountId : `address ${await clientAddress()}`;
}

function parse<S extends z.ZodType>(schema: S, formData: FormData): z.output<S> {
  const result = schema.safeParse(formEntries(formData));
  if (result.success) return result.data;
  const fieldErrors: Record<string, string[]> = {};
  for (const { path, message } of result.error.issues) {
    const field = String(path[0] ?? "");
    fieldErrors[field] = [...(fieldErrors[field] ?? []), message];
  }
  throw new AppError("invalid", "check_fields", fieldErrors);
}

/**
 * The session ended while somebody wrote. Scripts leave the form as it is; without them the page that comes back may hold
 * none any more, so they are led to where they sign in, and find what they wrote afterwards.
 */
async function keepForLater(state: FormState, formData: FormData): Promise<void> {
  if (state.status !== "refused" || state.reason !== "sign_in_first") return;
  const asked = await headers();
  if (asked.has("next-action") || !(await keepUnsent(formData))) return;
  redirect(`${signInPath(backPath(asked))}&notice=text_kept`);
}

async function nobody(): Promise<"nobody" | "suspended"> {
  return isSuspended(await currentViewer()) ? "suspended" : "nobody";
}

type Refused = { formData: FormData; who: "somebody" | "nobody" | "suspended" };

/** Whoever is nobody is not told what they may not do, but how to be somebody: the session may have ended meanwhile. */
function refused(error: unknown, { formData, who }: Refused): FormState {
  // Somebody of the time before a wipe did something in its middle.
  const isSwept = isDemo() && isOrphan(error);
  if (isSwept)
    return { status: "refused", reason: "demo_swept", fieldErrors: {}, values: typedValues(formData) };
  if (!(error instanceof AppError)) throw error;
  const { code, fieldErrors } = error;
  const instead = { somebody: error.reason, nobody: "sign_in_first", suspended: "identity_suspended" }[who];
  const reason = code === "forbidden" ? instead : error.reason;
  return { status: "refused", reason, fieldErrors, values: typedValues(formData) };
}
