import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { Avatar } from "@/components/ui/avatar";
import { Autosave } from "./autosave";
import { PublishLater } from "./publish-later";

export type Organizer = {
  handle: string;
  name: string;
  picture: { src: string; srcSet?: string } | null;
};

type EventFormPanelProps = {
  /** Who announces: several to choose from for a new event, its organiser for one that exists. */
  organizers: Organizer[];
  isNew?: boolean;
  isPublished?: boolean;
  /** When the draft publishes itself, as the field wants it. */
  publishAt?: string;
};

/** Who speaks, and what is to be done with what was typed. */
export function EventFormPanel({
  organizers,
  isNew = false,
  isPublished = false,
  publishAt,
}: EventFormPanelProps) {
  const t = useTranslations("eventForm");
  const [first, ...others] = organizers;
  return (
    <div className="panel gap-4 md:sticky md:top-5">
      {others.length > 0 ? (
        <SelectField
          name="as"
          label={t("announceAs")}
          defaultValue={first?.handle}
          options={organizers.map(({ handle, name }) => ({ value: handle, label: `${name} (@${handle})` }))}
        />
      ) : (
        first && <Speaker {...first} label={isNew ? t("announceAs") : t("youEditAs")} />
      )}
      {isPublished ? <SaveButton /> : <DraftButtons publishAt={publishAt} />}
      <Autosave texts={{ kept: t("autosaved", { time: "{time}" }), onlyHere: t("keptHere") }} />
    </div>
  );
}

function Speaker({ handle, name, picture, label }: Organizer & { label: string }) {
  return (
    <p className="flex items-center gap-3">
      <input type="hidden" name="as" value={handle} />
      <Avatar name={name} picture={picture} />
      <span className="leading-snug">
        <span className="soft small block">{label}</span>
        <strong>{name}</strong>
      </span>
    </p>
  );
}

function SaveButton() {
  const t = useTranslations("eventForm");
  return (
    <>
      <SubmitButton name="intent" value="save" wide>
        {t("saveChanges")}
      </SubmitButton>
      <p className="hint">{t("saveHintPublished")}</p>
    </>
  );
}

function DraftButtons({ publishAt }: { publishAt?: string }) {
  const t = useTranslations("eventForm");
  return (
    <>
      <SubmitButton name="intent" value="publish" wide>
        {t("publish")}
      </SubmitButton>
      <div className="grid grid-cols-2 gap-2">
        <SubmitButton name="intent" value="preview" variant="plain" formNoValidate>
          {t("preview")}
        </SubmitButton>
        <SubmitButton name="intent" value="draft" variant="plain" formNoValidate>
          {t("saveDraft")}
        </SubmitButton>
      </div>
      <p className="hint">{t("saveHintDraft")}</p>
      <PublishLater publishAt={publishAt} />
    </>
  );
}
