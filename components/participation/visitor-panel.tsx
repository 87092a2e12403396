import { useTranslations } from "next-intl";
import { FromElsewhere } from "@/components/identities/from-elsewhere";
import { ButtonLink } from "@/components/ui/button";
import { eventPath, signInPath } from "@/lib/core/paths";
import type { EventPage } from "@/lib/participation/event-page";
import { useGoingText } from "./join";
import { type ByMail, MailRegister } from "./mail-register";
import { isOpenOffer, type Offer, type OpenOffer } from "./offer";
import { OfferText } from "./offer-text";

type VisitorPanelProps = { page: EventPage; offer: Offer; byMail: ByMail | null };

/** What somebody who is not signed in can do. */
export function VisitorPanel({ page, offer, byMail }: VisitorPanelProps) {
  return (
    <>
      <OfferText offer={offer} />
      {isOpenOffer(offer) && byMail && <MailRegister page={page} offer={offer} byMail={byMail} />}
      {isOpenOffer(offer) && !byMail && <SignInFirst slug={page.event.slug} offer={offer} />}
      {isOpenOffer(offer) && <FromElsewhere uri={page.event.uri} kind="event" />}
    </>
  );
}

function SignInFirst({ slug, offer }: { slug: string; offer: OpenOffer }) {
  const t = useTranslations("joining");
  return (
    <>
      <ButtonLink href={signInPath(eventPath(slug))} variant="primary" wide>
        {useGoingText(offer)}
      </ButtonLink>
      <p className="soft small">{t("signInHint")}</p>
    </>
  );
}
