import type { OutgoingMail } from "../mail";

/** A mail on its way out, for tests. */
export function outgoing(values: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    name: "n4me",
    date: new Date("2026-11-23T12:00:00.000Z"),
    to: "grace@example.org",
    locale: "en",
    subject: "Repair café – you are in",
    text: "Hello Grace,\n",
    html: "<p>Hello Grace,</p>",
    ...values,
  };
}
