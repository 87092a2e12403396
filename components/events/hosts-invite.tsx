import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import { MAX_HOSTS } from "@/lib/events/hosts/input";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";
import { InviteHostForm } from "./hosts-forms";

export type HostChanges = { invite: FormAction; leave: FormAction; remove: FormAction; handOver: FormAction };

type InviteHostProps = {
  event: { id: string };
  acting: Face;
  /** How many host or are asked to. */
  taken: number;
  invite: FormAction;
};

/** One more who may look after the event. By handle alone: nobody is proposed. */
export function InviteHost({ event, acting, taken, invite }: InviteHostProps) {
  const t = useTranslations("hosts.invite");
  if (taken >= MAX_HOSTS) return <p className="soft">{t("full", { max: MAX_HOSTS })}</p>;
  return (
    <section className="panel max-w-xl">
      <h2 className="text-step-1">{t("title")}</h2>
      <p className="soft">{t("text")}</p>
      <InviteHostForm action={invite}>
        <input type="hidden" name="eventId" value={event.id} />
        <TextField
          name="handle"
          label={t("handle")}
          hint={t("handleHint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={31}
        />
        <ActingAs identity={acting} picture={pictureSources(acting.avatar)} />
        <div>
          <SubmitButton>{t("confirm")}</SubmitButton>
        </div>
      </InviteHostForm>
    </section>
  );
}
