import { useLocale, useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { SelectField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Button } from "@/components/ui/button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { MutedWord } from "@/db/schema/blocks";
import { dateText } from "@/lib/core/dates/date-text";
import { MAX_WORD, mutedFor } from "@/lib/identities/blocks/input";
import type { FormAction } from "@/lib/web/form-state";
import { MuteWordForm } from "./block-forms";

type MutedWordListProps = {
  /** The handle of whose list it is, should the reader act as another meanwhile. */
  as: string;
  zone: string;
  words: Pick<MutedWord, "id" | "word" | "until">[];
  mute: FormAction;
  unmute: FormAction;
};

/** For the eyes of the one who mutes. */
export function MutedWordList({ as, zone, words, mute, unmute }: MutedWordListProps) {
  const t = useTranslations("blocks.words");
  const undo = useTranslations("blocks")("undo");
  const locale = useLocale();
  return (
    <SettingsSection id="words" title={t("title")} lead={t("lead")}>
      {words.length > 0 && (
        <ul className="list blocked-list">
          {words.map(({ id, word, until }) => (
            <li key={id}>
              <div className="min-w-0">
                <strong dir="auto">{word}</strong>{" "}
                {until && (
                  <span className="soft small">
                    {t("until", { date: dateText(until, { zone, locale, style: "short", year: false }) })}
                  </span>
                )}
              </div>
              <ButtonForm action={unmute}>
                <input type="hidden" name="as" value={as} />
                <input type="hidden" name="id" value={id} />
                <Button type="submit">
                  {undo}
                  <VisuallyHidden> {word}</VisuallyHidden>
                </Button>
              </ButtonForm>
            </li>
          ))}
        </ul>
      )}
      <MuteWordForm action={mute} id="mute-word">
        <input type="hidden" name="as" value={as} />
        <TextField
          name="word"
          label={t("word")}
          hint={t("wordHint")}
          required
          maxLength={MAX_WORD}
          autoComplete="off"
        />
        <SelectField
          name="lasts"
          label={t("lasts")}
          options={mutedFor.map((value) => ({ value, label: t(`for.${value}`) }))}
          defaultValue="ever"
        />
        <div className="form-actions">
          <SubmitButton>{t("mute")}</SubmitButton>
        </div>
      </MuteWordForm>
    </SettingsSection>
  );
}
