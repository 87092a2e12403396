import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { paths, signInPath } from "@/lib/core/paths";
import type { WhyNot } from "@/lib/web/look-elsewhere";

/** An address of another server leads nowhere: why, and what to do about it. `back`: where it was typed, if not in the search. */
export function UnknownAddress({
  address,
  whyNot,
  back,
}: {
  address: string;
  whyNot: WhyNot;
  back?: string;
}) {
  const t = useTranslations("elsewhere.whyNot");
  const again = back ?? `${paths.search}?${new URLSearchParams({ q: address })}`;
  return (
    <Alert className="search-note" tone={whyNot === "sign_in" ? "info" : "warning"}>
      <p className="break-words">
        {t.rich(whyNot, {
          address,
          signIn: (words) => <a href={signInPath(again)}>{words}</a>,
          again: (words) => <a href={again}>{words}</a>,
        })}
      </p>
    </Alert>
  );
}
