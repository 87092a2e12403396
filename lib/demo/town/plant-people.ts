import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { env } from "@/lib/core/env";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { townspeople } from "./people";
import { plant, type Town } from "./plant";

/** Accounts and identities, by their handles in `town.actors`. None has a password: nobody but a click opens them. */
export async function plantPeople(town: Town): Promise<void> {
  const whole = townspeople.map(({ identities: _, ...account }) => account);
  const planted = await plant(
    town,
    accounts,
    whole.map((account) => ({
      ...{ ...account, ...home, zone: "Europe/Zurich", confirmedAt: town.now },
      ...(account.application && { approvedAt: null }),
    })),
  );
  const faces = townspeople.flatMap(({ identities }) => identities);
  const known = await plant(
    town,
    actors,
    faces.map(({ handle, name, summary }) => ({
      ...{ kind: "person" as const, handle, name, summary },
      summaryHtml: renderMarkdown(summary),
      uri: `${env().ORIGIN}/@${handle}`,
    })),
  );
  for (const { handle, id } of known) town.actors.set(handle, id);
  const links = townspeople.flatMap(({ identities }, index) =>
    identities.map(({ handle }, i) => ({
      accountId: planted[index]!.id,
      actorId: actorOf(town, handle),
      isDefault: i === 0,
    })),
  );
  await plant(town, accountIdentities, links);
}

const home = { homeName: "Carouge", homeLatitude: 46.2, homeLongitude: 6.1 };

/** The identity with this handle, of the town or of another server. */
export function actorOf({ actors: known }: Town, handle: string): string {
  const id = known.get(handle);
  if (!id) throw new Error(`nobody in the town is called ${handle}`);
  return id;
}
