// What every engine's script does the same way: it reads one command a line, such as `addMany 10000`, and answers
// each with one line of JSON.
import { createInterface } from "node:readline";

export async function serve(engine) {
  for await (const line of createInterface({ input: process.stdin })) {
    const [command, ...numbers] = line.split(" ");
    const answer = await engine[command](...numbers.map(Number));
    console.log(JSON.stringify(answer ?? {}));
  }
  process.exit(0);
}

export async function timed(work) {
  const begun = performance.now();
  await work();
  return { seconds: (performance.now() - begun) / 1000 };
}

/** Counts handlers; `seconds` is from the first one's start until `empty` says that the store is. */
export class Drain {
  #first;
  #left;
  #last;

  constructor(count) {
    this.#left = count;
    this.#last = new Promise((resolve) => (this.resolve = resolve));
  }

  ran(jobs = 1) {
    this.#first ??= performance.now();
    if ((this.#left -= jobs) <= 0) this.resolve();
  }

  async seconds(empty) {
    await this.#last;
    while (!(await empty()));
    return { seconds: (performance.now() - this.#first) / 1000 };
  }
}

/** From before the call that queues a job to the first line of its handler, on an idle worker. */
export async function pickups(times, add) {
  const took = [];
  for (let i = 0; i < times; i++) {
    await new Promise((r) => setTimeout(r, 20 + ((i * 7) % 30)));
    took.push(
      await new Promise((resolve) => {
        const asked = performance.now();
        add(() => resolve(performance.now() - asked));
      }),
    );
  }
  return { took };
}
