// BullMQ with ten jobs at a time, on a Redis that keeps nothing.
import { Queue, Worker } from "bullmq";
import { Drain, pickups, serve, timed } from "./measure.mjs";

const connection = { host: "127.0.0.1", port: Number(process.env.REDIS_PORT), maxRetriesPerRequest: null };
const queue = new Queue("bench", { connection, defaultJobOptions: { removeOnComplete: true } });

async function working(handler, work) {
  const worker = new Worker("bench", async () => handler(), { connection, concurrency: 10, autorun: false });
  await worker.waitUntilReady();
  worker.run();
  const answer = await work();
  await worker.close();
  return answer;
}

await serve({
  empty: () => queue.obliterate({ force: true }),
  addOneByOne: (count) =>
    timed(async () => {
      for (let i = 0; i < count; i++) await queue.add("none", {});
    }),
  addMany: (count) =>
    timed(() => queue.addBulk(Array.from({ length: count }, () => ({ name: "none", data: {} })))),
  drain: (count) => {
    const drain = new Drain(count);
    const empty = async () => (await queue.getJobCountByTypes("waiting", "active", "prioritized")) === 0;
    return working(
      () => drain.ran(),
      () => drain.seconds(empty),
    );
  },
  pickup: (times) => {
    let ran;
    return working(
      () => ran(),
      () =>
        pickups(times, (next) => {
          ran = next;
          return queue.add("none", {});
        }),
    );
  },
});
