import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { dateText } from "@/lib/core/dates/date-text";
import { casePath } from "@/lib/core/moderation-paths";
import { addressOf } from "@/lib/core/paths";
import type { CaseRow } from "@/lib/moderation/cases/list";

type CaseListProps = {
  cases: CaseRow[];
  zone: string;
  /** The reader's. */
  accountId: string;
};

/** Cases in one line each: what, whose, why, how many say so. */
export function CaseList({ cases, zone, accountId }: CaseListProps) {
  const t = useTranslations("cases");
  const categoryName = useTranslations("moderation.categories");
  const locale = useLocale();
  return (
    <ul className="list case-list">
      {cases.map(({ found, reported, categories }) => (
        <li key={found.id}>
          <p className="row">
            <a className="link font-semibold" href={casePath(found.id)} dir="auto">
              {t("case.title", { kind: t(`kinds.${found.kind}`), title: found.copy.title })}
            </a>
            {categories.map((category) => (
              <Chip key={category}>{categoryName(category)}</Chip>
            ))}
            {found.assigneeId && <Chip>{found.assigneeId === accountId ? t("yours") : t("taken")}</Chip>}
          </p>
          <p className="soft small">
            {t("by", { name: `${reported.name} (@${addressOf(reported)})` })}
            {" · "}
            {t("reports", { count: found.reportCount })}
            {" · "}
            {t("last", { date: dateText(found.reportedAt, { zone, locale, style: "short", year: true }) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
