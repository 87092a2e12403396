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
  actions: Record<"follow" | "unfollow" | "acceptFollower" | "refuseFollower", FormAction>;
};

/** Servers that this one follows, and that follow it. */
export function ServerFollows({ follows, actions }: FollowsProps) {
  const t = useTranslations("admin.federation");
  const followed = follows.filter(({ direction }) => direction === "out");
  const followers = follows.filter(({ direction, status }) => direction === "in" && status === "accepted");
  const asking = follows.filter(({ direction, status }) => direction === "in" && status === "pending");
  return (
    <>
      <SettingsSection id="follows" title={t("follows")} lead={t("followsLead")}>
        {followed.length > 0 && (
          <ul className="list servers">
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
      </SettingsSection>
      <SettingsSection id="followers" title={t("followersTitle")} lead={t("followersLead")}>
        <Asking asking={asking} actions={actions} />
        {followers.length > 0 && (
          <p>
            {t("followers", { count: followers.length })}{" "}
            <span className="soft">{followers.map(({ domain }) => domain).join(", ")}</span>
          </p>
        )}
        {asking.length + followers.length === 0 && <p className="soft">{t("noFollowers")}</p>}
      </SettingsSection>
    </>
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
      <div className="row">
        <ActionForm action={unfollow} id={`unfollow-${one.domain}`}>
          <input type="hidden" name="domain" value={one.domain} />
          <SubmitButton variant="plain" small>
            {t("unfollow")} <VisuallyHidden>{one.domain}</VisuallyHidden>
          </SubmitButton>
        </ActionForm>
      </div>
    </>
  );
}

function Asking({ asking, actions }: { asking: ServerFollow[]; actions: FollowsProps["actions"] }) {
  const t = useTranslations("admin.federation");
  if (asking.length === 0) return null;
  return (
    <>
      <h3 className="text-body">{t("asking", { count: asking.length })}</h3>
      <ul className="list servers">
        {asking.map(({ id, domain, handle }) => (
          <li key={id}>
            <p>
              <strong>{domain}</strong>{" "}
              <span className="soft small face-address">{`@${handle}@${domain}`}</span>
            </p>
            <div className="row">
              {(["acceptFollower", "refuseFollower"] as const).map((answer) => (
                <ActionForm key={answer} action={actions[answer]} id={`${answer}-${id}`}>
                  <input type="hidden" name="followId" value={id} />
                  <SubmitButton variant="plain" small>
                    {t(answer)} <VisuallyHidden>{domain}</VisuallyHidden>
                  </SubmitButton>
                </ActionForm>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
