import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip, ChipLink } from "@/components/ui/chip";
import { Prose } from "@/components/ui/prose";
import type { RemoteEvent } from "@/db/schema/remote-events";
import { env } from "@/lib/core/env";
import { categoryPath, eventPath, tagPath } from "@/lib/core/paths";
import type { EventDetails } from "@/lib/events/queries";
import { isListed, isOff } from "@/lib/events/rules";
import { withSources } from "@/lib/media/sources";
import { CategoryName } from "./category-name";
import { Cover } from "./cover";
import { coverPicture } from "./cover-picture";
import { DateBlock } from "./date-block";
import { EventBanner } from "./event-banner";
import { EventFacts } from "./event-facts";
import { EventMap } from "./event-map";
import { EventOrigin } from "./event-origin";
import { EventTold } from "./event-told";
import { HostNames } from "./host-names";

type EventViewProps = EventDetails & {
  now: Date;
  /** Of an event of another server; null: it is of this one. */
  remote: RemoteEvent | null;
  /** The zone of a member's account; a visitor's is found out in the browser. */
  readerZone?: string;
  showOnlineAddress: boolean;
  /** Whether the address, if there is one, is all there; else the town at most. */
  showAddress: boolean;
  /** Ids of those who announce it whose pages the reader may open. */
  openable: Set<string>;
  /** Where it is reported; none for whoever announces it. */
  report?: ReactNode;
  /** What one can do here: takes the right column, or stands below on phones. */
  children: ReactNode;
};

export function EventView({ children, report, ...details }: EventViewProps) {
  const { event, picture, tags, now, remote } = details;
  const shown = coverPicture(picture, event);
  return (
    <div className="event">
      <article className="h-event">
        <EventBanner event={event} now={now} />
        <data className="u-url u-uid" value={remote?.url ?? env().ORIGIN + eventPath(event.slug)} />
        <Cover
          className={shown ? "u-featured" : undefined}
          seed={event.slug}
          category={event.category}
          picture={shown}
          sizes="(max-width: 47.5rem) 100vw, 728px"
          eager
        />
        <Headline {...details} />
        {remote && event.domain && <EventOrigin host={event.domain} url={remote.url} />}
        <EventFacts {...details} />
        <EventMap {...details} />
        {event.descriptionHtml && <Description {...details} />}
        <EventTold {...details} />
        {tags.length > 0 && <Tags tags={tags} hasPages={isListed(event)} />}
        {report}
      </article>
      {children}
    </div>
  );
}

function Headline({
  event,
  ...announced
}: Pick<EventViewProps, "event" | "organizer" | "hosts" | "openable">) {
  const t = useTranslations("event");
  return (
    <div className="headline">
      {event.startsAt && (
        <DateBlock start={event.startsAt} end={event.endsAt} timeZone={event.zone} isOff={isOff(event)} />
      )}
      <div>
        <p className="row">
          {isListed(event) ? (
            <ChipLink href={categoryPath(event.category)}>
              <CategoryName code={event.category} />
            </ChipLink>
          ) : (
            <Chip>
              <CategoryName code={event.category} />
            </Chip>
          )}
          <HostNames {...announced} />
        </p>
        <h1 dir="auto" className={event.title.length > 70 ? "p-name text-step-2" : "p-name"}>
          {event.title || t("untitled")}
        </h1>
      </div>
    </div>
  );
}

function Description({ event, textPictures }: Pick<EventDetails, "event" | "textPictures">) {
  const { descriptionHtml, language } = event;
  const t = useTranslations("event");
  return (
    <>
      <h2 className="sr-only">{t("description")}</h2>
      <Prose
        className="e-content"
        html={withSources(descriptionHtml, textPictures)}
        lang={language === "und" ? undefined : language}
      />
    </>
  );
}

/** What stands in no list may be the only one with its tag: there would be no page. */
function Tags({ tags, hasPages }: { tags: string[]; hasPages: boolean }) {
  const t = useTranslations("event");
  return (
    <ul className="row mt-6" aria-label={t("tags")}>
      {tags.map((tag) => (
        <li key={tag}>
          {hasPages ? (
            <ChipLink href={tagPath(tag)} rel="tag">
              <TagName tag={tag} />
            </ChipLink>
          ) : (
            <Chip>
              <TagName tag={tag} />
            </Chip>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The sign is for the eye: what readers of microformats take is the tag. */
function TagName({ tag }: { tag: string }) {
  return (
    <span dir="auto">
      #<span className="p-category">{tag}</span>
    </span>
  );
}
