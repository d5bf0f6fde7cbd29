/** Lighthouse over the pages people see first, as a Markdown table: the median of some runs, by desktop and by phone. */
import lighthouse, { desktopConfig } from "lighthouse";
import { openStudio } from "./studio.mjs";

const RUNS = Number(process.argv[2] ?? 3);
const AIMS = { desktop: 98, mobile: 90 };

const studio = await openStudio();
try {
  const pages = { landing: "/", login: "/login", dashboard: "/home", jobs: "/jobs", book: `/books/${studio.book}` };
  const port = Number(new URL(studio.browser.wsEndpoint()).port);
  console.log("| page | device | performance | accessibility | best practices | SEO | LCP | blocked | shift | aim |");
  console.log("|---|---|---:|---:|---:|---:|---:|---:|---:|---|");
  for (const [name, path] of Object.entries(pages))
    for (const device of Object.keys(AIMS)) {
      const runs = [];
      for (let i = 0; i < RUNS; i++) runs.push(await measure(`${studio.url}${path}`, port, device));
      console.log(row(name, device, runs));
    }
} finally {
  await studio.close();
}

async function measure(url, port, device) {
  const options = { port, disableStorageReset: true, logLevel: "error", output: "json" };
  const { lhr } = await lighthouse(url, options, device === "desktop" ? desktopConfig : undefined);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  for (const category of Object.values(lhr.categories))
    if (category.id !== "performance" && category.score < 1)
      for (const { id } of category.auditRefs)
        if (lhr.audits[id].score !== null && lhr.audits[id].score < 1) console.error(`${url} ${device}: ${id}`);
  const score = (id) => Math.round(lhr.categories[id].score * 100);
  const value = (id) => lhr.audits[id].numericValue;
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    practices: score("best-practices"),
    seo: score("seo"),
    paint: value("largest-contentful-paint"),
    blocked: value("total-blocking-time"),
    shift: value("cumulative-layout-shift"),
    at: new URL(lhr.finalDisplayedUrl).pathname,
  };
}

function row(name, device, runs) {
  const middle = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
  const scores = ["performance", "accessibility", "practices", "seo"].map(middle);
  const met = scores[0] >= AIMS[device] && scores.slice(1).every((score) => score === 100);
  return `| ${name} (${runs[0].at}) | ${device} | ${scores.join(" | ")} | ${Math.round(middle("paint"))} ms | ${Math.round(
    middle("blocked"),
  )} ms | ${middle("shift").toFixed(3)} | ${met ? "met" : "missed"} |`;
}
