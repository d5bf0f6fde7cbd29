// pg-boss with ten workers that fetch a hundred jobs each; picked up one by one, by NOTIFY.
import pg from "pg";
import { PgBoss } from "pg-boss";
import { Drain, pickups, serve, timed } from "./measure.mjs";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const boss = new PgBoss({ connectionString: process.env.DATABASE_URL, max: 12, useListenNotify: true });
boss.on("error", (problem) => console.error(problem));
await boss.start();
await boss.createQueue("none", { notify: true });

async function working(options, handler, work) {
  const workers = await Promise.all(
    Array.from({ length: 10 }, () => boss.work("none", options, async (jobs) => handler(jobs))),
  );
  const answer = await work();
  await Promise.all(workers.map((id) => boss.offWork("none", { id, wait: true })));
  return answer;
}

await serve({
  empty: () => boss.deleteAllJobs("none"),
  addOneByOne: (count) =>
    timed(async () => {
      const client = await pool.connect();
      const db = { executeSql: (text, values) => client.query(text, values) };
      for (let i = 0; i < count; i++) {
        await client.query("begin");
        await boss.send("none", {}, { db });
        await client.query("commit");
      }
      client.release();
    }),
  addMany: (count) => timed(() => boss.insert("none", Array.from({ length: count }, () => ({ data: {} })))),
  drain: (count) => {
    const drain = new Drain(count);
    const left = "select 1 from pgboss.job where state < 'completed' limit 1";
    return working(
      { batchSize: 100, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 },
      (jobs) => drain.ran(jobs.length),
      () => drain.seconds(async () => (await pool.query(left)).rowCount === 0),
    );
  },
  pickup: (times) => {
    let ran;
    return working(
      { batchSize: 1, pollingIntervalSeconds: 2 },
      () => ran(),
      () =>
        pickups(times, (next) => {
          ran = next;
          return boss.send("none", {});
        }),
    );
  },
});
