const RELATIVE = { numeric: "auto" } as const;

/** Formatters are dear to make and the same for every row of a list. */
const made = new Map<string, unknown>();
function once<T, Options>(
  Kind: new (locale: string, options: Options) => T,
  locale: string,
  options: Options,
): T {
  const key = `${Kind.name} ${locale} ${JSON.stringify(options)}`;
  const formatter = (made.get(key) as T | undefined) ?? new Kind(locale, options);
  made.set(key, formatter);
  return formatter;
}

/** Makes what nearly every page needs, at a moment when the browser waits for the network anyhow. */
export function prepareFormats(locale: string): void {
  once(Intl.RelativeTimeFormat, locale, RELATIVE);
}

/** Seconds as a person says them: "12 s", "3 min". */
export function duration(seconds: number, locale: string): string {
  const [value, unit] =
    seconds < 90 ? [Math.max(1, Math.round(seconds)), "second"] : [Math.round(seconds / 60), "minute"];
  return once(Intl.NumberFormat, locale, { style: "unit", unit, unitDisplay: "short" }).format(value);
}

/** "4 sec – 9 sec", or one of them where they come to the same. */
export function durations({ low, high }: { low: number; high: number }, locale: string): string {
  const [from, to] = [duration(low, locale), duration(high, locale)];
  return from === to ? to : `${from} – ${to}`;
}

/** Seconds to a tenth where they are few; a dash where there is nothing to say. */
export function seconds(value: number | null, locale: string): string {
  if (value === null) return "–";
  if (value >= 90) return duration(value, locale);
  const options = { style: "unit", unit: "second", unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return once(Intl.NumberFormat, locale, options).format(value);
}

/** A time as distance from now: "2 minutes ago". */
export function ago(time: string, locale: string, now = Date.now()): string {
  const seconds = (Date.parse(time) - now) / 1000;
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ];
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return once(Intl.RelativeTimeFormat, locale, RELATIVE).format(Math.round(seconds / size), unit);
}

/** A day as a person writes it: "3 May 2026". */
export function day(time: string, locale: string): string {
  return once(Intl.DateTimeFormat, locale, { dateStyle: "medium" }).format(Date.parse(time));
}

/** A moment to the minute, in the person's own time. */
export function moment(time: string, locale: string): string {
  return once(Intl.DateTimeFormat, locale, { dateStyle: "medium", timeStyle: "short" }).format(
    Date.parse(time),
  );
}

/** Only a path of this site; anything else leads home. */
export function safePath(wanted: unknown): string {
  return typeof wanted === "string" && /^\/(?![/\\])/.test(wanted) && !/[\n\r\t]/.test(wanted)
    ? wanted
    : "/home";
}
