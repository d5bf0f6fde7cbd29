/** What a media playlist of HLS (RFC 8216) says about a film that is still being rendered. */
export interface Playlist {
  /** What a player needs once, before the first segment. */
  head: string | null;
  segments: string[];
  /** No more will come. */
  ended: boolean;
}

export function playlistOf(text: string): Playlist {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const map = lines.find((line) => line.startsWith("#EXT-X-MAP:"));
  return {
    head: (map && /URI="([^"]+)"/.exec(map)?.[1]) ?? null,
    segments: lines.filter((line) => line !== "" && !line.startsWith("#")),
    ended: lines.includes("#EXT-X-ENDLIST"),
  };
}

/** The codec as RFC 6381 names it, out of the avcC box (ISO 14496-15) of a film's head: "avc1.64001f". */
export function codecOf(head: Uint8Array): string | null {
  const at = indexOf(head, [0x61, 0x76, 0x63, 0x43]); // avcC
  const told = at < 0 ? [] : [...head.slice(at + 5, at + 8)];
  if (told.length < 3) return null;
  return `avc1.${told.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function indexOf(bytes: Uint8Array, wanted: number[]): number {
  for (let at = 0; at + wanted.length <= bytes.length; at++)
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}

/** Where the bytes go: a SourceBuffer in a browser. */
export interface Sink {
  open: (codec: string) => Promise<void>;
  append: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  close: () => void;
}

/** Takes what is new in each playlist to the player: the head first, every segment once, in order. */
export class Feed {
  private opened = false;
  private taken = 0;

  constructor(
    private readonly fetchBytes: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
    private readonly sink: Sink,
  ) {}

  /** Segments that the player has. */
  get length(): number {
    return this.taken;
  }

  /** @returns whether the film is whole now. */
  async take({ head, segments, ended }: Playlist): Promise<boolean> {
    if (!head) return false;
    if (!this.opened) {
      const bytes = await this.fetchBytes(head);
      const codec = codecOf(bytes);
      if (!codec) throw new TypeError("The film's head names no codec.");
      await this.sink.open(codec);
      await this.sink.append(bytes);
      this.opened = true;
    }
    for (const path of segments.slice(this.taken)) {
      await this.sink.append(await this.fetchBytes(path));
      this.taken++;
    }
    if (ended) this.sink.close();
    return ended;
  }
}
