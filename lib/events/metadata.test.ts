import { expect, test } from "vitest";
import { metadataOf, type Told, toldBy } from "./metadata";

const told: Told = {
  wheelchair: "partially",
  signLanguage: true,
  subtitles: false,
  smokeFree: true,
  liveUrl: "https://www.twitch.tv/bell",
  replayUrl: "https://tube.example/w/abc",
  roomUrl: "https://meet.jit.si/Bell",
  padUrl: "https://pad.example/p/bell",
  pollUrl: "",
  scheduleUrl: "",
  pairs: [{ title: "Dress code", value: "Something warm" }],
};

test("what is told is stored as Mobilizon names it, and comes back", () => {
  const stored = metadataOf(told);
  expect(stored).toEqual([
    { key: "mz:accessibility:wheelchairAccessible", value: "partially" },
    { key: "mz:accessibility:live:sign_language", value: "true" },
    { key: "mz:accessibility:smokeFree", value: "true" },
    { key: "mz:live:twitch:url", value: "https://www.twitch.tv/bell" },
    { key: "mz:replay:peertube:url", value: "https://tube.example/w/abc" },
    { key: "mz:visio:jitsi_meet", value: "https://meet.jit.si/Bell" },
    { key: "mz:notes:etherpad:url", value: "https://pad.example/p/bell" },
    { key: "mz:plain:1", title: "Dress code", value: "Something warm" },
  ]);
  expect(toldBy(stored)).toEqual(told);
});

test("what no field knows is left out, and wrong values count as none", () => {
  const nothing = toldBy([
    { key: "mz:accessibility:wheelchairAccessible", value: "perhaps" },
    { key: "mz:unheard:of", value: "x" },
  ]);
  expect(metadataOf(nothing)).toEqual([]);
});
