import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { Avatar } from "@/components/ui/avatar";
import { Button, ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { ActorRow } from "@/db/schema/actors";
import { editIdentityPath, identityPath } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";

type ListedIdentity = {
  handle: string;
  name: string;
  visibility: ActorRow["visibility"];
  picture: { src: string; srcSet?: string } | null;
};

type IdentityListProps = {
  identities: ListedIdentity[];
  /** Handle of the one that acts now. */
  acting: string;
  switchIdentity: FormAction;
};

/** All faces of one account, for that account alone. */
export function IdentityList({ identities, acting, switchIdentity }: IdentityListProps) {
  const t = useTranslations("identities");
  return (
    <ul className="list">
      {identities.map(({ handle, name, visibility, picture }) => (
        <li key={handle}>
          <Avatar name={name} picture={picture} />
          <div>
            <strong>{name}</strong> <span className="soft small">@{handle}</span>{" "}
            {handle === acting && <Chip tone="going">{t("actingNow")}</Chip>}
            <br />
            <a className="small" href={identityPath(handle)}>
              {t("publicPage", { name })}
            </a>
            {visibility === "participants" && <span className="soft small"> · {t("hiddenPage")}</span>}
          </div>
          <div className="row">
            {handle !== acting && (
              <ButtonForm action={switchIdentity}>
                <input type="hidden" name="handle" value={handle} />
                <Button type="submit">{t("actAs", { name })}</Button>
              </ButtonForm>
            )}
            <ButtonLink href={editIdentityPath(handle)}>{t("edit", { name })}</ButtonLink>
          </div>
        </li>
      ))}
    </ul>
  );
}
