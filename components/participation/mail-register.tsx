import { useLocale, useTranslations } from "next-intl";
import { Honeypot } from "@/components/accounts/honeypot";
import { TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { buttonClass } from "@/components/ui/button";
import type { EventQuestion } from "@/db/schema/event-questions";
import { eventPath, signInPath } from "@/lib/core/paths";
import type { EventPage } from "@/lib/participation/event-page";
import type { FormAction } from "@/lib/web/form-state";
import { AnswerButtons } from "./answer-buttons";
import { useGoingText } from "./join";
import { KeptUntil } from "./kept-until";
import { RegisterForm } from "./mail-forms";
import type { OpenOffer } from "./offer";
import { ReplyFields } from "./reply-fields";
import { UnfoldedWhenRefused } from "./unfolded-when-refused";

/** What makes it possible to answer without an account. */
export type ByMail = { questions: EventQuestion[]; register: FormAction };

/** The form, whose fields are called after it. */
export const BY_MAIL = "by-mail";

type MailRegisterProps = { page: EventPage; offer: OpenOffer; byMail: ByMail };

/**
 * Somebody's answer without an account, which most visitors have not: the one action of the page. It stands on a page
 * that is kept for all visitors, and whose form the member's page answers.
 */
export function MailRegister({ page: { event, organizer }, offer, byMail }: MailRegisterProps) {
  const t = useTranslations("byMail");
  const forms = useTranslations("forms");
  const locale = useLocale();
  const going = useGoingText(offer);
  return (
    <FormTexts>
      <RegisterForm action={byMail.register} id={BY_MAIL}>
        <UnfoldedWhenRefused
          summary={going}
          heading={t("noAccount")}
          className={buttonClass({ variant: "primary", wide: true })}
        >
          <input type="hidden" name="eventId" value={event.id} />
          <TextField
            name="email"
            type="email"
            label={t("email")}
            hint={t("emailHint")}
            autoComplete="email"
            maxLength={254}
            required
          />
          <TextField
            name="name"
            label={t("name")}
            hint={t("nameHint")}
            optional={forms("optional")}
            autoComplete="name"
            maxLength={80}
          />
          <ReplyFields
            event={namedToNobody(event)}
            organizer={organizer.name}
            questions={byMail.questions}
            isNoteOpen={offer.kind === "open" && offer.needsApproval}
          />
          <Honeypot />
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="zone" data-zone-of-browser="" />
          <p className="soft small">{t("next")}</p>
          <AnswerButtons going={going} others={["maybe", "declined"]} />
          <KeptUntil event={event} />
        </UnfoldedWhenRefused>
      </RegisterForm>
      <p className="small">
        {t.rich("haveAccount", {
          link: (words) => <a href={signInPath(eventPath(event.slug))}>{words}</a>,
        })}
      </p>
    </FormTexts>
  );
}

/** Who comes without an account is counted and never named to other participants: there is nothing to hide. */
export function namedToNobody<E extends Pick<EventPage["event"], "guestsAllowed">>({ guestsAllowed }: E) {
  return { domain: null, guestsAllowed, guestList: "hosts" as const };
}
