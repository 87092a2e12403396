import { useTranslations } from "next-intl";
import type { Line, Offer } from "./offer";

/** Who may come and how, or why nobody can any more: in words. */
export function OfferText({ offer }: { offer: Offer }) {
  const t = useTranslations("joining.offer");
  if (offer.kind === "line") return <LineText {...offer.line} />;
  if (offer.kind === "elsewhere")
    return <p className="soft">{t(offer.isFull ? "elsewhereFull" : "elsewhere", { host: offer.host })}</p>;
  return <p className="soft">{t(keyOf(offer))}</p>;
}

function keyOf(offer: Exclude<Offer, { kind: "line" | "elsewhere" }>) {
  if (offer.kind === "closed") return offer.reason;
  if (offer.kind === "full") return "full";
  if (!offer.needsApproval) return "free";
  return offer.isFull ? "fullApproval" : "approval";
}

function LineText({ way, inLine, offerHours, waitlistStopsHours }: Line) {
  const t = useTranslations("joining.line");
  const stops = way !== "manual" && waitlistStopsHours > 0;
  return (
    <p className="soft">
      {t(way, { hours: offerHours })} {stops && `${t("stops", { hours: waitlistStopsHours })} `}
      {inLine === 0 && t("first")}
    </p>
  );
}
