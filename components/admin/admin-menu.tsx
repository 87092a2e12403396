import { useTranslations } from "next-intl";
import type { Role } from "@/lib/core/context";
import { paths } from "@/lib/core/paths";
import { type Group, type Section, type SectionCounts, sections, sectionsFor } from "./sections";

type AdminMenuProps = { current: Section; role: Role; counts: SectionCounts };

/** Groups and their pages. Where there is little room, only the pages of the group in which one is are seen. */
export function AdminMenu({ current, role, counts }: AdminMenuProps) {
  const t = useTranslations("admin");
  return (
    <nav className="admin-menu" aria-label={t("title")}>
      <ul>
        {sectionsFor(role).map(({ group, own }) => (
          <GroupItem key={group} {...{ group, own, current, counts }} />
        ))}
      </ul>
    </nav>
  );
}

type GroupItemProps = { group: Group; own: Section[]; current: Section; counts: SectionCounts };

function GroupItem({ group, own, current, counts }: GroupItemProps) {
  const t = useTranslations("admin");
  const isHere = sections[current].group === group;
  const isAlone = own.length === 1;
  const waiting = own.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
  return (
    <li className={isAlone ? "admin-group is-alone" : "admin-group"}>
      <a href={paths[own[0]!]} aria-current={isHere ? (isAlone ? "page" : "true") : undefined}>
        {isAlone ? t(`sections.${own[0]!}`) : t(`groups.${group}`)}
        {waiting > 0 && <small>{shown(waiting)}</small>}
      </a>
      {!isAlone && (
        <ul>
          {own.map((key) => (
            <li key={key}>
              <a href={paths[key]} aria-current={key === current ? "page" : undefined}>
                {t(`sections.${key}`)}
                {counts[key] ? <small>{shown(counts[key])}</small> : null}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** There is little room, and beyond that not everything is counted. */
function shown(count: number): string {
  return count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
}

const MOST_SHOWN = 999;
