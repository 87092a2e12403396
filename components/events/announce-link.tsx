import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";
import { viewerMakesEvents } from "@/lib/web/event-makers";

/** Leads to the form of a new event; whoever may announce none is led to what is on instead. For pages of members. */
export async function AnnounceLink({ label }: { label: string }) {
  if (await viewerMakesEvents())
    return (
      <ButtonLink href={paths.newEvent} variant="primary">
        {label}
      </ButtonLink>
    );
  const t = await getTranslations("events.makers");
  return <ButtonLink href={paths.front}>{t("seeEvents")}</ButtonLink>;
}
