// Before the first paint, so that no page flashes in the other theme.
(() => {
  var wish = null;
  try {
    wish = localStorage.getItem("atelier.theme");
  } catch (_) {
    /* storage may be forbidden */
  }
  var dark = wish ? wish === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
