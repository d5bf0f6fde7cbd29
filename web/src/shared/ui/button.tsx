import clsx from "clsx";
import type { ButtonHTMLAttributes } from "react";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: "main" | "plain" | "quiet" | "danger";
  /** Work is under way: the button says so and takes no second click. */
  busy?: boolean;
}

const LOOKS = {
  main: "bg-cinnabar text-on-cinnabar hover:bg-cinnabar-deep border-transparent",
  plain: "bg-leaf text-ink border-rule hover:border-cinnabar",
  quiet: "bg-transparent text-cinnabar-deep border-transparent hover:bg-well",
  danger: "bg-leaf text-alarm border-rule hover:border-alarm",
};

export function buttonLook(look: keyof typeof LOOKS = "plain"): string {
  return clsx(
    "inline-flex min-h-10 items-center justify-center gap-2 rounded-full border px-4 py-1.5 text-sm font-semibold no-underline",
    "transition-colors disabled:opacity-60",
    LOOKS[look],
  );
}

export function Button({
  look = "plain",
  busy = false,
  className,
  disabled,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={clsx(buttonLook(look), className)}
    />
  );
}
