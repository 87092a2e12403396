import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { logActions } from "@/lib/core/log-actions";
import { paths } from "@/lib/core/paths";
import { keyOf } from "./log-list";

/** Asks the log for some of it, and leads to the same as a file. */
export function LogFilters({ asked }: { asked: Record<string, string> }) {
  const t = useTranslations("log");
  const actions = useTranslations("log.actions");
  const options = [
    { value: "", label: t("every") },
    ...logActions.map((value) => ({ value, label: actions(keyOf(value)) })),
  ];
  return (
    <>
      <form className="filters" action={paths.moderationLog} method="get">
        <Select
          id="action"
          name="action"
          label={t("action")}
          options={options}
          defaultValue={asked.action ?? ""}
        />
        <TextInput
          id="handle"
          name="handle"
          label={t("handle")}
          hint={t("handleHint")}
          defaultValue={asked.handle}
          autoComplete="off"
        />
        <TextInput id="from" name="from" type="date" label={t("from")} defaultValue={asked.from} />
        <TextInput id="until" name="until" type="date" label={t("until")} defaultValue={asked.until} />
        <Button type="submit">{t("show")}</Button>
      </form>
      <p className="small">
        <a className="link" href={`${paths.moderationLog}.csv?${new URLSearchParams(asked)}`}>
          {t("export")}
        </a>
      </p>
    </>
  );
}
