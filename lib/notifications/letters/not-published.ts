import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import { translator } from "@/lib/core/messages";
import { editEventPath } from "@/lib/core/paths";
import type { Reader } from "../event-card";
import type { Letter } from "../letter";
import { fullName, type Happening } from "../people";

/** Why a draft could not publish itself: slugs that `refusals` puts into words. */
export type Obstacle =
  | "title_too_short"
  | "start_missing"
  | "event_in_the_past"
  | "events_not_for_you"
  | "words_not_allowed";

/** Tells the organiser that a draft did not publish itself at the chosen time. */
export function notPublishedLetter(
  { event, organizer }: Happening,
  obstacles: Obstacle[],
  { locale }: Reader,
): Letter {
  const t = translator(locale, "mail.notPublished");
  const sentenceOf = translator(locale, "refusals");
  return {
    locale,
    subject: t("subject", { title: event.title || t("untitled") }),
    heading: t("heading"),
    name: organizer.name,
    intro: t("intro", { title: event.title || t("untitled") }),
    notes: [...obstacles.map((obstacle) => sentenceOf(obstacle)), t("whatNow")],
    button: { label: t("button"), url: env().ORIGIN + editEventPath(event.slug) },
    reason: t("reason", { identity: fullName(organizer), instance: instanceName() }),
  };
}
