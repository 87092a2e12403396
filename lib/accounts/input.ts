import * as z from "zod";

export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "email_not_valid")
  .pipe(z.email("email_not_valid"));

/** 10 characters at least, whatever they are (NIST SP 800-63B); the upper bound keeps hashing cheap. */
export const newPasswordField = z.string().min(10, "password_too_short").max(200, "password_too_long");

export const signInInput = z.object({
  email: emailField,
  password: z.string().min(1, "password_missing").max(200, "password_too_long"),
});

export const tokenInput = z.object({ token: z.string().min(20).max(60) });
