"use client";

import { useEffect, useState } from "react";
import { useFormKit } from "@/components/forms/form-context";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { coarseDegrees } from "@/lib/core/coarse";

type HomePointProps = {
  /** What is said of the point that the account keeps. */
  kept?: string;
  texts: { ask: string; asking: string; told: string; refused: string };
};

type Asked = "asking" | "refused" | { latitude: number; longitude: number } | null;

const MINUTES = 60_000;

/** Lets the device say where it is. Only a point rounded to about 10 km gets into the form, and with it out of here. */
export function HomePoint({ kept, texts }: HomePointProps) {
  const { state } = useFormKit();
  const [asked, setAsked] = useState<Asked>(null);
  useEffect(() => {
    if (state.status === "done") setAsked(null);
  }, [state]);

  function ask() {
    if (!navigator.geolocation) return setAsked("refused");
    setAsked("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setAsked(coarse(coords)),
      () => setAsked("refused"),
      { enableHighAccuracy: false, maximumAge: 30 * MINUTES, timeout: MINUTES / 3 },
    );
  }

  const point = asked !== null && typeof asked === "object" ? asked : null;
  return (
    <div className="grid gap-2">
      <input type="hidden" name="latitude" value={point?.latitude ?? ""} />
      <input type="hidden" name="longitude" value={point?.longitude ?? ""} />
      <div className="with-script">
        <Button small onClick={ask} pending={asked === "asking"}>
          <Icon name="pin" size={18} />
          {texts.ask}
        </Button>
      </div>
      {kept && !point && <p className="hint">{kept}</p>}
      <p role="status" className="hint">
        {sentence(asked, texts)}
      </p>
    </div>
  );
}

function coarse({ latitude, longitude }: GeolocationCoordinates) {
  return { latitude: coarseDegrees(latitude), longitude: coarseDegrees(longitude) };
}

function sentence(asked: Asked, { asking, told, refused }: HomePointProps["texts"]): string {
  if (asked === null) return "";
  if (asked === "asking") return asking;
  if (asked === "refused") return refused;
  return told;
}
