import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { reportPath } from "@/lib/core/moderation-paths";

type ReportLinkProps = {
  kind: "event" | "comment" | "identity";
  /** See `reportPath`. */
  name: string;
  /** Said to whoever does not see beside what it stands. */
  what: string;
  className?: string;
};

/** Quiet, beside everything that others say and announce. */
export function ReportLink({ kind, name, what, className = "report-link small" }: ReportLinkProps) {
  const t = useTranslations("report");
  return (
    <a className={className} href={reportPath(kind, name)} rel="nofollow">
      {kind !== "comment" && <Icon name="flag" size={16} />}
      {t("link")}
      <VisuallyHidden> {what}</VisuallyHidden>
    </a>
  );
}
