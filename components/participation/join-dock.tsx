import { useLocale, useTranslations } from "next-intl";
import { Dock } from "@/components/layout/dock";
import { ButtonLink } from "@/components/ui/button";
import { formatShortWhen } from "@/lib/core/dates/when";
import { eventPath, signInPath } from "@/lib/core/paths";
import type { EventPage } from "@/lib/participation/event-page";
import { countsElsewhere } from "@/lib/participation/rules";
import { useGoingText } from "./join";
import { BY_MAIL } from "./mail-register";
import { isOpenOffer, type Offer, placesLeft } from "./offer";
import { candidatesOf, type EventReader, isOrganizer, standingsOf } from "./reader";

type JoinDockProps = {
  page: EventPage;
  offer: Offer;
  reader?: EventReader;
  /** Visitors can answer on this very page. */
  isOpenToMail: boolean;
};

/** On phones the action stays in reach while one reads; nothing where there is nothing to do. */
export function JoinDock({ page, offer, reader, isOpenToMail }: JoinDockProps) {
  const { event, remote } = page;
  const t = useTranslations("joining");
  const locale = useLocale();
  const going = useGoingText(offer);
  if (!isOpenOffer(offer) || !event.startsAt) return null;
  if (reader && !canStillJoin(reader, event)) return null;
  const told = event.guestList === "hidden" ? null : placesLeft(event, page.taken);
  const left = remote ? countsElsewhere(remote).left : told;
  const when = formatShortWhen({ startsAt: event.startsAt, zone: event.zone, locale });
  // Browsers unfold what hides the field that an address leads to.
  const visitor = isOpenToMail ? `#${BY_MAIL}-email` : signInPath(eventPath(event.slug));
  const href = reader ? "#take-part" : visitor;
  return (
    <Dock title={left ? t("dockPlaces", { left }) : when} detail={left ? when : undefined}>
      <ButtonLink href={href} variant="primary">
        {going}
      </ButtonLink>
    </Dock>
  );
}

function canStillJoin(reader: EventReader, event: EventPage["event"]): boolean {
  const isNew = standingsOf(reader).length === 0 && candidatesOf(reader, event).length > 0;
  return isNew && !isOrganizer(reader, event);
}
