// Mozilla's Readability on every page of a folder: one line of JSON each, with the article's HTML and the milliseconds it took.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

const folder = process.argv[2];
const address = process.argv[3];
const quiet = new VirtualConsole();

const read = (html) => {
  const start = performance.now();
  const { window } = new JSDOM(html, { url: address, virtualConsole: quiet });
  const article = new Readability(window.document).parse();
  const milliseconds = performance.now() - start;
  window.close();
  return { html: article?.content ?? "", milliseconds };
};

const pages = readdirSync(folder).sort();
// Compilers of both sides have seen such pages before they are timed.
for (const name of pages) read(readFileSync(join(folder, name, "source.html"), "utf8"));
for (const name of pages) console.log(JSON.stringify({ name, ...read(readFileSync(join(folder, name, "source.html"), "utf8")) }));
