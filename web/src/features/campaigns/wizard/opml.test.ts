// @vitest-environment jsdom
import { expect, it } from "vitest";
import { addressesIn } from "./opml";

it("reads the addresses of a list of feeds, each once, and nothing that is not one", () => {
  const opml = `<opml version="2.0"><body><outline text="Crafts">
    <outline text="Looms" xmlUrl="https://looms.example/feed" htmlUrl="https://looms.example/"/>
    <outline text="Wool" xmlUrl="https://wool.example/rss.xml"/>
    <outline text="Again" xmlUrl="https://wool.example/rss.xml"/>
    <outline text="Odd" xmlUrl="javascript:alert(1)"/>
  </outline></body></opml>`;
  expect(addressesIn(opml)).toEqual(["https://looms.example/", "https://wool.example/rss.xml"]);
  expect(addressesIn("no list at all")).toEqual([]);
});
