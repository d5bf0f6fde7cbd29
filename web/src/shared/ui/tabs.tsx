import { Link, type LinkProps, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";

export interface Tab {
  to: LinkProps["to"];
  label: ReactNode;
  exact?: boolean;
}

/** The pages of one place beside each other. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const nav = useRef<HTMLElement>(null);
  const pathname = useLocation({ select: (location) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page stands open then
  useEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (nav.current && open)
      nav.current.scrollLeft = open.offsetLeft - (nav.current.clientWidth - open.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={label} className="-mx-1 flex overflow-x-auto border-b border-rule px-1">
      {tabs.map(({ to, label, exact }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: exact ?? false, includeSearch: false }}
          className="inline-flex min-h-11 shrink-0 items-center border-b-2 border-transparent px-2 sm:px-3 text-sm text-faded no-underline hover:text-ink aria-[current=page]:border-cinnabar aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
