// A bare `ws` server that answers the same words on stdin as the other servers of this benchmark.
import { createInterface } from "node:readline";
import { WebSocketServer } from "ws";

const server = new WebSocketServer({ host: "127.0.0.1", port: Number(process.argv[2]), path: "/events" });
const filler = "x".repeat(140);
const behind = 64 * 1024; // bytes a socket may have waiting before the sender does

const broadcast = (n) => {
  const event = { t: Number(process.hrtime.bigint()), n, text: filler };
  const message = Buffer.from(JSON.stringify(event) + "\x1e");
  for (const socket of server.clients) socket.send(message, { binary: false });
};
const turn = () => new Promise((done) => setImmediate(done));

const burst = async (count) => {
  for (let n = 0; n < count; n++) {
    broadcast(n);
    await turn();
    while ([...server.clients].some((socket) => socket.bufferedAmount > behind)) await turn();
  }
};
const pace = async (count, apart) => {
  for (let n = 0; n < count; n++) {
    broadcast(n);
    await new Promise((done) => setTimeout(done, apart));
  }
};

server.on("listening", () => console.log("ready"));
for await (const line of createInterface({ input: process.stdin })) {
  const [word, ...numbers] = line.split(" ");
  if (word === "burst") await burst(Number(numbers[0]));
  if (word === "pace") await pace(Number(numbers[0]), Number(numbers[1]));
  if (word === "collect") globalThis.gc();
  console.log("done");
}
process.exit(0);
