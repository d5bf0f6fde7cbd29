import { describe, expect, it } from "vitest";
import { chaptersOf, timecode } from "./moments";

describe("a time code", () => {
  it.each([
    [0, "0:00"],
    [6.9999, "0:07"],
    [7.4, "0:07"],
    [61.2, "1:01"],
  ])("%s is written %s", (seconds, written) => expect(timecode(seconds)).toBe(written));
});

describe("chapters", () => {
  it("are read with their start and their text", () =>
    expect(
      chaptersOf(
        "WEBVTT\n\n1\n00:00:00.000 --> 00:00:04.500\nA city &amp; its cars\n\n2\n00:00:04.500 --> 00:01:10.000\nThe &lt;end&gt;\n",
      ),
    ).toEqual([
      { start: 0, title: "A city & its cars" },
      { start: 4.5, title: "The <end>" },
    ]));

  it("are none in a file of another kind", () => expect(chaptersOf("<html></html>")).toEqual([]));
});
