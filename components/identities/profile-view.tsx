import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReportLink } from "@/components/moderation/report-link";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Prose } from "@/components/ui/prose";
import { addressOf, editIdentityPath } from "@/lib/core/paths";
import type { AnyProfile } from "@/lib/identities/anywhere";
import { pictureSources } from "@/lib/media/sources";
import { Banner } from "./banner";
import { ProfileLines } from "./profile-lines";

type ProfileViewProps = {
  profile: Pick<
    AnyProfile,
    "handle" | "domain" | "name" | "summaryHtml" | "avatar" | "banner" | "fields" | "remote"
  >;
  /** This server's name, which makes the handle whole for people elsewhere. */
  host: string;
  /** The reader acts as this very identity. */
  isOwn: boolean;
  /** What readers can do about it; its own reader edits. */
  follow?: ReactNode;
  /** What it has announced. */
  children: ReactNode;
};

/** An identity in public: never anything of the account behind it. */
export function ProfileView({ profile, host, isOwn, follow, children }: ProfileViewProps) {
  const t = useTranslations("profile");
  const { name, handle, domain, summaryHtml, avatar, banner, fields, remote } = profile;
  return (
    <>
      <header className="profile h-card">
        <Banner handle={handle} picture={pictureSources(banner)} />
        <Avatar name={name} picture={pictureSources(avatar)} size="large" />
        <div>
          <h1 className="p-name">{name}</h1>
          <p className="soft">
            @{handle}
            <wbr />@{domain ?? host}
          </p>
          {remote && domain && <AtHome host={domain} url={remote.url} />}
        </div>
        {isOwn ? (
          <ButtonLink href={editIdentityPath(handle)}>
            <Icon name="pencil" size={20} />
            {t("edit")}
          </ButtonLink>
        ) : (
          follow
        )}
        {summaryHtml && <Prose className="p-note" html={summaryHtml} />}
        {fields.length > 0 && <ProfileLines fields={fields} />}
      </header>
      {children}
      {!isOwn && <ReportLink kind="identity" name={addressOf(profile)} what={name} />}
    </>
  );
}

/** The page of somebody of another server, there: it knows more of them than this one. */
function AtHome({ host, url }: { host: string; url: string }) {
  const t = useTranslations("profile");
  return (
    <p className="small">
      <a href={url} rel="external nofollow noopener">
        {t("atHome", { host })}
      </a>
    </p>
  );
}
