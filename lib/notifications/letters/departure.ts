import { formatWhen } from "@/lib/core/dates/when";
import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import { translator } from "@/lib/core/messages";
import { keepAccountPath, paths } from "@/lib/core/paths";
import type { Reader } from "../event-card";
import type { Letter } from "../letter";

/** The account will be deleted, and this is the way back. */
export function leavingLetter({
  reader,
  leavesAt,
  token,
}: {
  reader: Reader;
  leavesAt: Date;
  token: string;
}): Letter {
  const { locale, zone } = reader;
  const t = translator(locale, "mail.leaving");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance, date: formatWhen({ startsAt: leavesAt, endsAt: null, zone, locale }) }),
    notes: [t("meanwhile"), t("notYou")],
    button: { label: t("button"), url: env().ORIGIN + keepAccountPath(token) },
    reason: t("reason", { instance }),
  };
}

/** The account stays. */
export function keptLetter({ locale }: Pick<Reader, "locale">): Letter {
  const t = translator(locale, "mail.kept");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    notes: [t("notYou")],
    button: { label: t("button"), url: env().ORIGIN + paths.security },
    reason: t("reason", { instance }),
  };
}

/** The copy of all that an account has here can be fetched. The file's own address is not in the mail. */
export function exportReadyLetter({ reader, expiresAt }: { reader: Reader; expiresAt: Date }): Letter {
  const { locale, zone } = reader;
  const t = translator(locale, "mail.exportReady");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance, date: formatWhen({ startsAt: expiresAt, endsAt: null, zone, locale }) }),
    button: { label: t("button"), url: env().ORIGIN + paths.data },
    reason: t("reason", { instance }),
  };
}
