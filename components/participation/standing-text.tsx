import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatShortWhen } from "@/lib/core/dates/when";
import type { Standing } from "./reader";

type StandingTextProps = {
  standing: Standing;
  zone: string;
  /** The server that decides about it; null: this one. */
  host: string | null;
};

/** What there is to know about one's own answer. */
export function StandingText({ standing: { status, own }, zone, host }: StandingTextProps) {
  const t = useTranslations("joining");
  const locale = useLocale();
  const party = usePartyText(own);
  const timeOf = (startsAt: Date) => formatShortWhen({ startsAt, zone, locale });
  const until = own.offerEndsAt && timeOf(own.offerEndsAt);
  const lines = [
    status === "pending" && t("askedOn", { time: timeOf(own.createdAt) }),
    status === "pending" && (host ? t("elsewhere.pending", { host }) : t("pendingText")),
    host && status === "pending" && t("elsewhere.unanswered"),
    host && status === "unheard" && t("elsewhere.unheard", { host, time: timeOf(own.createdAt) }),
    status === "unheard" && t("elsewhere.justGo"),
    host && status === "waitlisted" && t("elsewhere.waitlisted", { host }),
    !host && status === "waitlisted" && own.position !== null && t("position", { position: own.position }),
    status === "offered" && until && t("offeredText", { time: until }),
    status === "rejected" && t("rejectedText"),
    status === "rejected" && own.decidedAt && t("answeredOn", { time: timeOf(own.decidedAt) }),
    party && t("bringing", { who: party }),
    own.isHidden && status === "approved" && t("hiddenNow"),
  ].filter((line) => typeof line === "string");
  if (lines.length === 0) return null;
  return (
    <div className="soft small standing-more">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {status === "rejected" && own.reason && (
        <>
          <p>{t("rejectedReason")}</p>
          <blockquote dir="auto" className="whitespace-pre-line">
            {own.reason}
          </blockquote>
        </>
      )}
    </div>
  );
}

function usePartyText({ adults, children }: Standing["own"]): string {
  const t = useTranslations("joining");
  const format = useFormatter();
  const parts = [
    adults > 0 && t("adultsCount", { count: adults }),
    children > 0 && t("childrenCount", { count: children }),
  ].filter((part) => typeof part === "string");
  return format.list(parts);
}
