import { useTranslations } from "next-intl";
import { SelectField, TextAreaField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";
import { JoinForm } from "./forms";

type JoinProps = {
  eventId: string;
  organizer: string;
  needsApproval: boolean;
  /** As whom one can take part, the one to propose first. At least one. */
  candidates: Face[];
  join: FormAction;
};

export function Join({ eventId, organizer, needsApproval, candidates, join }: JoinProps) {
  const t = useTranslations("joining");
  const forms = useTranslations("forms");
  return (
    <JoinForm action={join}>
      <input type="hidden" name="eventId" value={eventId} />
      {needsApproval && (
        <TextAreaField
          name="message"
          label={t("message")}
          hint={t("messageHint", { organizer })}
          optional={forms("optional")}
          maxLength={1000}
          rows={3}
        />
      )}
      <JoinAs candidates={candidates} />
      <SubmitButton wide>{needsApproval ? t("ask") : t("takePart")}</SubmitButton>
    </JoinForm>
  );
}

/** Who acts is said right above the button: a choice where there is one. */
function JoinAs({ candidates }: Pick<JoinProps, "candidates">) {
  const t = useTranslations("joining");
  const [first, ...others] = candidates;
  if (!first) return null;
  if (others.length > 0) {
    const options = candidates.map(({ handle, name }) => ({ value: handle, label: `${name} (@${handle})` }));
    return <SelectField name="as" label={t("as")} options={options} defaultValue={first.handle} />;
  }
  return <ActingAs identity={first} picture={pictureSources(first.avatar)} />;
}
