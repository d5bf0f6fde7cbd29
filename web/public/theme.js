// Before the first paint, so that no page flashes in the other theme; and again when the system turns to the other one.
(() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const wear = () => {
    let wish = null;
    try {
      wish = localStorage.getItem("atelier.theme");
    } catch {
      /* storage may be forbidden */
    }
    document.documentElement.dataset.theme = (wish ? wish === "dark" : system.matches) ? "dark" : "light";
  };
  wear();
  system.addEventListener("change", wear);
})();
