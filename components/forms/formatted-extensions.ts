import { Markdown } from "@tiptap/markdown";
import StarterKit from "@tiptap/starter-kit";
import { FormattedImage } from "./formatted-image";

/** What can be written: no more than our Markdown shows. Whatever else is pasted loses its looks and keeps its words. */
export const formattedExtensions = [
  StarterKit.configure({
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
