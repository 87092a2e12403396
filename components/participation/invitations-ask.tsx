import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import type { Event } from "@/db/schema/events";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import { MAX_INVITED } from "@/lib/participation/invitations/input";
import { joinRefusal } from "@/lib/participation/rules";
import type { FormAction } from "@/lib/web/form-state";
import { InviteForm } from "./invitations-forms";

type InvitePersonProps = {
  event: Event;
  /** As whom the reader asks. */
  acting: Face;
  /** How many were asked. */
  asked: number;
  now: Date;
  invite: FormAction;
};

/** One more who is asked to come. By name alone: nobody is proposed. */
export function InvitePerson({ event, acting, asked, now, invite }: InvitePersonProps) {
  const t = useTranslations("inviting");
  const refusal = joinRefusal(event, now);
  if (refusal === "event_cancelled" || refusal === "event_over") return <p className="soft">{t("late")}</p>;
  if (asked >= MAX_INVITED) return <p className="soft">{t("full", { max: MAX_INVITED })}</p>;
  return (
    <section className="panel max-w-xl" aria-labelledby="invite">
      <h2 id="invite" className="text-step-1">
        {t("ask")}
      </h2>
      <p className="soft">{t(event.joinMode === "approval" ? "textApproval" : "text")}</p>
      <InviteForm action={invite}>
        <input type="hidden" name="eventId" value={event.id} />
        <TextField
          name="whom"
          label={t("whom")}
          hint={t("whomHint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={500}
        />
        <ActingAs identity={acting} picture={pictureSources(acting.avatar)} />
        <div>
          <SubmitButton>{t("send")}</SubmitButton>
        </div>
      </InviteForm>
    </section>
  );
}
