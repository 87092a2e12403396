import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { Avatar } from "@/components/ui/avatar";
import { Button, ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import type { Follow } from "@/db/schema/follows";
import { addressOf, facePath, paths } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";

type Followed = {
  handle: string;
  domain: string | null;
  name: string;
  picture: { src: string; srcSet?: string } | null;
  /** Pending: their server has not said yet that one may. */
  status: Follow["status"];
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
      {followed.map((face) => (
        <li key={addressOf(face)}>
          <Row {...face} unfollow={unfollow} />
        </li>
      ))}
    </ul>
  );
}

function Row({ picture, status, isOpenable, unfollow, ...face }: Followed & { unfollow: FormAction }) {
  const t = useTranslations("follows");
  const { name, domain } = face;
  const isWaiting = status === "pending";
  return (
    <>
      <Avatar name={name} picture={picture} />
      <div>
        <strong dir="auto">{isOpenable ? <a href={facePath(face)}>{name}</a> : name}</strong>{" "}
        <span className="soft small face-address">@{addressOf(face)}</span>{" "}
        {isWaiting && <Chip tone="waiting">{t("waiting", { host: domain ?? "" })}</Chip>}
      </div>
      <ButtonForm action={unfollow}>
        <input type="hidden" name="handle" value={addressOf(face)} />
        <Button type="submit" aria-label={t(isWaiting ? "takeBackName" : "stopName", { name })}>
          {t(isWaiting ? "takeBack" : "stop")}
        </Button>
      </ButtonForm>
    </>
  );
}
