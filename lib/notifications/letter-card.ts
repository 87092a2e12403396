import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { capitalized } from "./capitalized";
import { type Html, html, lines } from "./html";
import type { EventCard } from "./letter";
import { linkTo, paragraph } from "./letter-parts";
import { accentStyle, style } from "./letter-style";

/** The event with its date block, as on the pages. Where floats are unknown (Word), the block stands above. */
export function eventCardHtml(event: EventCard, locale: Locale): Html {
  const t = translator(locale, "mail.letter");
  const { title, when, where, onlineUrl, organizer } = event;
  const [first = "", ...more] = when.map((text) => capitalized(text, locale));
  return html`<div class="line" style="${style.card}">
${dateBlock(event)}
<div style="${style.details}">
<h2 class="ink" style="${style.title}">${title}</h2>
${paragraph("ink", style.detail, event.isCancelled ? html`<s>${first}</s>` : first)}
${more.map((text) => paragraph("soft", style.softDetail, text))}
${where.length > 0 ? paragraph("ink", style.detail, lines(where.join("\n"))) : undefined}
${onlineUrl ? paragraph("ink", style.detail, linkTo(onlineUrl)) : undefined}
${organizer ? paragraph("soft", style.softDetail, t("organizer", { name: organizer })) : undefined}
</div>
<div style="${style.clear}"></div>
</div>`;
}

/** Not read aloud: the line beside it says the same. */
function dateBlock({ date }: EventCard): Html {
  return html`<div class="paper line" aria-hidden="true" style="${style.date}">
<div class="on-bell" style="${style.weekday};${accentStyle().block}">${date.weekday}</div>
<div class="ink" style="${style.day}">${date.day}</div>
<div class="soft" style="${style.month}">${date.month}</div>
</div>`;
}
