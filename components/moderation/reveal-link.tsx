import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { revealAccountPath } from "@/lib/core/moderation-paths";

/** For moderators, on the page of an identity and where it was reported. */
export function RevealLink({ handle }: { handle: string }) {
  const t = useTranslations("moderation.reveal");
  return (
    <p className="small mt-5">
      <a className="link" href={revealAccountPath(handle)}>
        <Icon name="eye" size={18} />
        {t("link")}
      </a>
    </p>
  );
}
