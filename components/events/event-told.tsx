import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Event } from "@/db/schema/events";
import { amenityFields, type LinkField, linkFields, toldBy } from "@/lib/events/metadata";

type EventToldProps = {
  event: Pick<Event, "metadata" | "guestsAllowed" | "joinMode">;
  /** Whether the reader may know where it happens online. */
  showOnlineAddress: boolean;
};

/** Where people meet: as much of a secret as the address of the meeting. */
const meeting: LinkField[] = ["liveUrl", "roomUrl"];

/** What else one should know before setting out; nothing where nobody said any of it. */
export function EventTold({ event, showOnlineAddress }: EventToldProps) {
  const t = useTranslations("event.told");
  const told = toldBy(event.metadata);
  const amenities = amenityFields.filter((field) => told[field]);
  const links = linkFields.filter(
    (field) => /^https?:/i.test(told[field]) && (showOnlineAddress || !meeting.includes(field)),
  );
  const isHere = event.joinMode === "free" || event.joinMode === "approval";
  const guests = isHere ? event.guestsAllowed : 0;
  const isEmpty = !told.wheelchair && amenities.length + links.length + told.pairs.length + guests === 0;
  if (isEmpty) return null;
  return (
    <section className="told" aria-labelledby="told">
      <h2 id="told" className="text-step-1">
        {t("title")}
      </h2>
      <dl>
        {told.wheelchair && <Line name={t("wheelchair")}>{t(`wheelchairs.${told.wheelchair}`)}</Line>}
        {amenities.map((field) => (
          <Line key={field} name={t(field)}>
            {t("yes")}
          </Line>
        ))}
        {guests > 0 && <Line name={t("guests")}>{t("guestsAllowed", { count: guests })}</Line>}
        {links.map((field) => (
          <Line key={field} name={t(field)}>
            <Link url={told[field]} />
          </Line>
        ))}
        {told.pairs.map(({ title, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: their order is all that tells two alike apart
          <Line key={index} name={<bdi>{title}</bdi>}>
            {/^https?:\/\/\S+$/i.test(value) ? <Link url={value} /> : <bdi>{value}</bdi>}
          </Line>
        ))}
      </dl>
    </section>
  );
}

function Line({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Link({ url }: { url: string }) {
  return (
    <a href={url} rel="external noreferrer nofollow">
      {URL.parse(url)?.host ?? url}
    </a>
  );
}
