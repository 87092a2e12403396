import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { calendarFilePath } from "@/lib/core/paths";
import type { CalendarEvent } from "@/lib/feeds/calendar-event";
import { googleCalendarUrl, outlookCalendarUrl } from "@/lib/feeds/calendar-links";

/** The event in the reader's own calendar: as a file, or through the calendars that take a link. */
export function CalendarMenu({ slug, event }: { slug: string; event: CalendarEvent }) {
  const t = useTranslations("event.calendar");
  const services = [
    { label: t("google"), href: googleCalendarUrl(event) },
    { label: t("outlook"), href: outlookCalendarUrl(event, "live") },
    { label: t("office"), href: outlookCalendarUrl(event, "office") },
  ];
  return (
    <Menu
      align="start"
      summary={
        <>
          <Icon name="calendarPlus" size={20} />
          {t("add")}
          <Icon name="chevronDown" size={18} className="menu-arrow" />
        </>
      }
    >
      <a className="menu-item" href={calendarFilePath(slug)}>
        <Icon name="download" size={20} />
        {t("file")}
      </a>
      {services.map(({ label, href }) => (
        <a key={label} className="menu-item" href={href} rel="external noreferrer">
          <Icon name="external" size={20} />
          {label}
        </a>
      ))}
    </Menu>
  );
}
