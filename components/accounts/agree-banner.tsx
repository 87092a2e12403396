import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { agreePath } from "@/lib/core/text-paths";

/** On every page that stays open to members who have still to agree: until then they only read. */
export function AgreeBanner({ path }: { path: string }) {
  const t = useTranslations("agreement");
  return (
    <Alert tone="warning" className="mt-5">
      <p>
        {t("banner")} <a href={agreePath(path)}>{t("bannerLink")}</a>
      </p>
    </Alert>
  );
}
