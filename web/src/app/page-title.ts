import { useEffect } from "react";

const STUDIO = "Atelier";

/** The browser's tab is called like the page: by its heading, whenever that appears or changes. */
export function usePageTitle(): void {
  useEffect(() => {
    const content = document.getElementById("content");
    if (!content) return;
    const name = () => {
      const heading = content.querySelector("h1")?.textContent;
      document.title = heading ? `${heading} – ${STUDIO}` : STUDIO;
    };
    name();
    const watch = new MutationObserver(name);
    watch.observe(content, { childList: true, subtree: true, characterData: true });
    return () => {
      watch.disconnect();
      document.title = STUDIO;
    };
  }, []);
}
