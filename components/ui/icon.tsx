import type { LucideIconData } from "lucide-react";
import * as accessibility from "lucide-react/icons/accessibility";
import * as arrowEnd from "lucide-react/icons/arrow-right";
import * as bell from "lucide-react/icons/bell-ring";
import * as calendar from "lucide-react/icons/calendar";
import * as calendarPlus from "lucide-react/icons/calendar-plus";
import * as chevronDown from "lucide-react/icons/chevron-down";
import * as end from "lucide-react/icons/chevron-right";
import * as check from "lucide-react/icons/circle-check";
import * as refusal from "lucide-react/icons/circle-x";
import * as clock from "lucide-react/icons/clock";
import * as download from "lucide-react/icons/download";
import * as external from "lucide-react/icons/external-link";
import * as eye from "lucide-react/icons/eye";
import * as flag from "lucide-react/icons/flag";
import * as globe from "lucide-react/icons/globe";
import * as waiting from "lucide-react/icons/hourglass";
import * as image from "lucide-react/icons/image";
import * as info from "lucide-react/icons/info";
import * as link from "lucide-react/icons/link";
import * as signOut from "lucide-react/icons/log-out";
import * as mail from "lucide-react/icons/mail";
import * as pin from "lucide-react/icons/map-pin";
import * as moon from "lucide-react/icons/moon";
import * as pencil from "lucide-react/icons/pencil";
import * as plus from "lucide-react/icons/plus";
import * as search from "lucide-react/icons/search";
import * as settings from "lucide-react/icons/settings";
import * as share from "lucide-react/icons/share-2";
import * as sun from "lucide-react/icons/sun";
import * as system from "lucide-react/icons/sun-moon";
import * as tag from "lucide-react/icons/tag";
import * as ticket from "lucide-react/icons/ticket";
import * as trash from "lucide-react/icons/trash";
import * as warning from "lucide-react/icons/triangle-exclamation-point";
import * as person from "lucide-react/icons/user";
import * as people from "lucide-react/icons/users";
import * as video from "lucide-react/icons/video";
import * as close from "lucide-react/icons/x";
import { createElement } from "react";
import { classNames } from "./class-names";

const icons = {
  accessibility,
  arrowEnd,
  bell,
  calendar,
  calendarPlus,
  check,
  chevronDown,
  clock,
  close,
  download,
  end,
  external,
  eye,
  flag,
  globe,
  image,
  info,
  link,
  mail,
  moon,
  pencil,
  people,
  person,
  pin,
  plus,
  refusal,
  search,
  settings,
  share,
  signOut,
  sun,
  system,
  tag,
  ticket,
  trash,
  video,
  waiting,
  warning,
};

export type IconName = keyof typeof icons;

type IconProps = {
  name: IconName;
  size?: number;
  /** Said aloud. Leave it out where a text stands beside the icon. */
  label?: string;
  className?: string;
};

const mirrored: IconName[] = ["arrowEnd", "end", "signOut", "external"];

/**
 * A lucide icon drawn on the server. Lucide's own component is a client component, and would send itself
 * and every path a second time: only its drawings are used.
 */
export function Icon({ name, size = 22, label, className }: IconProps) {
  const { node } = (icons[name] as unknown as { __iconData: LucideIconData }).__iconData;
  return (
    <svg
      className={classNames("icon", mirrored.includes(name) && "icon-mirrored", className)}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {node.map(([tag, { key, ...attributes }]) => createElement(tag, { key, ...attributes }))}
    </svg>
  );
}
