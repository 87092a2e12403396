import { followServer } from "@/lib/federation/follow-server";
import { followServerInput } from "@/lib/instance/input";
import type { Asked } from "../command";
import { checked, type Desk } from "../desk";

export async function follow({ asAdministrator, say }: Desk, { words: [typed] }: Asked): Promise<void> {
  const { address } = checked(followServerInput, { address: typed });
  await followServer(await asAdministrator(), address);
  say(`${address} was asked, as soon as a worker runs; what it announces comes when it says yes.`);
}
