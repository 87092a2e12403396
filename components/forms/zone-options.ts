import type { Option, OptionGroup } from "@/components/ui/select";
import { offsetAt } from "@/lib/core/dates/zone";
import { offsetText } from "@/lib/core/dates/zone-label";
import { listZones } from "@/lib/core/dates/zone-list";

/**
 * Every zone for a select, by part of the world; `at` adds by how much its clocks differ then. One that is stored
 * under an older name is added in front, so that saving does not change it.
 */
export function zoneOptions(locale: string, current: string, at?: Date): (Option | OptionGroup)[] {
  const optionOf = (id: string, name: string) => ({
    value: id,
    label: at && id !== "UTC" ? `${name} (${offsetText(offsetAt(at, id))})` : name,
  });
  const groups = listZones(locale).map(({ region, zones }) => ({
    label: region,
    options: zones.map(({ id, name }) => optionOf(id, name)),
  }));
  const isListed = groups.some(({ options }) => options.some(({ value }) => value === current));
  return isListed ? groups : [optionOf(current, current), ...groups];
}
