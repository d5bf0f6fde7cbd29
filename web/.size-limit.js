/** What a browser fetches at first, by page, as the build's manifest lists it. Limits are gzipped. */
import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));

/** A file of the build with everything it imports before it can run. */
function withImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of manifest[name].imports ?? []) withImports(other, found);
  return found;
}

const scripts = (...names) =>
  new Set(names.flatMap((name) => [...withImports(name)]).map((name) => manifest[name].file));
const paths = (files) => [...files].filter((file) => file.endsWith(".js")).map((file) => `dist/${file}`);

const start = ["app.html", "src/locales/en.po"];
const login = scripts(...start, "src/features/identity/login-page.tsx");
const dashboard = scripts(
  ...start,
  "src/locales/studio/en.po",
  "src/app/shell.tsx",
  "src/features/home/home-page.tsx",
  "node_modules/@microsoft/signalr/dist/esm/index.js",
);
const seen = new Set([...login, ...dashboard]);
const later = Object.keys(manifest).filter((name) => /^src\/features\/.+-pages?\.tsx$/.test(name));

export default [
  { name: "landing, the page itself", path: "dist/index.html", limit: "8 kB", gzip: true },
  { name: "landing, style", path: `dist/${manifest["index.html"].file}`, limit: "12 kB", gzip: true },
  { name: "style", path: manifest["app.html"].css.map((file) => `dist/${file}`), limit: "12 kB", gzip: true },
  { name: "login", path: paths(login), limit: "135 kB", gzip: true },
  { name: "dashboard", path: paths(dashboard), limit: "170 kB", gzip: true },
  ...later
    .map((name) => ({ name, files: paths([...scripts(name)].filter((file) => !seen.has(file))) }))
    .filter((page) => page.files.length > 0)
    .map((page) => ({ name: page.name, path: page.files, limit: "65 kB", gzip: true })),
];
