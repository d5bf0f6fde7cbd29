import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { getApiV1ChatsByChatId, getApiV1ChatsByChatIdMessages } from "@/shared/api/generated";
import { authorized } from "@/shared/api/http";
import { type Answer, grown, NOTHING } from "./answer";
import { readEvents } from "./events";

const SHOWN = 60; // messages; those before are fetched when asked for
const AGAIN = 500; // milliseconds until a broken stream is followed on
const TRIES = 20;

export function useChat(chatId: string) {
  return useQuery({
    queryKey: ["chats", "one", chatId],
    queryFn: async ({ signal }) =>
      (await getApiV1ChatsByChatId({ path: { chatId }, signal, throwOnError: true })).data,
  });
}

/** The newest part of the way through a chat that is shown, oldest first. */
export function useMessages(chatId: string, cursor: string | undefined) {
  return useQuery({
    queryKey: ["chats", "messages", chatId, cursor ?? ""],
    queryFn: async ({ signal }) => {
      const { data } = await getApiV1ChatsByChatIdMessages({
        path: { chatId },
        query: { limit: SHOWN, cursor },
        signal,
        throwOnError: true,
      });
      return { items: data.items.toReversed(), nextCursor: data.nextCursor };
    },
  });
}

/** @param again Whether it may be asked for a second time without being done twice. */
type Ask = { path: string; body?: unknown; again: boolean };

/**
 * The answer that is being written, if any. Whatever happens to the connection, it is followed to its end; what was seen
 * is not told again.
 */
export function useAnswer(chatId: string) {
  const queries = useQueryClient();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const gone = useRef(new AbortController());
  const following = useRef(false);
  useEffect(() => {
    const leaving = new AbortController();
    gone.current = leaving;
    return () => leaving.abort();
  }, []);

  const run = useCallback(
    async (open: (last: number, messageId: string | null) => Promise<Response>) => {
      if (following.current) return;
      following.current = true;
      const { signal } = gone.current;
      let now = NOTHING;
      setError(null);
      setAnswer(now);
      try {
        for (let tries = 0; !now.isDone && tries < TRIES && !signal.aborted; tries++) {
          try {
            if (tries > 0) await new Promise((go) => setTimeout(go, AGAIN));
            const response = await open(now.last, now.messageId);
            if (!response.ok) throw await response.json();
            if (!response.body) return;
            for await (const event of readEvents(response.body)) {
              const isNew = now.messageId === null;
              now = grown(now, event);
              setAnswer(now);
              if (isNew && now.messageId)
                void queries.invalidateQueries({ queryKey: ["chats", "messages", chatId] });
              tries = 0;
            }
          } catch (thrown) {
            if (!(thrown instanceof TypeError)) throw thrown; // anything but a network that went away
          }
        }
      } catch (thrown) {
        if (!signal.aborted) setError(thrown);
      } finally {
        following.current = false;
        await queries.invalidateQueries({ queryKey: ["chats"] });
        setAnswer(null);
      }
    },
    [chatId, queries],
  );

  const follow = useCallback(
    (messageId: string) =>
      run((last) =>
        stream(`/api/v1/chats/${chatId}/messages/${messageId}/stream`, last, gone.current.signal),
      ),
    [chatId, run],
  );

  /** Asks for an answer; sent again after a break it goes on, it does not ask twice. */
  const ask = useCallback(
    ({ path, body, again }: Ask) => {
      let isAsked = false;
      return run((last, messageId) => {
        if (messageId)
          return stream(`/api/v1/chats/${chatId}/messages/${messageId}/stream`, last, gone.current.signal);
        if (isAsked && !again) throw { status: 0, code: "offline" };
        isAsked = true;
        return authorized(path, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body ?? {}),
          signal: gone.current.signal,
        });
      });
    },
    [chatId, run],
  );
  return { answer, error, ask, follow };
}

function stream(path: string, last: number, signal: AbortSignal): Promise<Response> {
  return authorized(path, { headers: last > 0 ? { "Last-Event-ID": `${last}` } : {}, signal });
}
