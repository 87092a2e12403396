import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { PictureSources } from "@/lib/media/sources";

type ActingAsProps = {
  identity: { handle: string; name: string };
  picture: Pick<PictureSources, "src" | "srcSet"> | null;
};

/** Says right above a button who acts by it, whoever acts elsewhere, and sends that along with the form. */
export function ActingAs({ identity, picture }: ActingAsProps) {
  const t = useTranslations("joining");
  return (
    <p className="acting">
      <input type="hidden" name="as" value={identity.handle} />
      <Avatar name={identity.name} picture={picture} size="small" />
      <span>{t.rich("asOnly", { name: identity.name, strong: (name) => <strong>{name}</strong> })}</span>
    </p>
  );
}
