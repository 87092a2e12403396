import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { Avatar } from "@/components/ui/avatar";
import { Icon, type IconName } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { FormAction } from "@/lib/web/form-state";

export type MenuIdentity = {
  handle: string;
  name: string;
  picture?: { src: string; srcSet?: string } | null;
};

export type IdentityMenuProps = {
  current: MenuIdentity;
  others: MenuIdentity[];
  /** Gets `handle`. */
  switchIdentity: FormAction;
  signOut: FormAction;
  links: { href: string; label: string; icon?: IconName }[];
};

/** Who acts, always in sight; another identity is one click away and the page stays. */
export function IdentityMenu({ current, others, switchIdentity, signOut, links }: IdentityMenuProps) {
  const t = useTranslations("layout");
  return (
    <Menu
      summaryClass="who"
      summary={
        <>
          <Avatar name={current.name} picture={current.picture} size="small" />
          <VisuallyHidden>{t("youAre")}</VisuallyHidden>
          <span className="who-name">{current.name}</span>
          <Icon name="chevronDown" size={18} className="menu-arrow" />
        </>
      }
    >
      <p className="menu-title">
        {t("youAre")} <strong>@{current.handle}</strong>
      </p>
      {others.length > 0 && (
        <ButtonForm action={switchIdentity}>
          {others.map((identity) => (
            <button
              key={identity.handle}
              className="menu-item"
              type="submit"
              name="handle"
              value={identity.handle}
            >
              <Avatar name={identity.name} picture={identity.picture} size="small" />
              {t("actAs", { name: identity.name })}
            </button>
          ))}
        </ButtonForm>
      )}
      <hr />
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a className="menu-item" href={link.href}>
              {link.icon && <Icon name={link.icon} size={20} />}
              {link.label}
            </a>
          </li>
        ))}
      </ul>
      <hr />
      <ButtonForm action={signOut}>
        <button className="menu-item" type="submit">
          <Icon name="signOut" size={20} />
          {t("signOut")}
        </button>
      </ButtonForm>
    </Menu>
  );
}
