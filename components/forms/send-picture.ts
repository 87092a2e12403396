/** Where a picture for a text is sent, and which fields of the form go with it. */
export type PictureTarget = { to: string; fields: string[] };

type Sending = PictureTarget & { form: HTMLFormElement | null; file: File; alt: string };

type Sent = { name: string } | { refusal: string };

const EVERY_MS = 500;
const TRIES = 40;

/** Sends a picture, and answers once it can be shown, or with the reason why not. */
export async function sendPicture(sending: Sending): Promise<Sent> {
  try {
    const answer = await fetch(sending.to, { method: "POST", body: dataOf(sending) });
    const told = await answer.json();
    if (!answer.ok) return { refusal: told.fieldErrors?.picture?.[0] ?? told.reason };
    return (await isReadable(told.address)) ? { name: told.name } : { refusal: "picture_not_readable" };
  } catch {
    return { refusal: "no_connection" };
  }
}

function dataOf({ fields, form, file, alt }: Sending): FormData {
  const data = new FormData();
  const typed = new FormData(form ?? undefined);
  for (const field of fields) data.append(field, typed.get(field) ?? "");
  data.append("picture", file);
  data.append("pictureAlt", alt);
  return data;
}

/** A job makes what is shown; where it has much to do, the text need not wait for it. */
async function isReadable(address: string): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) {
    const { status } = await fetch(address, { method: "HEAD" });
    if (status !== 202) return status === 200;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  return true;
}
