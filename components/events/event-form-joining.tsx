import { useLocale, useTranslations } from "next-intl";
import { CheckboxField, RadioField, SelectField, TextField } from "@/components/forms/fields";
import { durationText } from "@/lib/core/dates/duration-text";
import { commentPauses } from "@/lib/events/rules";
import { EventFormMore } from "./event-form-more";
import { type EventFormValues, emptyValues } from "./event-form-values";

type EventFormJoiningProps = {
  values: EventFormValues;
  /** How many places are held, for an event that was announced. */
  taken?: number;
};

const usual = emptyValues("UTC");
const names = [
  "joinMode",
  "externalJoinUrl",
  "capacity",
  "guestsAllowed",
  "guestList",
  "needsAccount",
  "visibility",
  "commentsPolicy",
  "commentsPauseSeconds",
] as const;

/** Who may come, and who gets to know. */
export function EventFormJoining({ values, taken }: EventFormJoiningProps) {
  const t = useTranslations("eventForm");
  return (
    <EventFormMore
      title={t("joining")}
      summary={t("joiningSummary")}
      names={[...names]}
      isOpen={taken !== undefined || names.some((name) => values[name] !== usual[name])}
    >
      <HowToJoin values={values} />
      <Places values={values} taken={taken} />
      <CheckboxField
        name="needsAccount"
        label={t("needsAccount")}
        hint={t("needsAccountHint")}
        defaultChecked={values.needsAccount}
      />
      <RadioField
        name="visibility"
        label={t("visibility")}
        defaultValue={values.visibility}
        choices={[
          { value: "public", label: t("visibilityPublic"), hint: t("visibilityPublicHint") },
          { value: "unlisted", label: t("visibilityUnlisted"), hint: t("visibilityUnlistedHint") },
        ]}
      />
      <SelectField
        name="commentsPolicy"
        label={t("commentsPolicy")}
        defaultValue={values.commentsPolicy}
        options={(["open", "moderated", "closed"] as const).map((value) => ({
          value,
          label: t(`commentsPolicies.${value}`),
        }))}
      />
      <CommentsPause value={values.commentsPauseSeconds} />
    </EventFormMore>
  );
}

function CommentsPause({ value }: { value: string }) {
  const t = useTranslations("eventForm");
  const locale = useLocale();
  return (
    <SelectField
      name="commentsPauseSeconds"
      label={t("commentsPauseSeconds")}
      hint={t("commentsPauseSecondsHint")}
      defaultValue={value}
      options={commentPauses.map((seconds) => ({
        value: String(seconds),
        label: seconds === 0 ? t("commentsPauseNone") : durationText(seconds, locale),
      }))}
    />
  );
}

function HowToJoin({ values }: { values: EventFormValues }) {
  const t = useTranslations("eventForm");
  return (
    <>
      <RadioField
        name="joinMode"
        label={t("joinMode")}
        defaultValue={values.joinMode}
        choices={[
          { value: "free", label: t("joinFree"), hint: t("joinFreeHint") },
          { value: "approval", label: t("joinApproval"), hint: t("joinApprovalHint") },
          { value: "external", label: t("joinExternal"), hint: t("joinExternalHint") },
          { value: "none", label: t("joinNone"), hint: t("joinNoneHint") },
        ]}
      />
      <TextField
        name="externalJoinUrl"
        label={t("externalJoinUrl")}
        hint={t("externalJoinUrlHint")}
        optional={t("optional")}
        type="url"
        defaultValue={values.externalJoinUrl}
        maxLength={2000}
        autoComplete="off"
      />
    </>
  );
}

function Places({ values, taken }: EventFormJoiningProps) {
  const t = useTranslations("eventForm");
  const number = { inputMode: "numeric", pattern: "[0-9]*", autoComplete: "off" } as const;
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          {...number}
          name="capacity"
          label={t("capacity")}
          hint={
            taken === undefined ? t("capacityHint") : `${t("capacityHint")} ${t("capacityTaken", { taken })}`
          }
          optional={t("optional")}
          defaultValue={values.capacity}
          maxLength={6}
        />
        <TextField
          {...number}
          name="guestsAllowed"
          label={t("guestsAllowed")}
          hint={t("guestsAllowedHint")}
          defaultValue={values.guestsAllowed}
          maxLength={2}
        />
      </div>
      <SelectField
        name="guestList"
        label={t("guestList")}
        hint={t("guestListHint")}
        defaultValue={values.guestList}
        options={(["everybody", "participants", "hosts", "hidden"] as const).map((value) => ({
          value,
          label: t(`guestLists.${value}`),
        }))}
      />
    </>
  );
}
