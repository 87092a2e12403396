import * as z from "zod";
import { locales } from "@/lib/core/locale";

export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "email_not_valid")
  .pipe(z.email("email_not_valid"));

/** 10 characters at least, whatever they are (NIST SP 800-63B); the upper bound keeps hashing cheap. */
export const newPasswordField = z.string().min(10, "password_too_short").max(200, "password_too_long");

/** How long after one mail another of its kind may be asked for. */
export const ASK_AGAIN_SECONDS = 100;

const passwordField = z.string().min(1, "password_missing").max(200, "password_too_long");
const tokenField = z.string().min(20).max(60);

export const signInInput = z.object({
  email: emailField,
  password: passwordField,
});

export const tokenInput = z.object({ token: tokenField });

/** Only an address: for the links that are mailed to it. */
export const addressInput = z.object({ email: emailField });

export const resetPasswordInput = z.object({ token: tokenField, newPassword: newPasswordField });

export const changePasswordInput = z.object({ password: passwordField, newPassword: newPasswordField });

export const changeEmailInput = z.object({ email: emailField, password: passwordField });

/** What a page calls a device: never the session's id. */
export const deviceInput = z.object({ device: z.string().length(43) });

/** A code as people copy it, with spaces and hyphens, in any case, a letter for a digit: six digits, or a recovery code. */
const codeField = z
  .string()
  .max(60, "code_not_readable")
  .transform(readCode)
  .pipe(z.string().regex(/^(\d{6}|[\dA-HJKMNP-TV-Z]{16})$/, "code_not_readable"));

export const codeInput = z.object({ code: codeField });

export const passwordInput = z.object({ password: passwordField });

export const passwordAndCodeInput = passwordInput.extend({ code: codeField });

/** The first code of an app that is being set up. */
export const firstCodeInput = z.object({
  setup: z.uuid(),
  code: z
    .string()
    .max(60, "code_six_digits")
    .transform(readCode)
    .pipe(z.string().regex(/^\d{6}$/, "code_six_digits")),
});

export function isRecoveryCode(code: string): boolean {
  return code.length > 6;
}

function readCode(typed: string): string {
  const code = typed.normalize("NFKC").toUpperCase();
  return code
    .replace(/[^\dA-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

export const zoneInput = z.object({ zone: z.string().max(64, "zone_not_valid") });

/** What a form says of a point: two numbers, or two empty fields where none was asked for. */
const degreesField = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^(-?\d{1,3}(\.\d{1,20})?)?$/, "home_not_valid")
    .refine((text) => Math.abs(Number(text)) <= most, "home_not_valid")
    .default("");

const homeFields = {
  homeName: z.string().trim().max(100, "home_too_long").default(""),
  /** Kilometres. */
  homeRadius: z.coerce
    .number("radius_not_valid")
    .int("radius_not_valid")
    .min(5, "radius_not_valid")
    .max(500, "radius_not_valid"),
  latitude: degreesField(90),
  longitude: degreesField(180),
};

export const homeInput = z.object(homeFields).transform(withPoint);

/** The form has two buttons; whoever wants to be forgotten need not fill it in. */
export const homeFormInput = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("forget") }),
  z.object({ ...homeFields, intent: z.literal("save") }).transform(withPoint),
]);

export const settleInput = z
  .object({ ...homeFields, ...zoneInput.shape, locale: z.enum(locales, "choose_one") })
  .transform(withPoint);

/** One number alone is no point. */
function withPoint<Typed extends { latitude: string; longitude: string }>({
  latitude,
  longitude,
  ...rest
}: Typed) {
  const isTold = latitude !== "" && longitude !== "";
  return { ...rest, point: isTold ? { latitude: Number(latitude), longitude: Number(longitude) } : null };
}

export const onboardingInput = z.object({ step: z.enum(["identity", "place", "notifications"]) });

/** Which of the account's logins elsewhere. */
export const issuerInput = z.object({ issuer: z.string().max(500) });

/** How long an invitation may work, in days; none: until it is ended. */
export const invitationDays = [1, 7, 30, 90] as const;

export const invitationInput = z.object({
  note: z.string().trim().max(200, "note_too_long"),
  maxUses: z.preprocess(
    (value) => (value === "" ? null : value),
    z.coerce
      .number("uses_not_valid")
      .int("uses_not_valid")
      .min(1, "uses_not_valid")
      .max(10_000, "uses_not_valid")
      .nullable(),
  ),
  days: z
    .enum(["", ...invitationDays.map(String)], "choose_one")
    .transform((text) => (text === "" ? null : Number(text))),
});

export const endInvitationInput = z.object({ invitationId: z.uuid() });

export const admitInput = z.object({ accountId: z.uuid() });

export const turnDownInput = admitInput.extend({
  reason: z.string().trim().max(1000, "reason_too_long").optional().default(""),
});

const aboutAccount = { accountId: z.uuid() };
const reasonField = z.string().trim().min(3, "why_missing").max(1000, "reason_too_long");

/** What administrators decide about somebody's account. */
export const accountInput = z.object(aboutAccount);
export const accountReasonInput = z.object({ ...aboutAccount, reason: reasonField });
/** Whether what an account's identities announced and said goes out of sight with it. Nothing chosen: it stays. */
export const hidesField = z
  .enum(["no", "yes"], "choose_one")
  .default("no")
  .transform((answer) => answer === "yes");
export const accountLockInput = accountReasonInput.extend({ hides: hidesField });
export const accountEmailInput = z.object({ ...aboutAccount, email: emailField });
export const accountLocaleInput = z.object({ ...aboutAccount, locale: z.enum(locales, "choose_one") });
export const accountRoles = ["member", "moderator", "administrator"] as const;
export const accountRoleInput = z.object({ ...aboutAccount, role: z.enum(accountRoles, "choose_one") });

export const accountStates = ["unconfirmed", "waiting", "locked", "leaving"] as const;

/** What the address of the list of accounts asks for. Whatever is not understood asks for nothing. */
export const accountSearch = z.object({
  q: z.string().trim().max(254).optional().catch(undefined),
  role: z.enum(accountRoles).optional().catch(undefined),
  state: z.enum(accountStates).optional().catch(undefined),
  from: z.iso
    .date()
    .transform((text) => new Date(`${text}T00:00:00Z`))
    .optional()
    .catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

export type AccountSearch = z.output<typeof accountSearch>;
