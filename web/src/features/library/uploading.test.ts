import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as api from "@/shared/api/generated";
import { bring, PART, WHOLE } from "./uploading";

vi.mock("@/shared/api/generated", () => ({
  postApiV1Documents: vi.fn(),
  postApiV1DocumentsUploads: vi.fn(),
  patchApiV1DocumentsUploadsByUploadId: vi.fn(),
  getApiV1DocumentsUploadsByUploadId: vi.fn(),
  deleteApiV1DocumentsUploadsByUploadId: vi.fn(),
}));

const brought = { document: { id: "d" }, isDuplicate: false };
const large = new File([new Uint8Array(WHOLE + 1)], "long.txt");

/** A studio that takes what comes, with what shall go wrong first. */
function studio(...accidents: unknown[]) {
  let there = 0;
  vi.mocked(api.postApiV1DocumentsUploads).mockResolvedValue({ data: { id: "u", offset: 0 } } as never);
  vi.mocked(api.getApiV1DocumentsUploadsByUploadId).mockImplementation(
    async () => ({ data: { offset: there } }) as never,
  );
  vi.mocked(api.patchApiV1DocumentsUploadsByUploadId).mockImplementation((async (options: {
    body: Blob;
    headers: Record<string, string>;
  }) => {
    const accident = accidents.shift();
    if (accident) {
      there += 1000; // some of it arrived all the same
      throw accident;
    }
    expect(options.headers["Upload-Offset"]).toBe(String(there));
    there += options.body.size;
    return there === large.size
      ? { data: brought, response: new Response("{}", { status: 201 }) }
      : { response: new Response(null, { status: 204, headers: { "Upload-Offset": String(there) } }) };
  }) as never);
}

describe("a file on its way to the library", () => {
  const told = vi.fn();
  const sending = { told, signal: new AbortController().signal, pause: async () => undefined };
  beforeEach(() => vi.mocked(api.postApiV1Documents).mockResolvedValue({ data: brought } as never));
  afterEach(() => vi.clearAllMocks());

  it("goes in one piece when it is small", async () => {
    expect(await bring(new File(["Call me Ishmael."], "moby.txt"), { ...sending, project: "p" })).toBe(
      brought,
    );
    const { body } = vi.mocked(api.postApiV1Documents).mock.calls[0]?.[0] ?? {};
    expect(body).toMatchObject({ projectId: "p" });
    expect(api.postApiV1DocumentsUploads).not.toHaveBeenCalled();
  });

  it("goes in parts when it is large", async () => {
    studio();
    expect(await bring(large, sending)).toBe(brought);
    expect(told.mock.calls).toEqual([[PART], [2 * PART]]);
  });

  it("goes on where it was cut off", async () => {
    studio(new TypeError("offline"), { status: 503, code: "restarting" });
    expect(await bring(large, sending)).toBe(brought);
    expect(told).toHaveBeenLastCalledWith(PART + 2000);
  });

  it("is given up when it is refused, and leaves nothing half there", async () => {
    const refusal = { status: 422, code: "document_not_text" };
    studio(refusal);
    await expect(bring(large, sending)).rejects.toBe(refusal);
    expect(api.deleteApiV1DocumentsUploadsByUploadId).toHaveBeenCalledOnce();
  });
});
