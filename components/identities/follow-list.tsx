import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { Avatar } from "@/components/ui/avatar";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { identityPath, paths } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";

type Followed = {
  handle: string;
  name: string;
  picture: { src: string; srcSet?: string } | null;
  /** Whether the page may still be opened. */
  isOpenable: boolean;
};

/** For the eyes of the one who follows. */
export function FollowList({ followed, unfollow }: { followed: Followed[]; unfollow: FormAction }) {
  const t = useTranslations("follows");
  if (followed.length === 0) {
    return (
      <EmptyState
        icon="people"
        title={t("empty.title")}
        action={<ButtonLink href={paths.front}>{t("empty.others")}</ButtonLink>}
      >
        {t("empty.text")}
      </EmptyState>
    );
  }
  return (
    <ul className="list">
      {followed.map(({ handle, name, picture, isOpenable }) => (
        <li key={handle}>
          <Avatar name={name} picture={picture} />
          <div>
            <strong dir="auto">{isOpenable ? <a href={identityPath(handle)}>{name}</a> : name}</strong>{" "}
            <span className="soft small">@{handle}</span>
          </div>
          <ButtonForm action={unfollow}>
            <input type="hidden" name="handle" value={handle} />
            <Button type="submit" aria-label={t("stopName", { name })}>
              {t("stop")}
            </Button>
          </ButtonForm>
        </li>
      ))}
    </ul>
  );
}
