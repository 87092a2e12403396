import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Block } from "@/db/schema/blocks";
import { addressOf } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";

type Blocked = Face & Pick<Block, "kind">;

type BlockListProps = {
  /** The name of whose list it is. */
  by: string;
  blocked: Blocked[];
  unblock: FormAction;
};

/** For the eyes of the one who blocks. */
export function BlockList({ by, blocked, unblock }: BlockListProps) {
  const t = useTranslations("blocks");
  if (blocked.length === 0) {
    return (
      <EmptyState icon="people" title={t("empty.title", { name: by })}>
        {t("empty.text")}
      </EmptyState>
    );
  }
  return (
    <ul className="list">
      {blocked.map((face) => (
        <li key={face.id}>
          <Avatar name={face.name} picture={pictureSources(face.avatar)} />
          <div>
            <strong dir="auto">{face.name}</strong>{" "}
            <span className="soft small face-address">@{addressOf(face)}</span>{" "}
            <Chip>{t(face.kind === "block" ? "blocked" : "muted")}</Chip>
          </div>
          <ButtonForm action={unblock}>
            <input type="hidden" name="handle" value={addressOf(face)} />
            <Button type="submit">
              {t("undo")}
              <VisuallyHidden> {face.name}</VisuallyHidden>
            </Button>
          </ButtonForm>
        </li>
      ))}
    </ul>
  );
}
