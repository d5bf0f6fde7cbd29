import { expect, it } from "vitest";
import { type Answer, grown, NOTHING, piecesOf } from "./answer";
import { readEvents } from "./events";

const TOLD =
  'id: 1\nevent: start\ndata: {"messageId":"m"}\n\n:\n\nid: 2\nevent: delta\ndata: {"text":"“Naïve ","seq":2}\n\n' +
  'id: 3\nevent: delta\ndata: {"text":"fox” [1]","seq":3}\n\nid: 4\nevent: citation\ndata: {"n":1,"at":12,"start":5,"end":9,"verified":true}\n\n' +
  'id: 5\nevent: done\ndata: {"finishReason":"stop"}\n\n';

async function answerOf(...streams: ReadableStream<Uint8Array>[]): Promise<Answer> {
  let answer = NOTHING;
  for (const stream of streams) for await (const event of readEvents(stream)) answer = grown(answer, event);
  return answer;
}

function cut(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
}

it("reads an answer however its bytes are cut", async () => {
  const bytes = new TextEncoder().encode(TOLD);
  for (const size of [1, 2, 3, 7, 1000]) {
    const answer = await answerOf(cut(bytes, size));
    expect(answer).toMatchObject({ messageId: "m", content: "“Naïve fox” [1]", last: 5, isDone: true });
  }
});

it("neither loses nor doubles a word when the stream is told again from the beginning", async () => {
  const bytes = new TextEncoder().encode(TOLD);
  for (let end = 0; end < bytes.length; end += 5)
    expect((await answerOf(cut(bytes.slice(0, end), 9), cut(bytes, 9))).content).toBe("“Naïve fox” [1]");
});

it("makes links of the numbers that were checked, and leaves others as they are", () => {
  const one = { n: 1, at: 12, start: 5, end: 9, verified: true };
  expect(piecesOf("“Naïve fox” [1] and [2]", [one])).toEqual([
    { text: "“Naïve fox” " },
    { citation: one, n: 1 },
    { text: " and [2]" },
  ]);
  expect(piecesOf("no number", [one])).toEqual([{ text: "no number" }]);
});
