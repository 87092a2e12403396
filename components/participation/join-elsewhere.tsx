import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";

/** People sign up on another site: the way there. */
export function JoinElsewhere({ url }: { url: string }) {
  const t = useTranslations("joining.elsewhere");
  const target = /^https?:\/\//i.test(url) ? URL.parse(url) : null;
  if (!target) return null;
  return (
    <ButtonLink href={target.href} rel="external noreferrer nofollow" variant="primary" wide>
      {t("signUp", { host: target.host })}
    </ButtonLink>
  );
}

/** Another server says nothing of how one takes part: its own page does. */
export function OpenElsewhere({ url }: { url: string }) {
  const t = useTranslations("joining.elsewhere");
  const host = URL.parse(url)?.host;
  if (!host) return null;
  return (
    <ButtonLink href={url} rel="external nofollow noopener" variant="primary" wide>
      {t("open", { host })}
    </ButtonLink>
  );
}
