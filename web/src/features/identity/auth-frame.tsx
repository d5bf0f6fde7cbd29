import type { ReactNode } from "react";
import { Toasts } from "@/shared/ui/toast";

/** The quiet page around a form for somebody who is not signed in. */
export function AuthFrame({
  title,
  children,
  aside,
}: {
  title: ReactNode;
  children: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-5 py-10">
      <a
        href="/"
        className="inline-flex items-center gap-2 justify-self-start font-display text-xl font-semibold text-ink no-underline"
      >
        <img src="/icon.svg" alt="" width="30" height="30" /> Atelier
      </a>
      <div className="grid gap-5 rounded-2xl border border-rule bg-leaf p-6 shadow-leaf sm:p-8">
        <h1 className="text-3xl">{title}</h1>
        {children}
      </div>
      {aside && <p className="text-center text-faded">{aside}</p>}
      <Toasts />
    </main>
  );
}
