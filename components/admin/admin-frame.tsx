import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Toast } from "@/components/ui/toast";
import type { Role } from "@/lib/core/context";
import { AdminMenu } from "./admin-menu";
import type { Section, SectionCounts } from "./sections";

type AdminFrameProps = {
  current: Section;
  role: Role;
  /** What waits where; see `countForStaff`. */
  counts: SectionCounts;
  /** Of a page below the section's own. */
  title?: string;
  notice?: string | null;
  children: ReactNode;
};

/** What the pages for those who look after the server stand in; each role sees its own. */
export function AdminFrame({ current, role, counts, title, notice, children }: AdminFrameProps) {
  const t = useTranslations("admin");
  return (
    <section className="section admin">
      <Toast message={notice} />
      <p className="admin-title">{t("title")}</p>
      <AdminMenu current={current} role={role} counts={counts} />
      <div className="settings admin-page">
        <h1 className="text-step-2">{title ?? t(`sections.${current}`)}</h1>
        {children}
      </div>
    </section>
  );
}
