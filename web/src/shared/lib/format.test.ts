import { describe, expect, it } from "vitest";
import { ago, duration, safePath } from "./format";

describe("duration", () => {
  it("speaks of seconds first and of minutes later", () => {
    expect(duration(0.2, "en")).toBe("1 sec");
    expect(duration(89, "en")).toBe("89 sec");
    expect(duration(150, "en")).toBe("3 min");
  });
});

describe("ago", () => {
  it("takes the largest unit that fits", () => {
    const now = Date.parse("2026-01-02T12:00:00Z");
    expect(ago("2026-01-02T11:58:00Z", "en", now)).toBe("2 minutes ago");
    expect(ago("2026-01-01T12:00:00Z", "en", now)).toBe("yesterday");
    expect(ago("2026-01-02T11:59:59Z", "en", now)).toBe("1 second ago");
  });
});

describe("safePath", () => {
  it("keeps paths of this site", () => {
    expect(safePath("/books/1?page=3")).toBe("/books/1?page=3");
  });
  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "",
    "/\n/evil",
    7,
    undefined,
  ])("leads home from %j", (wanted) => {
    expect(safePath(wanted)).toBe("/home");
  });
});
