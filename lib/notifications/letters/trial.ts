import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import type { Letter } from "../letter";

/** Shows whoever looks after the server that its mails arrive. */
export function trialLetter(locale: Locale): Letter {
  const t = translator(locale, "mail.trial");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    button: { label: t("button", { instance }), url: env().ORIGIN },
    reason: t("reason", { instance }),
  };
}
