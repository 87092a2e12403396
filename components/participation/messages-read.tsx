import { useFormatter, useTranslations } from "next-intl";
import type { ReadAnnouncement } from "@/lib/participation/announcements/queries";
import { WithLinks } from "./with-links";

type MessagesReadProps = { messages: ReadAnnouncement[]; zone: string };

/** What hosts wrote to the reader: for nobody else's eyes. The newest is open. */
export function MessagesRead({ messages, zone }: MessagesReadProps) {
  const t = useTranslations("hostMessages.read");
  const format = useFormatter();
  if (messages.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="host-messages">
      <h2 id="host-messages" className="text-step-1">
        {t("title")}
      </h2>
      {messages.map(({ id, subject, body, author, sentAt }, index) => (
        <details key={id} className="more" open={index === 0}>
          <summary dir="auto">{subject || t("from", { name: author ?? t("host") })}</summary>
          <p className="soft small">
            {t("from", { name: author ?? t("host") })}
            {sentAt &&
              `, ${format.dateTime(sentAt, { dateStyle: "medium", timeStyle: "short", timeZone: zone })}`}
          </p>
          <p dir="auto" className="whitespace-pre-line">
            <WithLinks text={body} />
          </p>
        </details>
      ))}
    </section>
  );
}
