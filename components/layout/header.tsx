import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { paths } from "@/lib/core/paths";
import type { InstanceLook } from "@/lib/instance/frame";
import { Brand } from "./brand";
import type { Theme } from "./footer";
import { IdentityMenu, type IdentityMenuProps } from "./identity-menu";

export type HeaderLink = { href: string; label: string; current?: boolean };

type HeaderProps = {
  siteName: string;
  look: InstanceLook;
  theme: Theme;
  links: HeaderLink[];
  /** Who acts; nobody for visitors. */
  viewer?: IdentityMenuProps;
  /** Whether they may announce events here. */
  mayAnnounce?: boolean;
  signInHref?: string;
  /** No address: nobody can make an account here. */
  signUpHref?: string;
};

export function Header(props: HeaderProps) {
  const { links, viewer, mayAnnounce = true, signInHref = "/sign-in", signUpHref, ...brand } = props;
  const t = useTranslations("layout");
  return (
    <header className="top">
      <div className="wrap">
        <Brand {...brand} />
        <nav aria-label={t("mainNavigation")}>
          {links.map((link) => (
            <a key={link.href} href={link.href} aria-current={link.current ? "page" : undefined}>
              {link.label}
            </a>
          ))}
        </nav>
        <div className="top-end">
          <ButtonLink href={paths.search} variant="quiet" className="top-search">
            <Icon name="search" size={20} />
            <span className="label-on-desk">{t("search")}</span>
          </ButtonLink>
          {viewer ? (
            <>
              {mayAnnounce && (
                <ButtonLink href={paths.newEvent} variant="primary">
                  <Icon name="plus" size={20} />
                  <span className="label-on-desk">{t("announce")}</span>
                </ButtonLink>
              )}
              <IdentityMenu {...viewer} />
            </>
          ) : (
            <>
              <ButtonLink href={signInHref} variant={signUpHref ? "quiet" : "plain"}>
                {t("signIn")}
              </ButtonLink>
              {signUpHref && (
                <ButtonLink href={signUpHref} className="on-desk">
                  {t("createAccount")}
                </ButtonLink>
              )}
            </>
          )}
        </div>
      </div>
    </header>
  );
}
