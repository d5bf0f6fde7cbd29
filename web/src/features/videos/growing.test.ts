import { describe, expect, it } from "vitest";
import { codecOf, Feed, playlistOf } from "./growing";

const HEAD = new Uint8Array([0, 0, 0, 45, 0x61, 0x76, 0x63, 0x43, 1, 0x64, 0, 0x1f, 0xff, 0xe1]);
const START = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:4\n";
const MAP = '#EXT-X-MAP:URI="watch/head.mp4"\n';
const listOf = (count: number, end = "") =>
  START + MAP + Array.from({ length: count }, (_, i) => `#EXTINF:3.5,\nwatch/${i + 1}.m4s\n`).join("") + end;

describe("a playlist", () => {
  it("has nothing before the first segment", () =>
    expect(playlistOf(START)).toEqual({ head: null, segments: [], ended: false }));

  it("tells the head, the segments and the end", () =>
    expect(playlistOf(listOf(2, "#EXT-X-ENDLIST\n"))).toEqual({
      head: "watch/head.mp4",
      segments: ["watch/1.m4s", "watch/2.m4s"],
      ended: true,
    }));
});

describe("a codec", () => {
  it("is profile, constraints and level", () => expect(codecOf(HEAD)).toBe("avc1.64001f"));
  it("is none in other bytes, or in too few", () => {
    expect(codecOf(new Uint8Array([1, 2, 3]))).toBeNull();
    expect(codecOf(HEAD.slice(0, 10))).toBeNull();
  });
});

describe("a feed", () => {
  function aFeed(fails = new Set<string>()) {
    const told: string[] = [];
    const feed = new Feed(
      async (path) => {
        if (fails.delete(path)) throw new TypeError("away");
        return path.endsWith("head.mp4") ? HEAD : new TextEncoder().encode(path);
      },
      {
        open: async (codec) => void told.push(`open ${codec}`),
        append: async (bytes) => void told.push(bytes === HEAD ? "head" : new TextDecoder().decode(bytes)),
        close: () => void told.push("close"),
      },
    );
    return { feed, told };
  }

  it("waits while there is nothing", async () => {
    const { feed, told } = aFeed();
    expect(await feed.take(playlistOf(START))).toBe(false);
    expect(told).toEqual([]);
  });

  it("gives the head once, each segment once and in order, and ends with the film", async () => {
    const { feed, told } = aFeed();
    await feed.take(playlistOf(listOf(1)));
    await feed.take(playlistOf(listOf(1)));
    expect(await feed.take(playlistOf(listOf(3, "#EXT-X-ENDLIST\n")))).toBe(true);
    expect(told).toEqual(["open avc1.64001f", "head", "watch/1.m4s", "watch/2.m4s", "watch/3.m4s", "close"]);
  });

  it("goes on with the segment that did not come", async () => {
    const { feed, told } = aFeed(new Set(["watch/2.m4s"]));
    await expect(feed.take(playlistOf(listOf(3)))).rejects.toThrow("away");
    await feed.take(playlistOf(listOf(3)));
    expect(told).toEqual(["open avc1.64001f", "head", "watch/1.m4s", "watch/2.m4s", "watch/3.m4s"]);
    expect(feed.length).toBe(3);
  });
});
