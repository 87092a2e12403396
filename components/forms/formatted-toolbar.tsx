"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { FormattedLink } from "./formatted-link";

export type ToolbarTexts = Record<
  | "toolbar"
  | "bold"
  | "italic"
  | "strike"
  | "heading"
  | "bulletList"
  | "orderedList"
  | "blockquote"
  | "link"
  | "linkAddress"
  | "linkSet"
  | "undo"
  | "redo",
  string
>;

type Command = { name: keyof ToolbarTexts; sign: string; run: (editor: Editor) => void };

const commands: Command[] = [
  { name: "bold", sign: "B", run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: "italic", sign: "I", run: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: "strike", sign: "S", run: (editor) => editor.chain().focus().toggleStrike().run() },
  { name: "heading", sign: "H", run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run() },
  { name: "bulletList", sign: "•", run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { name: "orderedList", sign: "①", run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: "blockquote", sign: "”", run: (editor) => editor.chain().focus().toggleBlockquote().run() },
];

const steps: Command[] = [
  { name: "undo", sign: "↶", run: (editor) => editor.chain().focus().undo().run() },
  { name: "redo", sign: "↷", run: (editor) => editor.chain().focus().redo().run() },
];

/** Buttons for those who know no signs. Each is reached by Tab; the usual shortcuts work in the text. */
export function FormattedToolbar({ editor, texts }: { editor: Editor; texts: ToolbarTexts }) {
  const active = useEditorState({
    editor,
    selector: ({ editor }) =>
      new Set(
        [...commands.map(({ name }) => name as string), "link"].filter((name) => editor.isActive(name)),
      ),
    equalityFn: (a, b) => b !== null && [...a].join() === [...b].join(),
  });
  return (
    <fieldset className="formatted-tools" aria-label={texts.toolbar}>
      {commands.map((command) => (
        <Tool
          key={command.name}
          {...command}
          editor={editor}
          label={texts[command.name]}
          isOn={active.has(command.name)}
        />
      ))}
      <FormattedLink editor={editor} texts={texts} isOn={active.has("link")} />
      {steps.map((step) => (
        <Tool key={step.name} {...step} editor={editor} label={texts[step.name]} />
      ))}
    </fieldset>
  );
}

type ToolProps = Command & { editor: Editor; label: string; isOn?: boolean };

function Tool({ name, sign, run, editor, label, isOn }: ToolProps) {
  return (
    <button
      type="button"
      className={`formatted-tool formatted-${name}`}
      title={label}
      aria-label={label}
      aria-pressed={isOn}
      onClick={() => run(editor)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
