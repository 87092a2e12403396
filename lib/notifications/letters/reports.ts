import type { ReportCase } from "@/db/schema/reports";
import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { casePath } from "@/lib/core/moderation-paths";
import { paths } from "@/lib/core/paths";
import type { Letter } from "../letter";

type Told = { locale: Locale; thing: string };

/** Tells whoever reported something that it arrived. Names nobody: neither whom it is about nor who wrote. */
export function reportReceivedLetter({ locale, thing, words }: Told & { words: string }): Letter {
  const t = translator(locale, "mail.reportReceived");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject"),
    heading: t("heading"),
    intro: t("intro", { thing, instance }),
    quote: words ? { from: t("yourWords"), text: words } : undefined,
    button: { label: t("button", { instance }), url: env().ORIGIN },
    reason: t("reason", { instance }),
  };
}

/** Tells them that the case was closed; not what was done to whom. `answer` empty: only that it was looked at. */
export function reportAnsweredLetter({ locale, thing, answer }: Told & { answer: string }): Letter {
  const t = translator(locale, "mail.reportAnswered");
  const received = translator(locale, "mail.reportReceived");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject"),
    heading: t("heading"),
    intro: t("intro", { thing }),
    quote: answer ? { from: t("answer", { instance }), text: answer } : undefined,
    notes: [t("again")],
    button: { label: received("button", { instance }), url: env().ORIGIN },
    reason: received("reason", { instance }),
  };
}

/** Tells those who look after the server that something waits for them; not what, since more may come. */
export function heldLetter(locale: Locale): Letter {
  const t = translator(locale, "mail.held");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro"),
    button: { label: t("button"), url: env().ORIGIN + paths.heldBack },
    reason: translator(locale, "mail.reportArrived")("reason", { instance }),
  };
}

type Arrived = Told & { found: Pick<ReportCase, "id">; words: string; category: Category };
type Category = "spam" | "hateful" | "dangerous" | "misleading" | "illegal" | "other";

/** Tells those who look after the server that there is something to decide; who reported it stands on the page alone. */
export function reportArrivedLetter({ locale, thing, found, words, category }: Arrived): Letter {
  const t = translator(locale, "mail.reportArrived");
  const categories = translator(locale, "moderation.categories");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance, category: categories(category) }),
    heading: t("heading"),
    intro: t("intro", { thing }),
    quote: words ? { from: t("words"), text: words } : undefined,
    button: { label: t("button"), url: env().ORIGIN + casePath(found.id) },
    reason: t("reason", { instance }),
  };
}
