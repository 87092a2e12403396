import { describe, expect, test, vi } from "vitest";
import type { OutgoingMail } from "@/lib/mail/mail";
import { sendTrial } from "./send-trial";

const now = new Date("2026-11-23T12:00:00Z");
const trial = { to: "vera@example.org", locale: "fr" } as const;

describe("sendTrial", () => {
  test("sends one mail at once, each under a name of its own", async () => {
    const sent: OutgoingMail[] = [];
    const via = {
      send: async (mail: OutgoingMail) => {
        sent.push(mail);
        return { status: "sent" } as const;
      },
      close: () => {},
    };
    const ctx = { actor: { kind: "system" } as const, now };
    expect(await sendTrial(ctx, trial, { via })).toEqual({ status: "sent" });
    await sendTrial(ctx, { ...trial, locale: "en" }, { via });
    expect(sent).toMatchObject([
      { to: trial.to, locale: "fr", date: now },
      { to: trial.to, locale: "en" },
    ]);
    expect(sent[0]?.name).not.toBe(sent[1]?.name);
    expect(sent[1]?.text).toContain("http://localhost:3000");
  });

  test("is for those who look after the server", async () => {
    const via = { send: vi.fn(), close: () => {} };
    for (const actor of [
      { kind: "anonymous" } as const,
      { kind: "account", accountId: "0198", role: "moderator" } as const,
    ])
      await expect(sendTrial({ actor, now }, trial, { via })).rejects.toMatchObject({ code: "forbidden" });
    expect(via.send).not.toHaveBeenCalled();
  });
});
