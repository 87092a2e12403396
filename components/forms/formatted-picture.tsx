"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FileInput } from "@/components/ui/file-input";
import { TextInput } from "@/components/ui/text-input";
import { useReasonText } from "./form-context";
import type { PictureTexts } from "./formatted-texts";
import { type PictureTarget, sendPicture } from "./send-picture";

type FormattedPictureProps = {
  target: PictureTarget;
  texts: PictureTexts;
  /** Puts it into the text. */
  insert: (picture: { name: string; alt: string }) => void;
};

/** Asks for a picture and what it shows, beside the text that it is to stand in. */
export function FormattedPicture({ target, texts, insert }: FormattedPictureProps) {
  const [isAsking, setAsking] = useState(false);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const box = useRef<HTMLFieldSetElement>(null);
  const textOf = useReasonText();
  const id = useId();

  async function send() {
    const [file, words] = [...(box.current?.querySelectorAll("input") ?? [])];
    const chosen = file?.files?.[0];
    if (isSending) return;
    if (!chosen) return setRefusal("picture_missing");
    const alt = words?.value.trim() ?? "";
    setRefusal(undefined);
    setSending(true);
    const sent = await sendPicture({
      ...target,
      form: box.current?.closest("form") ?? null,
      file: chosen,
      alt,
    });
    setSending(false);
    if ("refusal" in sent) return setRefusal(sent.refusal);
    setAsking(false);
    insert({ name: sent.name, alt });
  }

  /** Enter would send the form around it. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") setAsking(false);
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    if (event.target.type === "file") return;
    event.preventDefault();
    void send();
  }

  return (
    <>
      <button
        type="button"
        className="btn btn-small"
        aria-expanded={isAsking}
        onClick={() => setAsking(!isAsking)}
      >
        {texts.picture}
      </button>
      {isAsking && (
        <fieldset ref={box} className="formatted-picture" aria-label={texts.picture} onKeyDown={onKeyDown}>
          <FileInput
            id={`${id}-file`}
            label={texts.pictureFile}
            hint={texts.pictureHint}
            errors={refusal ? [textOf(refusal)] : []}
            accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
          />
          <TextInput
            id={`${id}-alt`}
            label={texts.pictureDescription}
            hint={texts.pictureDescriptionHint}
            maxLength={1000}
          />
          <Button small pending={isSending} onClick={() => void send()}>
            {texts.pictureInsert}
          </Button>
        </fieldset>
      )}
    </>
  );
}
