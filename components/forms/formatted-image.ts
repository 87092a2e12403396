import { Node } from "@tiptap/react";
import { pictureAddress, pictureMarkdown, pictureNamedBy } from "@/lib/core/text/text-pictures";

/** A picture of this server in the text. Of every other its words are left. */
export const FormattedImage = Node.create({
  name: "image",
  group: "inline",
  inline: true,
  draggable: true,
  addAttributes: () => ({ name: { default: "" }, alt: { default: "" } }),
  parseHTML: () => [{ tag: "img", getAttrs: (element) => attributesOf(element) }],
  renderHTML: ({ node: { attrs } }) => ["img", { src: pictureAddress(attrs.name), alt: attrs.alt }],
  renderText: ({ node: { attrs } }) => attrs.alt,
  parseMarkdown: ({ href = "", text = "" }, { createNode, createTextNode }) => {
    const name = pictureNamedBy(href);
    if (name) return createNode("image", { name, alt: text });
    return text ? createTextNode(text) : [];
  },
  renderMarkdown: ({ attrs }) => pictureMarkdown({ name: attrs?.name ?? "", alt: attrs?.alt ?? "" }),
});

/** Copied from a page, a picture has a width in its address. */
function attributesOf(element: HTMLElement) {
  const address = (element.getAttribute("src") ?? "").replace(/-\d+\.webp$/, "");
  const name = pictureNamedBy(address.replace(location.origin, ""));
  return name ? { name, alt: element.getAttribute("alt") ?? "" } : false;
}
