"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useField } from "@/components/forms/use-field";
import { type Option, type OptionGroup, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { ZoneOfDevice } from "./zone-of-device";
import { matching } from "./zone-search";

export type ZoneTexts = {
  label: string;
  hint: string;
  search: string;
  searchHint: string;
  /** With "{count}". */
  found: string;
  nothingFound: string;
  /** With "{zone}". */
  ofDevice: string;
  takeIt: string;
};

type ZoneFieldProps = {
  options: (Option | OptionGroup)[];
  current: string;
  texts: ZoneTexts;
  /** One click on the zone of this device saves it, too. */
  savesAtOnce?: boolean;
};

/** A select of every zone. With scripts one can search it, and take the zone that this device is in. */
export function ZoneField({ options: listed, current, texts, savesAtOnce }: ZoneFieldProps) {
  const { frame, registered, typed } = useField("zone");
  const select = useRef<HTMLSelectElement>(null);
  const [query, setQuery] = useState("");
  const [unlisted, setUnlisted] = useState<Option | null>(null);
  const options = unlisted ? [unlisted, ...listed] : listed;
  const found = matching(options, query);

  function take(zone: Option, isListed: boolean) {
    flushSync(() => {
      setQuery("");
      setUnlisted(isListed ? null : zone);
    });
    if (select.current) select.current.value = zone.value;
    if (savesAtOnce) select.current?.form?.requestSubmit();
  }

  // Enter means "this one" here, not "save".
  function choose(event: KeyboardEvent) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    select.current?.focus();
  }

  return (
    <>
      <ZoneOfDevice options={listed} current={current} texts={texts} take={take} />
      <div className="field with-script">
        <TextInput
          id={`${frame.id}-search`}
          type="search"
          label={texts.search}
          hint={texts.searchHint}
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={choose}
        />
        <p role="status" className="hint">
          {query && (found.count > 0 ? texts.found.replace("{count}", `${found.count}`) : texts.nothingFound)}
        </p>
      </div>
      <Select
        {...frame}
        {...registered}
        ref={select}
        label={texts.label}
        hint={texts.hint}
        options={found.count > 0 ? found.options : options}
        defaultValue={typed?.[0] ?? current}
      />
    </>
  );
}
