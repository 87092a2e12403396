import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tabs } from "@/components/ui/tabs";
import { Toast } from "@/components/ui/toast";
import { paths } from "@/lib/core/paths";

const sections = ["settings", "security", "notifications", "data"] as const;

type SettingsFrameProps = {
  current: (typeof sections)[number];
  notice?: string | null;
  children: ReactNode;
};

/** What every page about one's own account stands in. */
export function SettingsFrame({ current, notice, children }: SettingsFrameProps) {
  const t = useTranslations("settings");
  const tabs = sections.map((section) => ({
    href: paths[section],
    label: t(`sections.${section}`),
    current: section === current,
  }));
  return (
    <section className="section settings">
      <Toast message={notice} />
      <h1 className="text-step-2">{t("title")}</h1>
      <Tabs label={t("title")} tabs={tabs} />
      {children}
    </section>
  );
}
