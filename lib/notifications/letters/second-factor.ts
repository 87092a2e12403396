import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { paths } from "@/lib/core/paths";
import type { Letter } from "../letter";

/** Tells that signing in asks for a code now, or does so no more, in case it was not they who changed it. */
export function secondFactorLetter({ locale, isOn }: { locale: Locale; isOn: boolean }): Letter {
  const t = translator(locale, isOn ? "mail.secondFactorOn" : "mail.secondFactorOff");
  const keep = isOn ? [translator(locale, "mail.secondFactorOn")("keep")] : [];
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    notes: [...keep, t("notYou")],
    button: { label: t("button"), url: `${env().ORIGIN}${paths.forgotPassword}` },
    reason: t("reason", { instance }),
  };
}

/** Tells that somebody did without the app, and how often that can still be done. */
export function recoveryCodeLetter({ locale, left }: { locale: Locale; left: number }): Letter {
  const t = translator(locale, "mail.recoveryCodeUsed");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    notes: [t("left", { left }), t("notYou")],
    button: { label: t("button"), url: `${env().ORIGIN}${paths.security}` },
    reason: t("reason", { instance }),
  };
}
