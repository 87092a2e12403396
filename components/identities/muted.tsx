import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What contains a word that its reader mutes: folded away until they ask for it. */
export function Muted({ word, children }: { word: string; children: ReactNode }) {
  const t = useTranslations("blocks.words");
  return (
    <details className="muted-words">
      <summary>
        {t("hidden", { word })} <span className="muted-show">{t("show")}</span>
      </summary>
      {children}
    </details>
  );
}
