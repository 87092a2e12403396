"use client";

import type { Editor } from "@tiptap/react";
import { type KeyboardEvent, useId, useState } from "react";
import type { ToolbarTexts } from "./formatted-toolbar";

type FormattedLinkProps = { editor: Editor; texts: ToolbarTexts; isOn: boolean };

/** Asks for the address where one stands; on a link the button takes it away. */
export function FormattedLink({ editor, texts, isOn }: FormattedLinkProps) {
  const [isAsking, setAsking] = useState(false);
  const [address, setAddress] = useState("");
  const id = useId();

  function set() {
    const href = /^(https?:\/\/|mailto:)/i.test(address) ? address : `https://${address}`;
    const chain = editor.chain().focus();
    if (address && editor.state.selection.empty)
      chain.insertContent({ type: "text", text: address, marks: [{ type: "link", attrs: { href } }] }).run();
    else if (address) chain.setLink({ href }).run();
    setAsking(false);
    setAddress("");
  }

  /** Enter would send the form around it. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") setAsking(false);
    if (event.key !== "Enter") return;
    event.preventDefault();
    set();
  }

  return (
    <>
      <button
        type="button"
        className="formatted-tool"
        aria-pressed={isOn}
        aria-expanded={isAsking}
        onClick={() => (isOn ? editor.chain().focus().unsetLink().run() : setAsking(!isAsking))}
      >
        {texts.link}
      </button>
      {isAsking && (
        <span className="formatted-link">
          <label htmlFor={id} className="sr-only">
            {texts.linkAddress}
          </label>
          <input
            id={id}
            className="input"
            placeholder="https://…"
            value={address}
            onChange={(event) => setAddress(event.target.value.trim())}
            onKeyDown={onKeyDown}
          />
          <button type="button" className="btn btn-small" onClick={set}>
            {texts.linkSet}
          </button>
        </span>
      )}
    </>
  );
}
