"use client";

import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Option, OptionGroup } from "@/components/ui/select";

type ZoneOfDeviceProps = {
  options: (Option | OptionGroup)[];
  current: string;
  texts: { ofDevice: string; takeIt: string };
  take: (zone: Option, isListed: boolean) => void;
};

/** Where this device is in another zone than the one kept: says so, and one click takes it. */
export function ZoneOfDevice({ options, current, texts, take }: ZoneOfDeviceProps) {
  const [timeZone, setTimeZone] = useState("");
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  if (!timeZone || timeZone === canonical(current)) return null;

  const listed = find(options, timeZone);
  const zone = listed ?? { value: timeZone, label: timeZone };
  return (
    <Alert>
      <div className="row between">
        <p>{texts.ofDevice.replace("{zone}", () => zone.label)}</p>
        <Button small onClick={() => take(zone, Boolean(listed))}>
          {texts.takeIt}
        </Button>
      </div>
    </Alert>
  );
}

/** Browsers call some zones by an older name (Asia/Calcutta): the listed one counts. */
function find(options: (Option | OptionGroup)[], timeZone: string): Option | undefined {
  const all = options.flatMap((entry) => ("options" in entry ? entry.options : [entry]));
  const exact = all.find(({ value }) => value === timeZone);
  return exact ?? all.find(({ value }) => canonical(value) === timeZone);
}

function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}
