import { defineConfig } from "@lingui/cli";

const studio = ["books", "home", "jobs", "projects", "videos", "webhooks"].map(
  (name) => `src/features/${name}`,
);
const library = "src/features/library";
const admin = "src/features/admin";
const campaigns = "src/features/campaigns";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "fr", "pseudo"],
  pseudoLocale: "pseudo",
  fallbackLocales: { default: "en" },
  // Everybody waits for the words that the first page fetches; the others come with the pages that say them.
  catalogs: [
    {
      path: "src/locales/{locale}",
      include: ["src"],
      exclude: [...studio, library, admin, campaigns].map((path) => `${path}/**`),
    },
    { path: "src/locales/studio/{locale}", include: studio },
    { path: "src/locales/library/{locale}", include: [library] },
    { path: "src/locales/admin/{locale}", include: [admin] },
    { path: "src/locales/campaigns/{locale}", include: [campaigns] },
  ],
});
