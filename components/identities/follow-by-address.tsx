import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

/** Leads to the page of somebody by their address, wherever they are: there one follows, as whom one likes. */
export function FollowByAddress() {
  const t = useTranslations("follows.byAddress");
  return (
    <form action="/interact" className="follow-address">
      <TextInput
        id="follow-address"
        name="uri"
        label={t("label")}
        hint={t("hint")}
        placeholder="@rosa@bells.example"
        required
        maxLength={2000}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit">{t("find")}</Button>
    </form>
  );
}
