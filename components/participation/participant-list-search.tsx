import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { participantsPath } from "@/lib/core/participation-paths";
import { type ParticipantView, tabPath } from "./participant-list-tabs";

/** Looks for names, handles and what people wrote, in whichever view. */
export function ParticipantListSearch({ slug, view }: { slug: string; view: ParticipantView }) {
  const t = useTranslations("participants.search");
  return (
    <search>
      <form action={participantsPath(slug)} className="participant-search">
        <input type="hidden" name="tab" value={view.tab} />
        <label htmlFor="participant-search" className="sr-only">
          {t("label")}
        </label>
        <input
          id="participant-search"
          className="input"
          type="search"
          name="q"
          defaultValue={view.text}
          maxLength={100}
          placeholder={t("hint")}
        />
        <Button type="submit">{t("button")}</Button>
        {view.text && <a href={tabPath(slug, { tab: view.tab, text: "" })}>{t("all")}</a>}
      </form>
    </search>
  );
}
