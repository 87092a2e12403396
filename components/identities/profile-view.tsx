import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Prose } from "@/components/ui/prose";
import { editIdentityPath } from "@/lib/core/paths";
import type { Profile } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import { Banner } from "./banner";
import { ProfileLines } from "./profile-lines";

type ProfileViewProps = {
  profile: Pick<Profile, "handle" | "name" | "summaryHtml" | "avatar" | "banner" | "fields">;
  /** The server's name, which makes the handle whole for people elsewhere. */
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
  const { name, handle, summaryHtml, avatar, banner, fields } = profile;
  return (
    <>
      <header className="profile h-card">
        <Banner handle={handle} picture={pictureSources(banner)} />
        <Avatar name={name} picture={pictureSources(avatar)} size="large" />
        <div>
          <h1 className="p-name">{name}</h1>
          <p className="soft">
            @{handle}@{host}
          </p>
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
    </>
  );
}
