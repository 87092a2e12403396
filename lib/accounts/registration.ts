import type { Context } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { cleanText } from "@/lib/core/text/clean";
import { type InstanceSettings, readInstance } from "@/lib/instance/settings";
import { isEmailWelcome } from "./email-rules";
import { invitationNeeded, isInvitationUsable, redeemInvitation } from "./invitation-redeem";

type Registration = {
  email: string;
  invitation?: string;
  terms?: boolean;
  application?: string;
  /** A provider that administrators chose vouches for them: no invitation is needed, and closed doors open. */
  isFromProvider?: boolean;
};

export type Permission = { isApproved: boolean; invitationId: string | null; termsAcceptedAt: Date | null };

/**
 * Whether somebody may make an account here, and what it starts with; uses the invitation up. Refuses with
 * `registration_closed`, `invitation_needed`, and at their fields `email_not_welcome`, `terms_not_accepted` and
 * `application_missing`.
 */
export async function requireRegistration(tx: Context, input: Registration): Promise<Permission> {
  const settings = await readInstance(tx.db);
  const { registration: mode, terms } = settings;
  if (mode === "closed" && !input.isFromProvider) throw conflict("registration_closed");
  const isInvited = mode === "invitation" && !input.isFromProvider;
  if (isInvited && !input.invitation) throw invitationNeeded();
  requireFields(settings, input);
  return {
    isApproved: mode !== "approval",
    invitationId: isInvited ? await redeemInvitation(tx, input.invitation ?? "", input.email) : null,
    termsAcceptedAt: terms.mode === "none" ? null : tx.now,
  };
}

/** All that is wrong at once, so that it can be mended in one go. */
function requireFields(settings: InstanceSettings, input: Registration): void {
  const wrong: Record<string, string[]> = {};
  if (!isEmailWelcome(settings, input.email)) wrong.email = ["email_not_welcome"];
  if (settings.terms.mode !== "none" && !input.terms) wrong.terms = ["terms_not_accepted"];
  if (settings.registration === "approval" && !cleanText(input.application ?? "").trim())
    wrong.application = ["application_missing"];
  if (Object.keys(wrong).length > 0) throw new AppError("invalid", "check_fields", wrong);
}

/** What whoever wants an account finds: a form, or why there is none. */
export type WayIn = "open" | "approval" | "invited" | "invitation_only" | "invitation_ended" | "closed";

/** What the form of this server asks, for somebody who came with this invitation, or with none. */
export async function findWayIn(
  ctx: Context,
  invitation?: string,
): Promise<{ way: WayIn; asksForWords: boolean; hasTerms: boolean; hasRules: boolean }> {
  const { registration, terms, rules } = await readInstance(ctx.db);
  const way = registration === "invitation" ? await wayOfInvitation(ctx, invitation) : registration;
  return {
    way,
    asksForWords: registration === "approval",
    hasTerms: terms.mode !== "none",
    hasRules: Object.values(rules).some(Boolean),
  };
}

async function wayOfInvitation(ctx: Context, invitation: string | undefined): Promise<WayIn> {
  if (!invitation) return "invitation_only";
  return (await isInvitationUsable(ctx, invitation)) ? "invited" : "invitation_ended";
}
