// graphile-worker: its defaults with ten jobs at a time, or (BATCHED) its own batching at its best.
import pg from "pg";
import { run, runMigrations, makeWorkerUtils, Logger } from "graphile-worker";
import { Drain, pickups, serve, timed } from "./measure.mjs";

const logger = new Logger(() => () => {});
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await runMigrations({ pgPool: pool, logger });
const utils = await makeWorkerUtils({ pgPool: pool, logger });
const settings = process.env.BATCHED
  ? { concurrentJobs: 24, localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 }
  : { concurrentJobs: 10 };

async function working(handler, work) {
  const preset = { worker: { ...settings, logger } };
  const runner = await run({ pgPool: pool, taskList: { none: () => handler() }, noHandleSignals: true, preset });
  const answer = await work();
  await runner.stop();
  return answer;
}

await serve({
  empty: () => pool.query("truncate graphile_worker._private_jobs"),
  addOneByOne: (count) =>
    timed(async () => {
      const client = await pool.connect();
      for (let i = 0; i < count; i++) {
        await client.query("begin");
        await client.query("select graphile_worker.add_job('none', '{}'::json)");
        await client.query("commit");
      }
      client.release();
    }),
  addMany: (count) =>
    timed(() => utils.addJobs(Array.from({ length: count }, () => ({ identifier: "none", payload: {} })))),
  drain: (count) => {
    const drain = new Drain(count);
    const left = "select 1 from graphile_worker._private_jobs limit 1";
    return working(
      () => drain.ran(),
      () => drain.seconds(async () => (await pool.query(left)).rowCount === 0),
    );
  },
  pickup: (times) => {
    let ran;
    return working(
      () => ran(),
      () =>
        pickups(times, (next) => {
          ran = next;
          return utils.addJob("none", {});
        }),
    );
  },
});
