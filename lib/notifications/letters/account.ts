import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { paths } from "@/lib/core/paths";
import type { Letter } from "../letter";

/** Hours that the link in a confirmation works. */
export const CONFIRM_HOURS = 48;

type Confirmation = { locale: Locale; token: string; identity?: { name: string; handle: string } };

/** Asks whether the address is theirs, and whether it was they who chose that identity. */
export function confirmationLetter({ locale, token, identity }: Confirmation): Letter {
  const t = translator(locale, "mail.confirmation");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    notes: [
      ...(identity ? [t("identity", { name: identity.name, handle: identity.handle })] : []),
      t("limits", { hours: CONFIRM_HOURS }),
    ],
    button: { label: t("button"), url: `${env().ORIGIN}/confirm/${token}` },
    reason: t("reason", { instance }),
  };
}

/** Tells the owner of an account that somebody tried to sign up with its address. */
export function knownAddressLetter({ locale }: { locale: Locale }): Letter {
  const t = translator(locale, "mail.knownAddress");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro"),
    button: { label: t("button"), url: `${env().ORIGIN}${paths.signIn}` },
    reason: t("reason", { instance }),
  };
}
