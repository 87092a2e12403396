import { useTranslations } from "next-intl";
import { SettingsSection } from "@/components/settings/settings-section";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { unlinkPath } from "@/lib/core/paths";

type LinkedLogin = {
  issuer: string;
  name: string;
  /** Administrators took the provider away. */
  isGone: boolean;
  isLastWayIn: boolean;
};

type ExternalLoginsSectionProps = {
  /** What opens the account already. */
  linked: LinkedLogin[];
  offered: { id: string; name: string; href: string }[];
  /** Why linking did not work, just now. */
  refusal: string | null;
};

/** The accounts elsewhere that open this one; nothing where there are none. */
export function ExternalLoginsSection({ linked, offered, refusal }: ExternalLoginsSectionProps) {
  const t = useTranslations("security.providers");
  if (linked.length + offered.length === 0) return null;
  return (
    <SettingsSection id="ways-in" title={t("title")} lead={t("lead")}>
      {refusal && (
        <Alert tone="refusal" role="alert">
          {refusal}
        </Alert>
      )}
      <ul className="list">
        {linked.map((login) => (
          <Linked key={login.issuer} {...login} />
        ))}
        {offered.map(({ id, name, href }) => (
          <li key={id}>
            <Icon name="external" />
            <strong className="break-words">{name}</strong>
            <ButtonLink href={href} rel="nofollow" small>
              {t("link", { name })}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}

function Linked({ issuer, name, isGone, isLastWayIn }: LinkedLogin) {
  const t = useTranslations("security.providers");
  return (
    <li>
      <Icon name="link" />
      <div>
        <strong className="break-words">{name}</strong>{" "}
        <Chip tone={isGone ? "plain" : "going"}>{t(isGone ? "gone" : "linked")}</Chip>
        {isLastWayIn && <p className="soft small">{t("last")}</p>}
      </div>
      {!isLastWayIn && (
        <ButtonLink href={unlinkPath(issuer)} small>
          {t("unlink", { name })}
        </ButtonLink>
      )}
    </li>
  );
}
