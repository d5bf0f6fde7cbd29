export type Theme = "light" | "dark" | "system";
const KEY = "atelier.theme"; // read by public/theme.js before the first paint

export function chosenTheme(): Theme {
  const wish = localStorage.getItem(KEY);
  return wish === "light" || wish === "dark" ? wish : "system";
}

export function wear(theme: Theme): void {
  if (theme === "system") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  const dark = theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}
