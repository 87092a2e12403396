import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import type { EventDetails } from "@/lib/events/queries";
import { isListed } from "@/lib/events/rules";
import { ContactNames } from "./contact-names";
import { EventPlace } from "./event-place";
import { EventWhen } from "./event-when";

type EventFactsProps = Pick<EventDetails, "event" | "place" | "contacts"> & {
  readerZone?: string;
  showOnlineAddress: boolean;
  /** Whether the address, if there is one, is all there; else the town at most. */
  showAddress: boolean;
};

/** When and where, what it costs and whom to ask: right below the title. */
export function EventFacts({
  event,
  place,
  contacts,
  readerZone,
  showOnlineAddress,
  showAddress,
}: EventFactsProps) {
  const { placeName, placeAddress, onlineUrl, phone, priceNote, ticketUrl } = event;
  const hasPlacePage = isListed(event) && !event.isAddressHidden;
  const hasPlace = placeName !== "" || placeAddress !== "" || !showAddress;
  return (
    <div className="facts">
      <Fact icon="clock">
        <EventWhen event={event} readerZone={readerZone} />
      </Fact>
      {hasPlace && (
        <Fact icon="pin">
          <EventPlace
            event={event}
            showAddress={showAddress}
            placeSlug={hasPlacePage ? place?.slug : undefined}
          />
        </Fact>
      )}
      {isWebAddress(onlineUrl) && (
        <Fact icon="video">
          <Online url={onlineUrl} isShown={showOnlineAddress} />
        </Fact>
      )}
      {(priceNote || isWebAddress(ticketUrl)) && (
        <Fact icon="ticket">
          <Price note={priceNote} url={ticketUrl} />
        </Fact>
      )}
      {(phone || contacts.length > 0) && (
        <Fact icon="person">
          <Contact phone={phone} contacts={contacts} />
        </Fact>
      )}
    </div>
  );
}

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <div>
      <Icon name={icon} />
      {children}
    </div>
  );
}

function Online({ url, isShown }: { url: string; isShown: boolean }) {
  const t = useTranslations("event");
  return (
    <p>
      <strong>{t("online")}</strong>
      <br />
      {isShown ? (
        <a href={url} rel="external noreferrer nofollow">
          {URL.parse(url)?.host ?? url}
        </a>
      ) : (
        <span className="soft">{t("onlineHidden")}</span>
      )}
    </p>
  );
}

function Price({ note, url }: { note: string; url: string }) {
  const t = useTranslations("event");
  return (
    <p>
      <strong dir="auto">{note || t("tickets")}</strong>
      {isWebAddress(url) && (
        <>
          <br />
          <a href={url} rel="external noreferrer nofollow">
            {note ? t("ticketsAt", { host: hostOf(url) }) : hostOf(url)}
          </a>
        </>
      )}
    </p>
  );
}

function Contact({ phone, contacts }: { phone: string; contacts: EventDetails["contacts"] }) {
  const t = useTranslations("event");
  return (
    <p>
      <strong>{t("contact")}</strong>
      <br />
      <ContactNames contacts={contacts} />
      {contacts.length > 0 && phone && " · "}
      {phone && <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>}
    </p>
  );
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
