/** A link that narrows what is seen; the one in use is filled. */
export const filterLook =
  "inline-flex min-h-10 items-center rounded-full border border-rule px-3.5 py-1.5 text-sm text-ink no-underline hover:border-cinnabar aria-[current=page]:bg-ink aria-[current=page]:text-paper";
