import { useTranslations } from "next-intl";
import { ButtonLink } from "./button";

type PagerProps = {
  page: number;
  pageCount: number;
  /** The address of a page; it keeps the filters. */
  hrefOf: (page: number) => string;
};

export function Pager({ page, pageCount, hrefOf }: PagerProps) {
  const t = useTranslations("ui");
  if (pageCount <= 1) return null;
  return (
    <nav className="pager" aria-label={t("pages")}>
      {page > 1 ? (
        <ButtonLink href={hrefOf(page - 1)} rel="prev">
          {t("previousPage")}
        </ButtonLink>
      ) : (
        <span />
      )}
      <span className="soft">{t("pageOf", { page, pageCount })}</span>
      {page < pageCount ? (
        <ButtonLink href={hrefOf(page + 1)} rel="next">
          {t("nextPage")}
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
