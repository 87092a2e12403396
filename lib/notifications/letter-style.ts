import { colorsOf } from "@/lib/core/look/accent";
import { accentsInUse } from "@/lib/core/look/in-use";
import { type Html, html } from "./html";

const text = "Figtree,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif";
const display = `Bricolage Grotesque,${text}`;

/**
 * Mail programs read styles of elements at best, so the light colours stand in them; Gmail and Outlook ignore the
 * rest, or turn the colours themselves. The colours are those of components/ui/tokens.css; the accent stands in `accentStyle`.
 */
export const style = {
  page: `margin:0;padding:0;background-color:#fbf7f0;color:#1f1b2d;font-family:${text};font-size:17px;line-height:1.55`,
  margins: "padding:32px 12px;background-color:#fbf7f0",
  column: "max-width:560px;margin:0 auto",
  unseen: "display:none;max-height:0;overflow:hidden;opacity:0;mso-hide:all",
  brand: "margin:0 0 16px;padding:0 4px",
  brandLink: `color:#1f1b2d;text-decoration:none;font-family:${display};font-size:22px;font-weight:700;letter-spacing:-.01em`,
  sheet: "background-color:#fffdf9;border:1px solid #e4d9c7;border-radius:12px;padding:28px 24px 32px",
  heading: `margin:0 0 20px;color:#1f1b2d;font-family:${display};font-size:28px;line-height:1.15;font-weight:700;letter-spacing:-.01em`,
  paragraph: "margin:0 0 16px;color:#1f1b2d",
  note: "margin:0 0 16px;color:#5d566b;font-size:15px",
  card: "margin:24px 0;padding:20px 0;border-top:1px solid #e4d9c7;border-bottom:1px solid #e4d9c7",
  date: "float:left;width:68px;margin:0 18px 8px 0;border:1px solid #e4d9c7;border-radius:8px;overflow:hidden;text-align:center;background-color:#fbf7f0",
  weekday:
    "padding:5px 0;font-size:12px;line-height:1.2;font-weight:700;letter-spacing:.06em;text-transform:uppercase",
  day: `padding:6px 0 0;color:#1f1b2d;font-family:${display};font-size:30px;line-height:1;font-weight:800`,
  month: "padding:2px 0 8px;color:#5d566b;font-size:13px;line-height:1.2;font-weight:600",
  details: "overflow:hidden",
  title: `margin:0 0 6px;color:#1f1b2d;font-family:${display};font-size:20px;line-height:1.25;font-weight:700`,
  detail: "margin:0 0 4px;color:#1f1b2d;font-size:16px;line-height:1.45",
  softDetail: "margin:0 0 4px;color:#5d566b;font-size:15px;line-height:1.45",
  clear: "clear:both;font-size:0;line-height:0",
  quoteFrom: "margin:0 0 6px;color:#5d566b;font-size:15px",
  detailLabel: "margin:0 0 2px;color:#5d566b;font-size:15px",
  quote:
    "margin:0 0 24px;padding:12px 16px;border-left:4px solid #f2b33d;background-color:#f3ecdf;color:#1f1b2d;border-radius:0 8px 8px 0",
  action: "margin:28px 0 0",
  button:
    "display:inline-block;padding:13px 26px;border-radius:8px;font-size:17px;line-height:1.3;font-weight:700;text-decoration:none",
  link: "overflow-wrap:anywhere",
  footer: "padding:20px 4px 0;color:#5d566b;font-size:14px;line-height:1.5",
  footerLine: "margin:0 0 8px",
};

/** What carries the accent of this server, on top of the styles above. It is read on paper and sheet as on pages. */
export function accentStyle() {
  const { bell, on } = colorsOf(accentsInUse().light, "light");
  return {
    edge: `border-top:5px solid ${bell}`,
    block: `background-color:${bell};color:${on}`,
    link: `color:${bell}`,
  };
}

/** The dark colours, for those who read classes and media queries (Apple Mail, Thunderbird, many on phones). */
export function darkStyle(): Html {
  const { bell, on } = colorsOf(accentsInUse().dark, "dark");
  return html`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background-color:#17141f!important}
.sheet{background-color:#201c2b!important;border-color:#37314a!important;border-top-color:${bell}!important}
.line{border-color:#37314a!important}
.sunk{background-color:#2b2639!important}
.ink{color:#f3ede2!important}
.soft{color:#b7adc4!important}
.bell{color:${bell}!important}
.on-bell{background-color:${bell}!important;color:${on}!important}
}
</style>`;
}
