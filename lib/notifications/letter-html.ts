import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import { translator } from "@/lib/core/messages";
import { type Html, html, lines } from "./html";
import type { Letter } from "./letter";
import { eventCardHtml } from "./letter-card";
import { buttonTo, linkTo, paragraph } from "./letter-parts";
import { accentStyle, darkStyle, style } from "./letter-style";

/** The letter for mail programs that show HTML. Nothing in it is fetched, so that nobody learns when it is read. */
export function letterHtml(letter: Letter): Html {
  return html`<!doctype html>
<html lang="${letter.locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${letter.subject}</title>
${darkStyle()}
</head>
<body class="paper ink" style="${style.page}">
<div style="${style.unseen}">${previewOf(letter)}</div>
<div class="paper" lang="${letter.locale}" style="${style.margins}">
<!--[if mso]><table role="presentation" align="center" width="560"><tr><td><![endif]-->
<div style="${style.column}">
<p style="${style.brand}"><a class="ink" href="${env().ORIGIN}" style="${style.brandLink}">${instanceName()}</a></p>
<div class="sheet" style="${style.sheet};${accentStyle().edge}">${sheetOf(letter)}</div>
${footerOf(letter)}
</div>
<!--[if mso]></td></tr></table><![endif]-->
</div>
</body>
</html>
`;
}

function sheetOf({ locale, heading, name, intro, event, quote, button, ...letter }: Letter): Html {
  const { details = [], notes = [] } = letter;
  const t = translator(locale, "mail.letter");
  return html`
<h1 class="ink" style="${style.heading}">${heading}</h1>
${name ? paragraph("ink", style.paragraph, t("hello", { name })) : undefined}
${paragraph("ink", style.paragraph, intro)}
${event && eventCardHtml(event, locale)}
${quote && quoteOf(quote)}
${details.map(detailOf)}
${notes.map((note) => paragraph("soft", style.note, note))}
<p style="${style.action}">${buttonTo(button)}</p>
`;
}

function quoteOf({ from, text }: NonNullable<Letter["quote"]>): Html {
  return html`${paragraph("soft", style.quoteFrom, from)}
<blockquote class="sunk ink" style="${style.quote}">${lines(text)}</blockquote>`;
}

function detailOf({ label, text }: NonNullable<Letter["details"]>[number]): Html {
  return html`${paragraph("soft", style.detailLabel, label)}
${paragraph("ink", style.paragraph, lines(text))}`;
}

function footerOf({ reason, unsubscribe }: Letter): Html {
  return html`<div class="soft" style="${style.footer}">
${paragraph("soft", style.footerLine, reason)}
${unsubscribe && paragraph("soft", style.footerLine, linkTo(unsubscribe.url, unsubscribe.label))}
${paragraph("soft", style.footerLine, html`${instanceName()} · ${linkTo(env().ORIGIN)}`)}
</div>`;
}

/** What lists of mails show beside the subject. */
function previewOf({ event, intro }: Letter): string {
  return event ? [...event.when, ...event.where].join(" · ") : intro;
}
