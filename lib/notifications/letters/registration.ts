import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { paths } from "@/lib/core/paths";
import type { Letter } from "../letter";

/** Tells those who look after the server how many people wait to be let in; who they are stands on the page alone. */
export function applicationsLetter({ locale, count }: { locale: Locale; count: number }): Letter {
  const t = translator(locale, "mail.applications");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { count, instance }),
    heading: t("heading", { count }),
    intro: t("intro"),
    button: { label: t("button"), url: env().ORIGIN + paths.applications },
    reason: t("reason", { instance }),
  };
}

/** Tells somebody who applied that they are in. */
export function admittedLetter({ locale }: { locale: Locale }): Letter {
  const t = translator(locale, "mail.admitted");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    button: { label: t("button"), url: env().ORIGIN + paths.signIn },
    reason: t("reason", { instance }),
  };
}

/** Tells somebody that there is no account for them, and why if a reason was given. */
export function turnedDownLetter({ locale, why }: { locale: Locale; why: string }): Letter {
  const t = translator(locale, "mail.turnedDown");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    quote: why ? { from: t("quote"), text: why } : undefined,
    notes: [t("comfort")],
    button: { label: t("button"), url: env().ORIGIN },
    reason: t("reason", { instance }),
  };
}
