import * as z from "zod";
import { emailField, newPasswordField } from "@/lib/accounts/input";

/** What others type after the @. Never changed and never given to anybody else. */
const handleField = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "handle_missing")
  .max(30, "handle_too_long")
  .regex(/^[a-z0-9_]+$/, "handle_not_valid");

const nameField = z.string().trim().min(1, "name_missing").max(80, "name_too_long");

const localeField = z.enum(["en", "fr"]).catch("en");
const zoneField = z.string().max(60).catch("UTC");

const newAccount = z.object({
  email: emailField,
  password: newPasswordField,
  name: nameField,
  handle: handleField,
  zone: zoneField,
  locale: localeField,
});

/** What this server may want from whoever signs up, beside what an account is made of. */
const registration = {
  terms: z.literal("on").optional().transform(Boolean),
  application: z.string().trim().max(1000, "application_too_long").optional(),
};

export const signUpInput = newAccount.extend({ ...registration, invitation: z.string().max(100).optional() });

/** Of somebody whom a provider brought: no password, and an address only if the provider vouched for none. */
export const finishSignUpInput = newAccount
  .pick({ name: true, handle: true, zone: true, locale: true })
  .extend({ ...registration, email: emailField.optional() });

export const welcomeInput = newAccount.extend({ token: z.string().min(20).max(60) });

/** A field that a browser sends as an empty file when nothing was chosen. */
const optionalFile = z
  .custom<File>((value) => value === undefined || value instanceof Blob)
  .optional()
  .transform((file) => (file && file.size > 0 ? file : undefined));

const looks = {
  name: nameField,
  summary: z.string().trim().max(5000, "summary_too_long"),
  avatar: optionalFile,
  visibility: z.enum(["public", "participants"], "choose_one").optional(),
};

export const newIdentityInput = z.object({ ...looks, handle: handleField });

/** The rows of the form for lines such as "Website · https://…". */
export const fieldRows = [1, 2, 3, 4, 5, 6] as const;

type RowKey = `field${(typeof fieldRows)[number]}${"Name" | "Value"}`;

const fieldName = z.string().trim().max(60, "field_name_too_long").optional();
const fieldValue = z.string().trim().max(250, "field_value_too_long").optional();
const rows = Object.fromEntries(
  fieldRows.flatMap((row) => [
    [`field${row}Name`, fieldName],
    [`field${row}Value`, fieldValue],
  ]),
) as Record<RowKey, typeof fieldName>;

const ticked = z.literal("on").optional().transform(Boolean);

/** What is not sent stays as it is, but for the rows: they come together, and empty ones are dropped. */
export const identityInput = z
  .object({ ...looks, banner: optionalFile, removeAvatar: ticked, removeBanner: ticked, ...rows })
  .superRefine((input, { addIssue }) => {
    for (const row of fieldRows) {
      const [name, value] = [`field${row}Name`, `field${row}Value`] as const;
      if (input[name] && !input[value])
        addIssue({ code: "custom", path: [value], message: "field_value_missing" });
      if (input[value] && !input[name])
        addIssue({ code: "custom", path: [name], message: "field_name_missing" });
    }
  })
  .transform(({ name, summary, avatar, banner, visibility, removeAvatar, removeBanner, ...typed }) => ({
    ...{ name, summary, avatar, banner, visibility, removeAvatar, removeBanner },
    fields: typed.field1Name === undefined ? undefined : linesOf(typed),
  }));

function linesOf(typed: Partial<Record<RowKey, string>>): { name: string; value: string }[] {
  return fieldRows
    .map((row) => ({ name: typed[`field${row}Name`] ?? "", value: typed[`field${row}Value`] ?? "" }))
    .filter(({ name }) => name !== "");
}

export const switchInput = z.object({ handle: z.string().max(30), return: z.string().max(500).catch("/") });

/** Whom to follow, or not any more. */
/** "ada", or "rosa@bells.example". */
export const followInput = z.object({ handle: z.string().max(330) });

export const defaultIdentityInput = z.object({ actorId: z.uuid("choose_one") });
