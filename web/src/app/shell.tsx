import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import {
  BookOpen,
  Clapperboard,
  Folder,
  Gauge,
  House,
  LibraryBig,
  ListChecks,
  LogOut,
  MessagesSquare,
  Settings,
} from "lucide-react";
import { useEffect } from "react";
import { postApiV1AuthLogout } from "@/shared/api/generated";
import { onSessionChange, signedOut } from "@/shared/api/session";
import { useMe } from "@/shared/lib/use-me";
import { Button } from "@/shared/ui/button";
import { StepUp } from "@/shared/ui/step-up";
import { Toasts } from "@/shared/ui/toast";
import { Connection } from "./connection";
import { Quick } from "./quick";

/** The frame around every page of somebody who is signed in. */
export function Shell() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  useEffect(() => onSessionChange(() => void navigate({ to: "/login" })), [navigate]);

  const me = useMe();

  async function leave() {
    await postApiV1AuthLogout().catch(() => undefined);
    queries.clear();
    signedOut();
  }

  const places = [
    { to: "/home", label: t`Studio`, icon: House },
    { to: "/books", label: t`Books`, icon: BookOpen },
    { to: "/videos", label: t`Films`, icon: Clapperboard },
    {
      to: "/library",
      label: t({ message: "Library", context: "a short word in the header" }),
      icon: LibraryBig,
    },
    { to: "/campaigns", label: t`Campaigns`, icon: MessagesSquare },
    { to: "/projects", label: t`Projects`, icon: Folder },
    { to: "/jobs", label: t`Jobs`, icon: ListChecks },
    { to: "/settings", label: t`Settings`, icon: Settings },
  ] as const;

  return (
    <div className="min-h-dvh pb-20 sm:pb-0">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:left-3 focus:top-3 focus:z-50 focus:bg-leaf focus:p-3"
      >
        <Trans>To the content</Trans>
      </a>
      <header className="border-b border-rule bg-leaf">
        <div className="mx-auto flex max-w-6xl items-center gap-2 px-4 py-3 sm:px-6 xl:gap-6">
          <Link
            to="/home"
            className="inline-flex items-center gap-2 font-display text-xl font-semibold text-ink no-underline"
          >
            <img src="/icon.svg" alt="" width="28" height="28" /> Atelier
          </Link>
          <nav
            aria-label={t`Studio`}
            className="fixed inset-x-0 bottom-0 z-40 flex justify-around overflow-x-auto border-t border-rule bg-leaf sm:static sm:justify-start sm:gap-1 sm:border-0"
          >
            {places.map(({ to, label, icon: Icon }) => (
              <Link
                key={to}
                to={to}
                className="flex min-h-14 min-w-max flex-1 flex-col items-center justify-center gap-0.5 rounded-full px-1 text-[0.7rem] sm:flex-none sm:px-1.5 sm:text-xs lg:px-2.5 text-faded no-underline hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-cinnabar-deep sm:min-h-10"
              >
                <Icon aria-hidden size={18} /> {label}
              </Link>
            ))}
          </nav>
          <Quick leave={() => void leave()} />
          {me.data && me.data.role !== "user" && (
            <Link
              to="/admin"
              className="inline-flex min-h-10 items-center gap-2 text-sm text-faded no-underline hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-cinnabar-deep"
            >
              <Gauge aria-hidden size={18} /> <Trans>Admin</Trans>
            </Link>
          )}
          <Button look="quiet" onClick={() => void leave()}>
            <LogOut aria-hidden size={16} />
            <span className="sr-only lg:not-sr-only">
              <Trans>Log out</Trans>
            </span>
          </Button>
        </div>
      </header>
      <Connection />
      <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 py-8 outline-none sm:px-6">
        <Outlet />
      </main>
      <StepUp />
      <Toasts />
    </div>
  );
}
