import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { paths } from "@/lib/core/paths";
import type { Letter } from "../letter";

/** Hours that the link to choose a new password works. */
export const RESET_HOURS = 2;
/** Hours that the link to use another address works. */
export const NEW_EMAIL_HOURS = 24;

type WithLink = { locale: Locale; token: string };

/** The way to a new password, for whoever can read this mailbox. */
export function passwordResetLetter({ locale, token }: WithLink): Letter {
  const t = translator(locale, "mail.passwordReset");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    notes: [t("limits", { hours: RESET_HOURS })],
    button: { label: t("button"), url: `${env().ORIGIN}/reset-password/${token}` },
    reason: t("reason", { instance }),
  };
}

/** Tells that the password is another one, in case it was not they who changed it. */
export function passwordChangedLetter({ locale }: { locale: Locale }): Letter {
  const t = translator(locale, "mail.passwordChanged");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    notes: [t("notYou")],
    button: { label: t("button"), url: `${env().ORIGIN}${paths.forgotPassword}` },
    reason: t("reason", { instance }),
  };
}

/** Tells of one more way into the account, in case it was not they who added it. */
export function loginLinkedLetter({ locale }: { locale: Locale }): Letter {
  const t = translator(locale, "mail.loginLinked");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    notes: [t("notYou")],
    button: { label: t("button"), url: `${env().ORIGIN}${paths.security}` },
    reason: t("reason", { instance }),
  };
}

/** Goes to the new address: whether it is theirs. */
export function newEmailLetter({ locale, token }: WithLink): Letter {
  const t = translator(locale, "mail.newEmail");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    notes: [t("limits", { hours: NEW_EMAIL_HOURS })],
    button: { label: t("button"), url: `${env().ORIGIN}/confirm-email/${token}` },
    reason: t("reason", { instance }),
  };
}

/** Goes to the old address while it still counts: what was asked, and what to do if it was not they. */
export function newEmailAskedLetter({ locale, newEmail }: { locale: Locale; newEmail: string }): Letter {
  const t = translator(locale, "mail.newEmailAsked");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance, newEmail }),
    notes: [t("notYou")],
    button: { label: t("button"), url: `${env().ORIGIN}${paths.forgotPassword}` },
    reason: t("reason", { instance }),
  };
}

/** Somebody wants to use an address that has an account: its owner hears of it instead of getting a link. */
export function newEmailTakenLetter({ locale }: { locale: Locale }): Letter {
  const t = translator(locale, "mail.newEmailTaken");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    button: { label: t("button"), url: `${env().ORIGIN}${paths.signIn}` },
    reason: t("reason", { instance }),
  };
}
