import { useTranslations } from "next-intl";
import { FormPage } from "@/components/layout/form-page";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { Event } from "@/db/schema/events";
import { eventPath, shareOnMastodonPath } from "@/lib/core/paths";

type Told = { event: Pick<Event, "slug" | "title"> };

/** Which server is theirs; `typed`: what was no server. */
export function AskServer({ event, typed }: Told & { typed?: string }) {
  const t = useTranslations("shareOnMastodon");
  return (
    <FormPage title={t("title")} lead={t("lead", { title: event.title })} after={<Back event={event} />}>
      <form action="/share/mastodon" className="form">
        <input type="hidden" name="event" value={event.slug} />
        <TextInput
          id="server"
          name="server"
          label={t("server")}
          hint={t("serverHint")}
          errors={typed === undefined ? [] : [t("noServer")]}
          defaultValue={typed}
          required
          maxLength={300}
          autoCapitalize="none"
          spellCheck={false}
          autoComplete="on"
          inputMode="url"
          data-mastodon-field=""
          suppressHydrationWarning
        />
        <Button type="submit" variant="primary" wide>
          {t("next")}
        </Button>
      </form>
    </FormPage>
  );
}

/** The last step is a link: whoever follows it knows where it leads. */
export function GoToServer({ event, server, href }: Told & { server: string; href: string }) {
  const t = useTranslations("shareOnMastodon");
  return (
    <FormPage title={t("title")} lead={t("goLead", { server })} after={<Back event={event} />}>
      <ButtonLink
        variant="primary"
        wide
        href={href}
        rel="external noopener noreferrer"
        data-mastodon-server={server}
      >
        {t("go", { server })}
      </ButtonLink>
      <p className="small">
        <a href={shareOnMastodonPath(event.slug)}>{t("another")}</a>
      </p>
    </FormPage>
  );
}

function Back({ event }: Told) {
  const t = useTranslations("shareOnMastodon");
  return <a href={eventPath(event.slug)}>{t("back")}</a>;
}
