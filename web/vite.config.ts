import { lingui } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const studio = process.env.ATELIER_URL ?? "http://127.0.0.1:8080";

/** What the dashboard may need; what pages of these studios share is fetched with the first of them. */
const AT_FIRST = /^(?!.*src\/(?:features\/(?:library|campaigns)\/|shared\/ui\/figure)).+\.(?:js|mjs|ts|tsx)$/;

export default defineConfig({
  plugins: [react(), babel({ plugins: ["@lingui/babel-plugin-lingui-macro"] }), lingui(), tailwindcss()],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  build: {
    rolldownOptions: {
      input: { index: "index.html", app: "app.html" },
      // Each file of a page costs the browser some work before it shows anything: few, larger ones.
      output: {
        codeSplitting: {
          groups: [
            { name: "library", test: /node_modules.+\.m?js$/, tags: ["$initial"] },
            { name: "start", test: /src\/shared\//, tags: ["$initial"] },
            { name: "door", test: /src\/features\/identity\//, minShareCount: 2 },
            { name: "everywhere", test: AT_FIRST, minShareCount: 12 },
            { name: "studio", test: AT_FIRST, minShareCount: 2 },
            { name: "reading", test: /src\/features\/library\//, minShareCount: 2 },
            { name: "crew", test: /src\/features\/campaigns\//, minShareCount: 2 },
          ],
        },
      },
    },
    assetsInlineLimit: 0, // the content policy takes nothing from data: but pictures
    modulePreload: { polyfill: false },
    manifest: true, // which files a page begins with: size-limit adds them up
  },
  server: {
    proxy: { "/api": studio, "/ws": { target: studio, ws: true }, "/docs": studio, "/openapi": studio },
  },
});
