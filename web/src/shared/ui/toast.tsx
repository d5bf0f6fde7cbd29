import { Trans } from "@lingui/react/macro";
import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "./button";

interface Toast {
  id: number;
  text: ReactNode;
  undo?: () => void;
}

const STAYS = 6000; // milliseconds
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something in passing; with <c>undo</c>, it can be taken back while it is seen. */
export function toast(text: ReactNode, undo?: () => void): void {
  const id = ++last;
  change([...toasts, { id, text, undo }].slice(-3));
  setTimeout(() => change(toasts.filter((one) => one.id !== id)), STAYS);
}

export function Toasts() {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div
      role="status"
      data-screen-only
      className="pointer-events-none fixed inset-x-0 bottom-18 z-50 sm:bottom-4 grid justify-items-center gap-2 px-4"
    >
      {all.map((one) => (
        <div
          key={one.id}
          className="pointer-events-auto flex items-center gap-3 rounded-full border border-rule bg-leaf px-5 py-2 shadow-leaf"
        >
          <span>{one.text}</span>
          {one.undo && (
            <Button
              look="quiet"
              onClick={() => {
                one.undo?.();
                change(toasts.filter((other) => other.id !== one.id));
              }}
            >
              <Trans>Undo</Trans>
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
