import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";

/** People sign up on another site: the way there. */
export function JoinElsewhere({ url }: { url: string }) {
  const t = useTranslations("joining");
  const target = /^https?:\/\//i.test(url) ? URL.parse(url) : null;
  if (!target) return null;
  return (
    <ButtonLink href={target.href} rel="external noreferrer nofollow" variant="primary" wide>
      {t("elsewhere", { host: target.host })}
    </ButtonLink>
  );
}
