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
let connecting: Promise<import("@microsoft/signalr").HubConnection | null> | null = null;

/**
 * Calls back for each event of a channel (job:ID, batch:ID, project:ID, user:ID), and with null when something may have
 * been missed and should be read again.
 */
export function listen(channel: string, listener: Listener): () => void {
  const listeners = channels.get(channel) ?? new Set();
  listeners.add(listener);
  channels.set(channel, listeners);
  void connection().then((hub) => hub?.invoke("Join", channel, -1).catch(() => undefined));
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channels.delete(channel);
    void connecting?.then((hub) => hub?.invoke("Leave", channel).catch(() => undefined));
  };
}

function connection() {
  connecting ??= connect().catch(() => {
    connecting = null;
    return null;
  });
  return connecting;
}

async function connect() {
  const { HubConnectionBuilder, HttpTransportType, LogLevel } = await import("@microsoft/signalr");
  const hub = new HubConnectionBuilder()
    .withUrl("/ws/events", {
      accessTokenFactory: async () => (await accessToken()) ?? "",
      transport: HttpTransportType.WebSockets,
      skipNegotiation: true,
    })
    .withAutomaticReconnect({
      nextRetryDelayInMilliseconds: (tries) => Math.min(10_000, 300 * 2 ** tries.previousRetryCount),
    })
    .configureLogging(LogLevel.None)
    .build();
  hub.on("event", (channel: string, event: LiveEvent) => {
    for (const listener of channels.get(channel) ?? []) listener(event);
  });
  hub.on("missed", rejoin);
  hub.onreconnected(rejoin);
  hub.onclose(() => {
    connecting = null;
  });
  await hub.start();
  return hub;

  function rejoin() {
    for (const [channel, listeners] of channels) {
      void hub.invoke("Join", channel, -1).catch(() => undefined);
      for (const listener of listeners) listener(null);
    }
  }
}

onSessionChange(() => {
  // Another person's connection must not stay open.
  const open = connecting;
  connecting = null;
  void open?.then((hub) => hub?.stop());
  for (const channel of channels.keys())
    void connection().then((hub) => hub?.invoke("Join", channel, -1).catch(() => undefined));
});
