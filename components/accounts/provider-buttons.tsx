import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { providerPath } from "@/lib/core/paths";

type ProviderButtonsProps = {
  providers: { id: string; name: string }[];
  /** Where to go after it. */
  back: string;
  /** The form that people can fill in instead stands above or below. */
  form: "above" | "below";
};

/** Ways in by another server. Links, since a form may lead to this server alone (content security policy). */
export function ProviderButtons({ providers, back, form }: ProviderButtonsProps) {
  const t = useTranslations("accounts.providers");
  if (providers.length === 0) return null;
  return (
    <>
      {form === "above" && <p className="separator">{t("or")}</p>}
      {providers.map(({ id, name }) => (
        <ButtonLink key={id} href={providerPath(id, { back })} rel="nofollow" wide className="text-balance">
          {t("signInWith", { name })}
        </ButtonLink>
      ))}
      {form === "below" && <p className="separator">{t("or")}</p>}
    </>
  );
}
