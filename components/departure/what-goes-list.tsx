import { useLocale, useTranslations } from "next-intl";
import { formatShortWhen } from "@/lib/core/dates/when";
import { eventPath } from "@/lib/core/paths";
import type { EndingEvent, WhatGoes } from "@/lib/departure/what-goes";

type WhatGoesListProps = { handle: string; goes: WhatGoes; events: EndingEvent[]; now: Date };

/** What ends with an identity, the gravest first. What there is none of is left out. */
export function WhatGoesList({ handle, goes, events, now }: WhatGoesListProps) {
  const t = useTranslations("departure.goes");
  const { upcoming, past, places, drafts, shared } = goes;
  return (
    <ul className="goes">
      {upcoming > 0 && (
        <li>
          {t.rich("upcoming", { count: upcoming, b: (words) => <strong>{words}</strong> })}
          <ul>
            {events.map((event) => (
              <EndingEventRow key={event.id} event={event} now={now} />
            ))}
            {upcoming > events.length && <li>{t("more", { count: upcoming - events.length })}</li>}
          </ul>
        </li>
      )}
      {shared > 0 && <li>{t("shared", { count: shared })}</li>}
      <li>{t("face")}</li>
      {places > 0 && <li>{t("places", { count: places })}</li>}
      {past > 0 && <li>{t("past", { count: past })}</li>}
      {drafts > 0 && <li>{t("drafts", { count: drafts })}</li>}
      <li>{t("handle", { handle })}</li>
    </ul>
  );
}

function EndingEventRow({ event, now }: { event: EndingEvent; now: Date }) {
  const t = useTranslations("departure.goes");
  const locale = useLocale();
  const { slug, title, people } = event;
  return (
    <li>
      <a href={eventPath(slug)}>{title}</a>
      <br />
      <span className="soft small">
        {t("event", { when: formatShortWhen({ ...event, locale, now }), people })}
      </span>
    </li>
  );
}
