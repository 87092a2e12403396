import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { eventPath, signInPath } from "@/lib/core/paths";
import type { Offer } from "./offer";
import { OfferText } from "./offer-text";

/** What somebody without an account here can do. */
export function VisitorPanel({ slug, offer }: { slug: string; offer: Offer }) {
  const t = useTranslations("joining");
  return (
    <>
      <OfferText offer={offer} />
      {offer.kind === "open" && (
        <>
          <ButtonLink href={signInPath(eventPath(slug))} variant="primary" wide>
            {offer.needsApproval ? t("ask") : t("takePart")}
          </ButtonLink>
          <p className="soft small">{t("signInHint")}</p>
        </>
      )}
    </>
  );
}
