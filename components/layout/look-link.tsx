import { stylesheetPath } from "@/lib/core/look/paths";
import type { InstanceLook } from "@/lib/instance/frame";

/** The colours of this server, where they are not ours. */
export function LookLink({ look }: { look: InstanceLook }) {
  const path = stylesheetPath(look);
  return path && <link rel="stylesheet" href={path} precedence="look" />;
}
