import { Markdown } from "@tiptap/markdown";
import { Node } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { FormattedImage } from "./formatted-image";

/** The kit takes a picture that stands alone out of its paragraph; ours stand in the text, as words do. */
const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((each) =>
      each instanceof Node && each.name === "paragraph" ? withLonePictures(each) : each,
    );
  },
});

function withLonePictures(paragraph: Node): Node {
  return paragraph.extend({
    parseMarkdown(token, helpers) {
      const { tokens = [] } = token;
      const isPicture = tokens.length === 1 && tokens[0]?.type === "image";
      if (isPicture) return helpers.createNode("paragraph", undefined, helpers.parseInline(tokens));
      return this.parent?.(token, helpers) ?? [];
    },
  });
}

/** What can be written: no more than our Markdown shows. Whatever else is pasted loses its looks and keeps its words. */
export const formattedExtensions = [
  Kit.configure({
    underline: false,
    link: {
      openOnClick: false,
      autolink: true,
      protocols: ["http", "https", "mailto"],
      HTMLAttributes: { rel: null, target: null },
    },
  }),
  FormattedImage,
  Markdown.configure({ markedOptions: { gfm: true, breaks: true } }),
];
