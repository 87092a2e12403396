import { refreshAddress, refreshServer } from "@/lib/federation/administration/refresh";
import { refreshStale } from "@/lib/federation/import/refresh";
import { followServerInput } from "@/lib/instance/input";
import type { Asked } from "../command";
import { checked, type Desk } from "../desk";

export async function refresh({ asAdministrator, say }: Desk, { words: [typed] }: Asked): Promise<void> {
  const ctx = await asAdministrator();
  if (!typed) {
    await refreshStale(ctx);
    return say("What was not asked for lately is asked for again, as soon as a worker runs.");
  }
  const { address } = checked(followServerInput, { address: typed });
  if (/@|^https?:/i.test(address)) {
    return say(`"${await refreshAddress(ctx, address)}" is as it is there now.`);
  }
  const { people, events } = await refreshServer(ctx, address);
  say(
    `Of ${address}, ${people} people and ${events} events to come are asked for, as soon as a worker runs.`,
  );
}
