import { i18n, type Messages } from "@lingui/core";

export const LOCALES = { en: "English", fr: "Français" } as const;
export type Locale = keyof typeof LOCALES;
const KEY = "atelier.locale";

export function chosenLocale(): string {
  const wish = localStorage.getItem(KEY);
  if (wish === "pseudo" || (wish && wish in LOCALES)) return wish;
  return navigator.language.startsWith("fr") ? "fr" : "en";
}

type Words = Promise<{ messages: Messages }>;

const EVERYWHERE: Record<string, () => Words> = {
  en: () => import("../../locales/en.po"),
  fr: () => import("../../locales/fr.po"),
  pseudo: () => import("../../locales/pseudo.po"),
};
const PARTS = {
  studio: {
    en: () => import("../../locales/studio/en.po"),
    fr: () => import("../../locales/studio/fr.po"),
    pseudo: () => import("../../locales/studio/pseudo.po"),
  },
  library: {
    en: () => import("../../locales/library/en.po"),
    fr: () => import("../../locales/library/fr.po"),
    pseudo: () => import("../../locales/library/pseudo.po"),
  },
  admin: {
    en: () => import("../../locales/admin/en.po"),
    fr: () => import("../../locales/admin/fr.po"),
    pseudo: () => import("../../locales/admin/pseudo.po"),
  },
  campaigns: {
    en: () => import("../../locales/campaigns/en.po"),
    fr: () => import("../../locales/campaigns/fr.po"),
    pseudo: () => import("../../locales/campaigns/pseudo.po"),
  },
} satisfies Record<string, Record<string, () => Words>>;

type Part = keyof typeof PARTS;
const entered = new Set<Part>();

/** Loads a language, with the parts of the studio one has been in, and shows everything in it. */
export async function speak(locale: string): Promise<void> {
  const parts = [EVERYWHERE, ...[...entered].map((part): Record<string, () => Words> => PARTS[part])];
  const words = await Promise.all(parts.map((one) => (one[locale] ?? one.en)?.()));
  localStorage.setItem(KEY, locale);
  document.documentElement.lang = locale === "pseudo" ? "en" : locale;
  for (const one of words) if (one) i18n.load(locale, one.messages);
  i18n.activate(locale);
}

/** Loads what only a part of the studio says, before a page of it is shown. */
export async function enter(part: Part): Promise<void> {
  if (entered.has(part)) return;
  const { locale } = i18n;
  const languages: Record<string, () => Words> = PARTS[part];
  const { messages } = await (languages[locale] ?? PARTS[part].en)();
  i18n.load(locale, messages);
  entered.add(part);
}
