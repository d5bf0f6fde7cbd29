import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { notifyManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@/shared/api/http";
import { problemOf } from "@/shared/api/problem";
import { onSessionChange } from "@/shared/api/session";
import { chosenLocale, speak } from "@/shared/lib/locale";
import { withNextPicture } from "@/shared/lib/picture";
import { router } from "./router";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only what may pass is tried again.
      retry: (tries, error) => tries < 2 && [0, 502, 503, 504].includes(problemOf(error).status),
    },
  },
});

// However much comes between two pictures, of forty jobs at once, it is rendered once.
notifyManager.setScheduler(withNextPicture);

// What one person saw is nothing for the next.
onSessionChange(() => queries.clear());

const root = document.getElementById("root");
if (!root) throw new Error("app.html has no #root");
await speak(chosenLocale());
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
