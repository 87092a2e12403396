"use client";

import "./formatted-text.css";
import type { Editor } from "@tiptap/react";
import { EditorContent, useEditor } from "@tiptap/react";
import { type RefObject, useImperativeHandle } from "react";
import { formattedExtensions } from "./formatted-extensions";
import { FormattedToolbar, type ToolbarTexts } from "./formatted-toolbar";

type FormattedTextProps = {
  label: string;
  texts: ToolbarTexts;
  /** Markdown, as it was typed. */
  initial: string;
  /** Called with the Markdown of every change. */
  onChange: (markdown: string) => void;
  /** Set while it is there: puts a picture where one writes. */
  inserter: RefObject<InsertPicture | null>;
};

export type InsertPicture = (picture: { name: string; alt: string }) => void;

/** The editor itself: comes when somebody asks for it, since it is larger than all the rest of the page. */
export default function FormattedText({ label, texts, initial, onChange, inserter }: FormattedTextProps) {
  const editor = useEditor({
    extensions: formattedExtensions,
    // This part never runs on the server.
    immediatelyRender: true,
    content: initial,
    contentType: "markdown",
    autofocus: "end",
    // A policy of the page forbids styles that scripts bring along.
    injectCSS: false,
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label, dir: "auto" },
    },
    onUpdate: ({ editor }: { editor: Editor }) => onChange(editor.getMarkdown()),
  });
  // A paragraph of its own: next to words it would break the line anyway.
  useImperativeHandle(
    inserter,
    () => (attrs) => {
      const content = [{ type: "image", attrs }];
      editor.chain().focus().insertContent({ type: "paragraph", content }).run();
    },
    [editor],
  );
  return (
    <div className="formatted">
      <FormattedToolbar editor={editor} texts={texts} />
      <EditorContent editor={editor} className="prose input" />
    </div>
  );
}
