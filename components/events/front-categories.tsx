import { useTranslations } from "next-intl";
import { categoryPath, paths } from "@/lib/core/paths";
import type { CategoryInUse } from "@/lib/events/topics";
import { CategoryName } from "./category-name";
import { Cover } from "./cover";
import { FrontBlock } from "./front-block";

/** More tiles than these are a wall. */
const SHOWN = 8;

/** What there is to choose from, as tiles: what most is announced in comes first. */
export function FrontCategories({ categories }: { categories: CategoryInUse[] }) {
  const t = useTranslations("front");
  if (categories.length === 0) return null;
  const more = { href: paths.search, label: t("categories.more") };
  return (
    <FrontBlock id="categories" title={t("categories.title")} more={more}>
      <ul className="tiles">
        {categories.slice(0, SHOWN).map(({ code, total }) => (
          <li key={code} className="tile">
            <Cover seed={code} category={code} />
            <a href={categoryPath(code)}>
              <CategoryName code={code} />
            </a>
            <span className="soft">{t("categories.total", { count: total })}</span>
          </li>
        ))}
      </ul>
    </FrontBlock>
  );
}
