import { type Html, html } from "./html";
import { accentStyle, style } from "./letter-style";

/** A paragraph in one of the two colours of text; the classes turn dark, the styles are light. */
export function paragraph(tone: "ink" | "soft", css: string, content: string | Html | Html[]): Html {
  return html`<p class="${tone}" style="${css}">${content}</p>\n`;
}

export function linkTo(url: string, words = url.replace(/^https?:\/\//, "")): Html {
  return html`<a class="bell" href="${url}" style="${style.link};${accentStyle().link}">${words}</a>`;
}

/** Word, which shows mails in Outlook, knows no padding of links: it gets spaces that only it sees. */
export function buttonTo({ label, url }: { label: string; url: string }): Html {
  const before = html`<!--[if mso]><i style="mso-font-width:300%;mso-text-raise:20pt" hidden>&emsp;</i><span style="mso-text-raise:10pt"><![endif]-->`;
  const after = html`<!--[if mso]></span><i style="mso-font-width:300%" hidden>&emsp;&#8203;</i><![endif]-->`;
  return html`<a class="on-bell" href="${url}" style="${style.button};${accentStyle().block}">${before}${label}${after}</a>`;
}
