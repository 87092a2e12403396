import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

type FromElsewhereProps = {
  /** What it is about: the id of an event, or of somebody. */
  uri: string;
  kind: "event" | "actor";
};

/** For visitors who have an account on another server: the way to the same thing there. Needs no script. */
export function FromElsewhere({ uri, kind }: FromElsewhereProps) {
  const t = useTranslations("elsewhere.from");
  return (
    <details className="more from-elsewhere">
      <summary>{t(kind)}</summary>
      <AskAddress uri={uri} />
    </details>
  );
}

/** Asks how somebody is called on their own server. `errors`: why what they typed leads nowhere. */
export function AskAddress({ uri, typed, errors }: { uri: string; typed?: string; errors?: string[] }) {
  const t = useTranslations("elsewhere.from");
  return (
    <form action="/interact" className="form">
      <input type="hidden" name="uri" value={uri} />
      <TextInput
        id="from"
        name="from"
        label={t("address")}
        hint={t("addressHint")}
        errors={errors}
        defaultValue={typed}
        required
        maxLength={350}
        autoCapitalize="none"
        spellCheck={false}
        autoComplete="on"
        placeholder="@me@server.example"
      />
      <Button type="submit">{t("next")}</Button>
    </form>
  );
}
