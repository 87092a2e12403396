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

export const signUpInput = z.object({
  email: emailField,
  password: newPasswordField,
  name: nameField,
  handle: handleField,
  zone: zoneField,
  locale: localeField,
});

export const welcomeInput = signUpInput.extend({ token: z.string().min(20).max(60) });

/** A field that a browser sends as an empty file when nothing was chosen. */
const optionalFile = z
  .custom<File>((value) => value === undefined || value instanceof Blob)
  .optional()
  .transform((file) => (file && file.size > 0 ? file : undefined));

export const identityInput = z.object({
  name: nameField,
  summary: z.string().trim().max(5000, "summary_too_long"),
  avatar: optionalFile,
});

export const newIdentityInput = identityInput.extend({ handle: handleField });

export const switchInput = z.object({ handle: z.string().max(30), return: z.string().max(500).catch("/") });
