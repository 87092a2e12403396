import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FaceAddress } from "@/components/identities/face-address";
import { Muted } from "@/components/identities/muted";
import { ReportLink } from "@/components/moderation/report-link";
import { Avatar } from "@/components/ui/avatar";
import { Chip } from "@/components/ui/chip";
import { Prose } from "@/components/ui/prose";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Said } from "@/lib/comments/threads";
import { commentAnchor, commentPath, facePath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import { type Clock, CommentTime } from "./comment-time";

/** What all comments of one page have in common. */
export type Surroundings = {
  slug: string;
  hostIds: string[];
  clock: Clock;
  /** Ids of those whose pages the reader may open. */
  openable: Set<string>;
  /** The reader's own identities, and whether one of them hosts. */
  own: Set<string>;
  isHost: boolean;
};

/** One comment, or the empty place of one that was taken away. */
export function CommentItem({ said, around }: { said: Said; around: Surroundings }) {
  const t = useTranslations("comments");
  const { slug, own, isHost } = around;
  const { author } = said;
  if (!author) return <p className="soft comment-gone">{t("gone")}</p>;
  const isOwn = own.has(author.id);
  return (
    <Words author={author} html={said.html} mutedWord={said.mutedWord} around={around}>
      <Marks said={said} around={around} />
      {!isOwn && (
        <ReportLink
          className="comment-act small"
          kind="comment"
          name={said.id}
          what={t("ofAuthor", { name: author.name })}
        />
      )}
      {(isOwn || isHost) && (
        <a className="comment-act small" href={commentPath(slug, said.id)}>
          {isOwn ? t("change") : t("manage")}
          <VisuallyHidden> {t("ofAuthor", { name: author.name })}</VisuallyHidden>
        </a>
      )}
    </Words>
  );
}

type WordsProps = {
  author: Face;
  html: string;
  /** Its reader mutes it. */
  mutedWord?: string;
  around: Pick<Surroundings, "openable">;
  /** Beside the name. */
  children: ReactNode;
  /** Below the words. */
  after?: ReactNode;
};

/** Who says what. */
export function Words({ author, html, mutedWord, around: { openable }, children, after }: WordsProps) {
  const words = <Prose className="comment-words" html={html} />;
  const name = <strong>{author.name}</strong>;
  return (
    <div className="comment">
      <Avatar name={author.name} picture={pictureSources(author.avatar)} size="small" />
      <div className="min-w-0">
        <p className="comment-head">
          {openable.has(author.id) ? <a href={facePath(author)}>{name}</a> : name}
          <FaceAddress face={author} />
          {children}
        </p>
        {mutedWord ? <Muted word={mutedWord}>{words}</Muted> : words}
        {after}
      </div>
    </div>
  );
}

function Marks({ said, around: { slug, clock, hostIds } }: { said: Said; around: Surroundings }) {
  const t = useTranslations("comments");
  const { author, id, uri, createdAt, editedAt, isPinned, isAnnouncement } = said;
  const isByHost = author && hostIds.includes(author.id);
  return (
    <>
      {isAnnouncement ? <Chip>{t("announcement")}</Chip> : isByHost && <Chip>{t("host")}</Chip>}
      {isPinned && <Chip>{t("pinned")}</Chip>}
      <span className="soft small">
        <a className="comment-when" href={commentAnchor(slug, id)} rel="nofollow">
          <CommentTime at={createdAt} clock={clock} />
        </a>
        {editedAt && <> · {t("edited")}</>}
        {author?.domain && (
          <>
            {" · "}
            <a className="comment-original" href={uri} rel="external nofollow noopener">
              {t("original")}
              <VisuallyHidden> {t("ofAuthor", { name: author.name })}</VisuallyHidden>
            </a>
          </>
        )}
      </span>
    </>
  );
}
