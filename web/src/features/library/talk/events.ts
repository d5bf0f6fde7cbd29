/** One server-sent event of an answer; docs/states/chat.md lists them. */
export interface AnswerEvent {
  id: number;
  type: string;
  data: unknown;
}

/** Reads events however the bytes are cut; signs of life between them are left out. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<AnswerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const blocks = rest.split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const event = eventOf(block);
        if (event) yield event;
      }
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function eventOf(block: string): AnswerEvent | null {
  const fields = new Map<string, string>();
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).trimStart());
  }
  const [type, data] = [fields.get("event"), fields.get("data")];
  return type && data ? { id: Number(fields.get("id")), type, data: JSON.parse(data) } : null;
}
