import { Fragment } from "react";

const address = /(https?:\/\/[^\s<>()]+[^\s<>().,;:!?'"»”])/;

/** Words of others, in which addresses can be followed. */
export function WithLinks({ text }: { text: string }) {
  return text.split(address).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are told apart by their places alone
    <Fragment key={index}>
      {index % 2 === 1 ? (
        <a href={part} rel="nofollow noopener noreferrer">
          {part}
        </a>
      ) : (
        part
      )}
    </Fragment>
  ));
}
