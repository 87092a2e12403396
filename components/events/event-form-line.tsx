import { useTranslations } from "next-intl";
import { RadioField, SelectField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { questionsPath } from "@/lib/core/participation-paths";
import { EventFormMore } from "./event-form-more";
import { type EventFormValues, emptyValues } from "./event-form-values";

/** How many questions there are; `slug`: of an event that was announced, whose questions have a page of their own. */
export type Asking = { asked: number; slug?: string };

type EventFormLineProps = { values: EventFormValues; asking: Asking };

const usual = emptyValues("UTC");
const names = ["placesAside", "waitlist", "offerHours", "waitlistStopsHours", "retentionDays"] as const;

/** Who comes next when it is full, what people are asked, and how long what they say is kept. */
export function EventFormLine({ values, asking }: EventFormLineProps) {
  const t = useTranslations("eventForm");
  return (
    <EventFormMore
      title={t("line")}
      summary={t("lineSummary")}
      names={[...names]}
      isOpen={asking.asked > 0 || names.some((name) => values[name] !== usual[name])}
    >
      <Line values={values} />
      <Questions asking={asking} />
      <SelectField
        name="retentionDays"
        label={t("retentionDays")}
        hint={t("retentionDaysHint")}
        defaultValue={values.retentionDays}
        options={daysOffered(values.retentionDays).map((days) => ({
          value: String(days),
          label: t("days", { days }),
        }))}
      />
    </EventFormMore>
  );
}

/** Hours of an offer are asked only where there are offers: without a script, as a style. */
function Line({ values }: { values: EventFormValues }) {
  const t = useTranslations("eventForm");
  const number = { inputMode: "numeric", pattern: "[0-9]*", autoComplete: "off" } as const;
  return (
    <div className="form event-line">
      <RadioField
        name="waitlist"
        label={t("waitlist")}
        defaultValue={values.waitlist}
        choices={(["automatic", "offer", "manual", "closed"] as const).map((value) => ({
          value,
          label: t(`waitlists.${value}`),
          hint: t(`waitlistHints.${value}`),
        }))}
      />
      <TextField
        {...number}
        name="offerHours"
        className="event-line-offer"
        label={t("offerHours")}
        hint={t("offerHoursHint")}
        defaultValue={values.offerHours}
        maxLength={3}
      />
      <TextField
        {...number}
        name="waitlistStopsHours"
        className="event-line-moving"
        label={t("waitlistStopsHours")}
        hint={t("waitlistStopsHoursHint")}
        defaultValue={values.waitlistStopsHours}
        maxLength={3}
      />
      <TextField
        {...number}
        name="placesAside"
        label={t("placesAside")}
        hint={t("placesAsideHint")}
        defaultValue={values.placesAside}
        maxLength={6}
      />
    </div>
  );
}

/** They have a page of their own, which a draft must be saved for. */
function Questions({ asking: { asked, slug } }: { asking: Asking }) {
  const t = useTranslations("eventForm");
  return (
    <section className="field" aria-labelledby="event-questions">
      <h3 id="event-questions" className="label">
        {t("questions")}
      </h3>
      <p className="hint">{t("questionsHint", { asked })}</p>
      <div>
        {slug ? (
          <ButtonLink href={questionsPath(slug)}>{t("questionsOpen")}</ButtonLink>
        ) : (
          <SubmitButton name="intent" value="questions" variant="plain" formNoValidate>
            {t("questionsSave")}
          </SubmitButton>
        )}
      </div>
    </section>
  );
}

/** Those that most need, and what was chosen elsewhere. */
function daysOffered(chosen: string): number[] {
  return [...new Set([7, 30, 90, 365, Number(chosen)])].filter((days) => days > 0).sort((a, b) => a - b);
}
