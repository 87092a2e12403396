import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { ShareButton } from "@/components/ui/share-button";
import { shareOnMastodonPath } from "@/lib/core/paths";
import { shareByMail, shareServices } from "@/lib/feeds/share-urls";

type ShareLinksProps = { slug: string; url: string; title: string };

/** Ways to tell others: the device's own, the link, a mail, and services by plain links. Without scripts these are left. */
export function ShareLinks({ slug, url, title }: ShareLinksProps) {
  const t = useTranslations("event.share");
  return (
    <div className="row share">
      <ShareButton url={url} title={title} />
      <button type="button" className="link" data-copy={url} data-done={t("copied")}>
        <Icon name="link" size={18} />
        {t("copy")}
      </button>
      <Menu
        summaryClass="link"
        summary={
          <>
            {t("more")}
            <Icon name="chevronDown" size={18} className="menu-arrow" />
          </>
        }
      >
        <a className="menu-item" href={shareByMail({ url, title })}>
          <Icon name="mail" size={20} />
          {t("mail")}
        </a>
        <Mastodon slug={slug} url={url} title={title} />
        {shareServices({ url, title }).map(({ name, href }) => (
          <a key={name} className="menu-item" href={href} rel="external noopener noreferrer">
            <Icon name="external" size={20} />
            {name}
          </a>
        ))}
      </Menu>
    </div>
  );
}

/** Everybody has a server of their own there: a page asks which, and the enhancement module remembers it. */
function Mastodon({ slug, url, title }: ShareLinksProps) {
  const t = useTranslations("event.share");
  const path = shareOnMastodonPath(slug);
  return (
    <>
      <a className="menu-item" href={path} data-mastodon={`${title}\n${url}`} suppressHydrationWarning>
        <Icon name="external" size={20} />
        Mastodon
      </a>
      <a className="menu-item" href={path} data-mastodon-other="" hidden suppressHydrationWarning>
        <Icon name="external" size={20} />
        {t("otherServer")}
      </a>
    </>
  );
}
