import { useTranslations } from "next-intl";
import type { Offer } from "./offer";

/** Who may come and how, or why nobody can any more: in words. */
export function OfferText({ offer }: { offer: Offer }) {
  const t = useTranslations("joining.offer");
  return <p className="soft">{t(keyOf(offer))}</p>;
}

function keyOf(offer: Offer) {
  if (offer.kind === "closed") return offer.reason;
  if (offer.kind === "full") return "full";
  if (!offer.needsApproval) return "free";
  return offer.isFull ? "fullApproval" : "approval";
}
