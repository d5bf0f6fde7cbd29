import { Trans } from "@lingui/react/macro";
import { onlineManager, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { isAway, onAwayChange } from "@/shared/api/live";

/** Says when the network is gone; what was read stays on the page, and is read again when it is back. */
export function Connection() {
  const queries = useQueryClient();
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === "visible") void queries.invalidateQueries();
    };
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [queries]);

  const away = useSyncExternalStore(onAwayChange, isAway);
  const wasAway = useRef(false);
  useEffect(() => {
    if (wasAway.current && !away) void queries.invalidateQueries();
    wasAway.current = away;
  }, [away, queries]);

  if (online && !away) return null;
  return (
    <p role="status" className="bg-amber px-4 py-2 text-center text-sm font-semibold text-leaf">
      {online ? (
        <Trans>
          The studio does not answer. Nothing is lost; this page goes on by itself when it is back.
        </Trans>
      ) : (
        <Trans>
          You are offline. What you see may be older; it is brought up to date when the connection is back.
        </Trans>
      )}
    </p>
  );
}
