import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import type { Event } from "@/db/schema/events";
import type { FormAction } from "@/lib/web/form-state";
import { KeptUntil } from "./kept-until";

type MailDataProps = {
  /** Null: it is gone. */
  event: Pick<Event, "title" | "startsAt" | "endsAt" | "zone" | "retentionDays"> | null;
  token: string;
  forget: FormAction;
};

/** How long they are known here, and how to be forgotten at once. */
export function MailData({ event, token, forget }: MailDataProps) {
  const t = useTranslations("byMail");
  return (
    <section className="your-data grid gap-3 justify-items-start" aria-labelledby="your-data">
      <h2 id="your-data" className="text-step-1">
        {t("page.yourData")}
      </h2>
      {event && <KeptUntil event={event} />}
      <p className="soft small">{t("page.secret")}</p>
      <Dialog opener={t("forget.open")} variant="danger" small title={t("forget.title")}>
        <p>{event ? t("forget.text", { title: event.title }) : t("forget.textGone")}</p>
        <ActionForm action={forget} id="forget" className="mt-4">
          <input type="hidden" name="token" value={token} />
          <div className="row">
            <SubmitButton variant="danger">{t("forget.confirm")}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </section>
  );
}
