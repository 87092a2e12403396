import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tabs } from "@/components/ui/tabs";
import { Toast } from "@/components/ui/toast";
import type { Role } from "@/lib/core/context";
import { paths } from "@/lib/core/paths";

const sections = {
  reports: ["moderator", "administrator"],
  moderationLog: ["moderator", "administrator"],
  registration: ["administrator"],
  invitations: ["administrator"],
  applications: ["moderator", "administrator"],
  adminEvents: ["administrator"],
  federation: ["administrator"],
} satisfies Record<string, Role[]>;

type Section = keyof typeof sections;

type AdminFrameProps = {
  current: Section;
  role: Role;
  /** How many wait to be let in. */
  waiting: number;
  /** How many cases are open, where that is known. */
  open?: number;
  notice?: string | null;
  children: ReactNode;
};

function countOf(section: Section, { waiting, open }: { waiting: number; open: number }): number | undefined {
  if (section === "applications") return waiting || undefined;
  return section === "reports" ? open || undefined : undefined;
}

/** What the pages for those who look after the server stand in; each role sees its own tabs. */
export function AdminFrame({ current, role, waiting, open = 0, notice, children }: AdminFrameProps) {
  const t = useTranslations("admin");
  const own = (Object.keys(sections) as Section[]).filter((key) => (sections[key] as Role[]).includes(role));
  const tabs = own.map((section) => ({
    href: paths[section],
    label: t(`sections.${section}`),
    current: section === current,
    count: countOf(section, { waiting, open }),
  }));
  return (
    <section className="section settings admin">
      <Toast message={notice} />
      <h1 className="text-step-2">{t("title")}</h1>
      <Tabs label={t("title")} tabs={tabs} />
      {children}
    </section>
  );
}
