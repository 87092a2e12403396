import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import { translator } from "@/lib/core/messages";
import type { EventCard, Letter } from "./letter";

/** The letter for those who read mails as text. */
export function letterText(letter: Letter): string {
  const t = translator(letter.locale, "mail.letter");
  const { name, event, quote, details = [], notes = [], button, unsubscribe } = letter;
  const blocks = [
    letter.heading,
    name && t("hello", { name }),
    letter.intro,
    event && eventText(event, letter.locale),
    quote && `${quote.from}\n${quote.text.replace(/^/gm, "> ")}`,
    ...details.map(({ label, text }) => `${label}\n  ${text.replaceAll("\n", "\n  ")}`),
    ...notes,
    `${button.label}\n${button.url}`,
    // The mark before a signature: clients show what follows it more quietly (RFC 3676, 4.3).
    `-- \n${letter.reason}`,
    unsubscribe && `${unsubscribe.label}\n${unsubscribe.url}`,
    `${instanceName()} · ${env().ORIGIN}`,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function eventText(
  { title, when, where, onlineUrl, organizer }: EventCard,
  locale: Letter["locale"],
): string {
  const t = translator(locale, "mail.letter");
  const place = [...where, ...(onlineUrl ? [onlineUrl] : [])];
  return [
    title,
    t("labelled", { label: t("when"), text: below(when) }),
    place.length > 0 && t("labelled", { label: t("where"), text: below(place) }),
    organizer && t("organizer", { name: organizer }),
  ]
    .filter(Boolean)
    .join("\n");
}

/** The first line beside its label, the others below it. */
function below(texts: string[]): string {
  return texts.join("\n  ");
}
