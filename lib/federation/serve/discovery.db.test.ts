import { describe, expect } from "vitest";
import {
  createAccount,
  createComment,
  createEvent,
  createIdentity,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { describeInstance } from "@/lib/instance/texts/describe";
import { descriptionInput } from "@/lib/instance/texts/input";
import { findServedActor } from "./find-actor";
import { nodeInfoLinks, readNodeInfo } from "./nodeinfo";
import { findFinger } from "./webfinger";

describe("findFinger", () => {
  test("tells of an identity by its name, in capitals too, and by its address", async ({ db }) => {
    const ctx = { db, actor: { kind: "anonymous" as const }, now };
    const ada = await createIdentity(db, { handle: "ada" });
    const told = await findFinger(ctx, "acct:ada@localhost:3000");
    expect(told).toEqual({
      subject: "acct:ada@localhost:3000",
      aliases: [ada.uri],
      links: [
        { rel: "self", type: "application/activity+json", href: ada.uri },
        {
          rel: "http://webfinger.net/rel/profile-page",
          type: "text/html",
          href: "http://localhost:3000/@ada",
        },
        {
          rel: "http://ostatus.org/schema/1.0/subscribe",
          template: "http://localhost:3000/interact?uri={uri}",
        },
      ],
    });
    for (const resource of ["ada@localhost:3000", "acct:@Ada@LOCALHOST:3000", ada.uri, `${ada.uri}/`])
      expect(await findFinger(ctx, resource), resource).toEqual(told);
  });

  test("tells of the server by its name, by its host's and by its address", async ({ db }) => {
    const ctx = { db, actor: { kind: "anonymous" as const }, now };
    const resources = [
      "acct:relay@localhost:3000",
      "acct:localhost:3000@localhost:3000",
      "acct:localhost@localhost:3000",
    ];
    for (const resource of [...resources, "http://localhost:3000/relay", "http://localhost:3000/"])
      expect(await findFinger(ctx, resource), resource).toMatchObject({
        subject: "acct:relay@localhost:3000",
      });
  });

  test("tells of nobody else", async ({ db }) => {
    const ctx = { db, actor: { kind: "anonymous" as const }, now };
    await createIdentity(db, { handle: "shy", visibility: "participants" });
    await createIdentity(db, { handle: "gone", deletedAt: now });
    const resources = [
      "shy@localhost:3000",
      "gone@localhost:3000",
      "ada@far.example",
      "https://far.example/@shy",
      "x",
      "",
    ];
    for (const resource of resources) expect(await findFinger(ctx, resource), resource).toBeNull();
  });
});

describe("NodeInfo", () => {
  test("counts what is of this server, and people as identities", async ({ db }) => {
    const ada = await createIdentity(db);
    const event = await createEvent(db, { organizerId: ada.id });
    await createRemoteEvent(db, {});
    await createEvent(db, { organizerId: ada.id, visibility: "unlisted" });
    await createComment(db, event, { authorId: ada.id });
    expect(await readNodeInfo(db, "2.1")).toMatchObject({
      version: "2.1",
      software: { name: "carillon" },
      protocols: ["activitypub"],
      openRegistrations: true,
      usage: { users: { total: 1 }, localPosts: 1, localComments: 1 },
    });
  });

  test("says what administrators call the server, in its language; so does its own actor", async ({ db }) => {
    const { id: accountId } = await createAccount(db, { role: "administrator" });
    const vera = { db, actor: { kind: "account", accountId, role: "administrator" } as const, now };
    const short = { short_en: "What rings", short_fr: "Ce qui sonne & plus" };
    const typed = { name: "Bells", contact: "bells@example.org", language: "fr", ...short };
    await describeInstance(vera, descriptionInput.parse(typed));
    expect(await readNodeInfo(db, "2.0")).toMatchObject({
      metadata: { nodeName: "Bells", nodeDescription: short.short_fr, contact: "bells@example.org" },
    });
    expect(await findServedActor(vera, "relay")).toMatchObject({
      document: { name: "Bells", summary: "<p>Ce qui sonne &amp; plus</p>" },
    });
  });

  test("leads to the server's own actor", () => {
    expect(nodeInfoLinks().links).toContainEqual({
      rel: "https://www.w3.org/ns/activitystreams#Application",
      href: "http://localhost:3000/relay",
    });
  });
});
