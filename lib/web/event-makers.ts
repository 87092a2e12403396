import { mayMakeEvents } from "@/lib/instance/policy";
import { readDefaults } from "./instance-reading";
import { currentViewer, type Viewer } from "./viewer";

/** Whether the viewer may announce events here, as administrators decided. */
export async function isEventMaker(viewer: Viewer): Promise<boolean> {
  return mayMakeEvents(await readDefaults(), viewer.session, new Date());
}

/** Whether there is a viewer who may. */
export async function viewerMakesEvents(): Promise<boolean> {
  const viewer = await currentViewer();
  return viewer !== null && isEventMaker(viewer);
}
