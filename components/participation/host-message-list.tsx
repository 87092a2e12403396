import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import type { Event } from "@/db/schema/events";
import { formatWhen } from "@/lib/core/dates/when";
import type { Face } from "@/lib/identities/queries";
import { audiences, statusesOf } from "@/lib/participation/announcements/input";
import type { WrittenAnnouncement } from "@/lib/participation/announcements/queries";
import type { FormAction } from "@/lib/web/form-state";

type HostMessageListProps = {
  event: Event;
  acting: Face;
  written: WrittenAnnouncement[];
  cancel: FormAction;
};

/** What hosts have written, the newest first; what waits for its time can be taken back. */
export function HostMessageList({ event, acting, written, cancel }: HostMessageListProps) {
  const t = useTranslations("hostMessages");
  if (written.length === 0) return null;
  return (
    <>
      <h2 className="text-step-1 mt-8 mb-3">{t("written")}</h2>
      <ul className="list max-w-2xl">
        {written.map((message) => (
          <li key={message.id} className="block">
            <Head event={event} message={message} />
            {message.subject && (
              <p dir="auto" className="font-semibold">
                {message.subject}
              </p>
            )}
            <p dir="auto" className="whitespace-pre-line">
              {message.body}
            </p>
            {!message.sentAt && <TakeBack acting={acting} message={message} cancel={cancel} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Head({ event: { zone }, message }: { event: Event; message: WrittenAnnouncement }) {
  const t = useTranslations("hostMessages");
  const locale = useLocale();
  const time = formatWhen({ startsAt: message.sentAt ?? message.sendAt, endsAt: null, zone, locale });
  const to = audiences.filter((each) =>
    statusesOf[each].every((status) => message.statuses.includes(status)),
  );
  return (
    <p className="soft small">
      {!message.sentAt && <Chip tone="waiting">{t("planned")}</Chip>}{" "}
      {t(message.sentAt ? "sentOn" : "sendsOn", { time, name: message.author ?? t("somebodyGone") })}{" "}
      {to.map((each) => t(`group.${each}`)).join(", ")}
      {message.sentAt && ` · ${t("recipients", { people: message.recipients })}`}
    </p>
  );
}

type TakeBackProps = { acting: Face; message: WrittenAnnouncement; cancel: FormAction };

function TakeBack({ acting, message, cancel }: TakeBackProps) {
  const t = useTranslations("hostMessages.takeBack");
  return (
    <Dialog opener={t("open")} small title={t("title")}>
      <p>{t("text")}</p>
      <ActionForm id={`take-back-${message.id}`} action={cancel} className="mt-4">
        <input type="hidden" name="announcementId" value={message.id} />
        <input type="hidden" name="as" value={acting.handle} />
        <div className="row">
          <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
