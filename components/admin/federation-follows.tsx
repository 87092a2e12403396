import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Chip } from "@/components/ui/chip";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { facePath } from "@/lib/core/paths";
import type { ServerFollow } from "@/lib/federation/administration/follows";
import type { FormAction } from "@/lib/web/form-state";
import { FollowServerForm } from "./forms";

type FollowsProps = {
  follows: ServerFollow[];
  actions: { follow: FormAction; unfollow: FormAction };
};

/** Servers that this one follows, and that follow it. */
export function ServerFollows({ follows, actions }: FollowsProps) {
  const t = useTranslations("admin.federation");
  const followed = follows.filter(({ direction }) => direction === "out");
  const followers = follows.filter(({ direction }) => direction === "in");
  return (
    <SettingsSection id="follows" title={t("follows")} lead={t("followsLead")}>
      {followed.length > 0 && (
        <ul className="list">
          {followed.map((one) => (
            <li key={`${one.handle}@${one.domain}`}>
              <Followed one={one} unfollow={actions.unfollow} />
            </li>
          ))}
        </ul>
      )}
      <FollowServerForm action={actions.follow} id="follow-server">
        <TextField
          name="address"
          label={t("followServer")}
          hint={t("followServerHint")}
          placeholder="bells.example"
          required
          maxLength={2000}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <div className="form-actions">
          <SubmitButton variant="plain">{t("follow")}</SubmitButton>
        </div>
      </FollowServerForm>
      {followers.length > 0 && (
        <p>
          {t("followers", { count: followers.length })}{" "}
          <span className="soft">{followers.map(({ domain }) => domain).join(", ")}</span>
        </p>
      )}
    </SettingsSection>
  );
}

function Followed({ one, unfollow }: { one: ServerFollow; unfollow: FormAction }) {
  const t = useTranslations("admin.federation");
  return (
    <>
      <div>
        <strong>{one.domain}</strong>{" "}
        <a className="soft small face-address" href={facePath(one)}>
          @{one.handle}@{one.domain}
        </a>{" "}
        <Chip tone={one.status === "accepted" ? "going" : "waiting"}>{t(`followStatus.${one.status}`)}</Chip>
      </div>
      <ActionForm action={unfollow} id={`unfollow-${one.domain}`}>
        <input type="hidden" name="domain" value={one.domain} />
        <SubmitButton variant="plain" small>
          {t("unfollow")} <VisuallyHidden>{one.domain}</VisuallyHidden>
        </SubmitButton>
      </ActionForm>
    </>
  );
}
