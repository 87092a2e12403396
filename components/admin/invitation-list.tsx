import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ListedInvitation } from "@/lib/accounts/invitation-list";
import { dateText } from "@/lib/core/dates/date-text";
import { invitationPath } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";

type InvitationListProps = {
  invitations: ListedInvitation[];
  origin: string;
  /** The reader's own: in it links run out. */
  zone: string;
  end: FormAction;
};

export function InvitationList({ invitations, ...props }: InvitationListProps) {
  return (
    <ul className="list invitations">
      {invitations.map((invitation) => (
        <li key={invitation.id}>
          <InvitationRow {...props} invitation={invitation} />
        </li>
      ))}
    </ul>
  );
}

type InvitationRowProps = Omit<InvitationListProps, "invitations"> & { invitation: ListedInvitation };

function InvitationRow({ invitation, origin, zone, end }: InvitationRowProps) {
  const t = useTranslations("admin.invitations");
  const { note, isUsable } = invitation;
  const address = origin + invitationPath(invitation.code);
  return (
    <>
      <p>
        <strong>{note || t("noNote")}</strong>{" "}
        <Chip tone={isUsable ? "going" : "plain"}>{isUsable ? t("works") : t("over")}</Chip>
        <br />
        <Limits invitation={invitation} zone={zone} />
      </p>
      {isUsable && (
        <>
          <p className="invitation-link">
            <code>{address}</code>
          </p>
          <div className="row">
            <button type="button" className="btn btn-small" data-copy={address} data-done={t("copied")}>
              <Icon name="link" size={18} />
              {t("copy")}
              <VisuallyHidden>{note}</VisuallyHidden>
            </button>
            <EndInvitation invitation={invitation} end={end} />
          </div>
        </>
      )}
    </>
  );
}

function Limits({
  invitation: { uses, maxUses, expiresAt },
  zone,
}: Omit<InvitationRowProps, "origin" | "end">) {
  const t = useTranslations("admin.invitations");
  const locale = useLocale();
  const date = expiresAt && dateText(expiresAt, { zone, locale, style: "long", year: true });
  return (
    <span className="soft small">
      {maxUses === null ? t("used", { uses }) : t("usedOf", { uses, maxUses })}
      {date && ` · ${t("until", { date })}`}
    </span>
  );
}

function EndInvitation({ invitation: { id, note }, end }: Pick<InvitationRowProps, "invitation" | "end">) {
  const t = useTranslations("admin.invitations");
  return (
    <Dialog
      opener={
        <>
          {t("end")}
          <VisuallyHidden>{note}</VisuallyHidden>
        </>
      }
      variant="quiet"
      small
      title={note ? t("endNamedTitle", { note }) : t("endTitle")}
    >
      <p>{t("endExplained")}</p>
      <ActionForm action={end} id={`end-${id}`}>
        <input type="hidden" name="invitationId" value={id} />
        <SubmitButton variant="danger">{t("endConfirm")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
