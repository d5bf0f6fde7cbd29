import { i18n } from "@lingui/core";

export const LOCALES = { en: "English", fr: "Français" } as const;
export type Locale = keyof typeof LOCALES;
const KEY = "atelier.locale";

export function chosenLocale(): string {
  const wish = localStorage.getItem(KEY);
  if (wish === "pseudo" || (wish && wish in LOCALES)) return wish;
  return navigator.language.startsWith("fr") ? "fr" : "en";
}

/** Loads a language and shows everything in it. */
export async function speak(locale: string): Promise<void> {
  const { messages } = await (locale === "fr"
    ? import("../../locales/fr.po")
    : locale === "pseudo"
      ? import("../../locales/pseudo.po")
      : import("../../locales/en.po"));
  localStorage.setItem(KEY, locale);
  document.documentElement.lang = locale === "pseudo" ? "en" : locale;
  i18n.loadAndActivate({ locale, messages });
}
