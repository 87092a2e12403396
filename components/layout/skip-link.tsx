import { useTranslations } from "next-intl";

/** The first thing Tab reaches. */
export function SkipLink() {
  const t = useTranslations("layout");
  return (
    <a href="#main" className="btn skip">
      {t("skipToContent")}
    </a>
  );
}
