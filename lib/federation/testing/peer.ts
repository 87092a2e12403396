import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { env } from "@/lib/core/env";
import type { Document } from "../activity";
import { makePair, type Parts, signCavage } from "../signature/testing/signing";

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export type Peer = {
  origin: string;
  host: string;
  /** What it answers, by path; everything else is 404. */
  answers: Map<string, Document | Answering>;
  /** Every path that it was asked for, in order. */
  asked: string[];
  close(): void;
};

/** Another server, on this machine: with a port of its own, it is an origin of its own. Needs ALLOW_PRIVATE_NETWORK. */
export async function startPeer(): Promise<Peer> {
  const answers: Peer["answers"] = new Map();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const found = answers.get(request.url ?? "");
    if (typeof found === "function") return found(request, response);
    if (!found) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": "application/activity+json" }).end(JSON.stringify(found));
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://${host}`, host, answers, asked, close };
}

/** Two are enough for all tests of a file: making them is slow. */
const pairs = [makePair(), makePair()] as const;

export type PeerActor = { uri: string; keyUri: string; privateKey: Parts["privateKey"]; document: Document };

/** Somebody on that server, whose document it answers. `pair`: which of two keys they sign with. */
export function addActor(
  peer: Peer,
  name: string,
  { pair = 0, ...values }: Document & { pair?: 0 | 1 } = {},
): PeerActor {
  const uri = `${peer.origin}/users/${name}`;
  const keyUri = `${uri}#main-key`;
  const { spki, privateKey } = pairs[pair];
  const document = {
    id: uri,
    type: "Person",
    preferredUsername: name,
    inbox: `${uri}/inbox`,
    publicKey: { id: keyUri, owner: uri, publicKeyPem: spki },
    ...values,
  };
  peer.answers.set(`/users/${name}`, document);
  return { uri, keyUri, privateKey, document };
}

/** What an actor sends to our inbox, signed. */
export function sent(
  by: Pick<PeerActor, "keyUri" | "privateKey">,
  activity: Document | string,
  parts: Partial<Parts> & { date: Date },
): Request {
  const body = typeof activity === "string" ? activity : JSON.stringify(activity);
  return signCavage({
    url: `${env().ORIGIN}/inbox`,
    body,
    keyUri: by.keyUri,
    privateKey: by.privateKey,
    ...parts,
  });
}
