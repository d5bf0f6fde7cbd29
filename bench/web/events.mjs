/**
 * From event to pixel: forty jobs run and tell how far they are, their list is open, and each event is timed from the
 * moment the job told it, and from the moment its frame reached the page, to the picture that shows it.
 */
import { openStudio } from "./studio.mjs";

const JOBS = 40;
const AIM = 60; // milliseconds, p95
const LONGEST = 50; // milliseconds a task may block the page
const MEASURED = 15_000; // milliseconds

const studio = await openStudio({ server: "web-studio" });
try {
  const { id } = await studio.ask("GET", "auth/me");
  const page = await studio.browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(watch);
  await page.goto(`${studio.url}/jobs`, { waitUntil: "networkidle2" });
  await studio.order(`work ${id} ${JOBS}`);
  await page.waitForFunction((jobs) => document.querySelectorAll("[role=progressbar]").length === jobs, {}, JOBS);
  await page.evaluate(() => window.seen.begin());
  await new Promise((resolve) => setTimeout(resolve, MEASURED));
  const { told, arrived, tasks } = await page.evaluate(() => window.seen);
  const p95 = at(told, 0.95);
  const longest = Math.max(0, ...tasks);
  console.log("| events shown | a second | job tells → picture p50 | p95 | longest | frame arrives → picture p50 | p95 | longest | tasks over 50 ms | longest task | aim |");
  console.log("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
  const figures = [0.5, 0.95, 1].flatMap((share) => [at(told, share), at(arrived, share)]);
  const [t50, a50, t95, a95, t100, a100] = figures.map((figure) => `${Math.round(figure)} ms`);
  const met = p95 <= AIM && longest <= LONGEST;
  console.log(
    `| ${told.length} | ${Math.round((told.length * 1000) / MEASURED)} | ${t50} | ${t95} | ${t100} | ${a50} | ${a95} | ${a100} | ${
      tasks.filter((task) => task > LONGEST).length
    } | ${Math.round(longest)} ms | ${met ? "met" : "missed"} |`,
  );
} finally {
  await studio.close();
}

function at(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

/** Runs in the page, before anything of it. */
function watch() {
  const seen = { told: [], arrived: [], tasks: [], begin };
  window.seen = seen;
  const waiting = new Map(); // by job: the events that no picture shows yet
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...of) {
      super(...of);
      this.addEventListener("message", ({ data }) => {
        for (const record of String(data).split("\u001e").filter(Boolean)) note(JSON.parse(record));
      });
    }
  };

  function note({ target, arguments: said }) {
    const event = said?.[1];
    if (target !== "event" || event?.type !== "progress") return;
    const percent = Math.round(event.data.fraction * 100);
    const one = { percent, told: Date.parse(event.at), arrived: performance.timeOrigin + performance.now() };
    waiting.set(event.jobId, [...(waiting.get(event.jobId) ?? []), one]);
  }

  function begin() {
    waiting.clear();
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map((task) => task.duration))).observe({
      type: "longtask",
    });
    new MutationObserver((changes) => {
      const shown = changes.map(({ target }) => [
        target.closest("[data-job]")?.dataset.job,
        Number(target.getAttribute("aria-valuenow")),
      ]);
      // After the next picture's callbacks comes the picture, and after that the next task.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => painted(shown);
        port2.postMessage(null);
      });
    }).observe(document.querySelector("main"), { subtree: true, attributeFilter: ["aria-valuenow"] });
  }

  function painted(shown) {
    const now = performance.timeOrigin + performance.now();
    for (const [job, percent] of shown) {
      const events = waiting.get(job) ?? [];
      for (const event of events.filter((one) => one.percent <= percent)) {
        seen.told.push(now - event.told);
        seen.arrived.push(now - event.arrived);
      }
      waiting.set(
        job,
        events.filter((one) => one.percent > percent),
      );
    }
  }
}
