import { connection } from "@/lib/core/database";
import { pictureSources } from "@/lib/media/sources";
import { listWants } from "@/lib/notifications/wants";
import type { Viewer } from "./viewer";

/** The identities of the viewer's account with the mails that each wants. Only for the eyes of that account. */
export async function readMailReaders({ identities }: Viewer) {
  const wants = await listWants(
    connection().db,
    identities.map(({ id }) => id),
  );
  return identities.map(({ id, name, handle, avatar }) => ({
    ...{ id, name, handle },
    picture: pictureSources(avatar),
    wants: wants.get(id)!,
  }));
}
