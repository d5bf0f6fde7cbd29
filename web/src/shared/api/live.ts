import type { HubConnection } from "@microsoft/signalr";
import { accessToken, onSessionChange } from "./session";

/** A step in the life of a job, numbered without holes. */
export interface LiveEvent {
  jobId?: string;
  seq: number;
  type: string;
  at?: string;
  data?: unknown;
}

type Listener = (event: LiveEvent | null) => void;

const channels = new Map<string, Set<Listener>>();
const watchers = new Set<() => void>();
let connecting: Promise<HubConnection | null> | null = null;
let away = false;

/** Whether the studio went out of reach while somebody was listening. */
export const isAway = () => away;

export function onAwayChange(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function setAway(now: boolean): void {
  if (away === now) return;
  away = now;
  for (const watcher of watchers) watcher();
}

/** Milliseconds until the next try: soon at first, then every ten seconds. */
const pause = (tries: number) => Math.min(10_000, 300 * 2 ** tries);

/**
 * Calls back for each event of a channel (job:ID, batch:ID, project:ID, user:ID), and with null when it should be read
 * again: at the beginning, when the connection was away, and when something was missed. See docs/guides/live-updates.md.
 */
export function listen(channel: string, listener: Listener): () => void {
  const listeners = channels.get(channel);
  if (listeners) listeners.add(listener);
  else {
    channels.set(channel, new Set([listener]));
    void connection().then((hub) => hub && subscribe(hub, channel));
  }
  return () => {
    const left = channels.get(channel);
    left?.delete(listener);
    if (!left || left.size > 0) return;
    channels.delete(channel);
    void connecting?.then((hub) => hub?.invoke("Unsubscribe", channel).catch(() => undefined));
  };
}

/** From now on; and since something may have happened before, what is shown is read again. */
async function subscribe(hub: HubConnection, channel: string): Promise<void> {
  await hub.invoke("Subscribe", channel, null).catch(() => undefined);
  tell(channel, null);
}

function tell(channel: string, event: LiveEvent | null): void {
  for (const listener of channels.get(channel) ?? []) listener(event);
}

function connection(tries = 0): Promise<HubConnection | null> {
  connecting ??= connect().then(
    (hub) => {
      if (!hub) connecting = null;
      return hub;
    },
    () => {
      connecting = null;
      setAway(channels.size > 0);
      setTimeout(() => again(tries + 1), pause(tries));
      return null;
    },
  );
  return connecting;
}

/** What a page shows comes first; its updates may begin a moment later. */
const idle = () =>
  new Promise<void>((go) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => go(), { timeout: 1_000 });
    else setTimeout(go, 200);
  });

/** Null while nobody is signed in; who logs in begins anew. */
async function connect(): Promise<HubConnection | null> {
  if (!(await accessToken())) return null;
  await idle();
  const { HubConnectionBuilder, HttpTransportType, LogLevel } = await import("@microsoft/signalr");
  const hub = new HubConnectionBuilder()
    .withUrl("/ws/events", {
      accessTokenFactory: async () => (await accessToken()) ?? "",
      transport: HttpTransportType.WebSockets,
      skipNegotiation: true,
    })
    .withAutomaticReconnect({
      nextRetryDelayInMilliseconds: (tries) => pause(tries.previousRetryCount),
    })
    .configureLogging(LogLevel.None)
    .build();
  const all = () => {
    for (const channel of channels.keys()) void subscribe(hub, channel);
  };
  hub.on("event", tell);
  hub.on("snapshot", (channel: string) => tell(channel, null));
  hub.on("missed", (channel: string) => void subscribe(hub, channel));
  hub.on("restarting", (wait: number) => {
    // Everybody comes back at another moment, so that the next node is not stormed.
    void hub.stop();
    setTimeout(() => again(), wait);
  });
  hub.onreconnecting(() => setAway(channels.size > 0));
  hub.onreconnected(() => {
    setAway(false);
    all();
  });
  hub.onclose(() => {
    connecting = null;
  });
  await hub.start();
  setAway(false);
  return hub;
}

function again(tries = 0): void {
  if (channels.size > 0)
    void connection(tries).then((hub) => {
      for (const channel of channels.keys()) if (hub) void subscribe(hub, channel);
    });
}

onSessionChange(() => {
  // Another person's connection must not stay open.
  const open = connecting;
  connecting = null;
  void open?.then((hub) => hub?.stop()).then(() => again());
});
