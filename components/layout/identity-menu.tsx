import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Icon, type IconName } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export type MenuIdentity = {
  handle: string;
  name: string;
  picture?: { src: string; srcSet?: string } | null;
};

/** An address to post to, or a server action. */
type FormTarget = string | ((formData: FormData) => void | Promise<void>);

export type IdentityMenuProps = {
  current: MenuIdentity;
  others: MenuIdentity[];
  /** Gets `handle` and `return`, the page to come back to. */
  switchIdentity: FormTarget;
  signOut: FormTarget;
  returnTo: string;
  links: { href: string; label: string; icon?: IconName }[];
};

/** Who acts, always in sight; another identity is one click away and the page stays. */
export function IdentityMenu({
  current,
  others,
  switchIdentity,
  signOut,
  returnTo,
  links,
}: IdentityMenuProps) {
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
        <form {...postTo(switchIdentity)}>
          <input type="hidden" name="return" value={returnTo} />
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
        </form>
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
      <form {...postTo(signOut)}>
        <button className="menu-item" type="submit">
          <Icon name="signOut" size={20} />
          {t("signOut")}
        </button>
      </form>
    </Menu>
  );
}

/** React sets the method of a server action itself, and complains when it is said twice. */
function postTo(target: FormTarget) {
  return typeof target === "string" ? { action: target, method: "post" as const } : { action: target };
}
