import { expect, test } from "vitest";
import { titleOf } from "./tab-title";

test("a tab is named after the heading", () => {
  expect(titleOf(" Your jobs ", null)).toBe("Your jobs – Atelier");
  expect(titleOf("", null)).toBe("Atelier");
});

test("progress comes first and is never rounded up to the end", () => {
  expect(titleOf("The Kite", 0.999)).toBe("99 % · The Kite – Atelier");
  expect(titleOf("The Kite", 0)).toBe("0 % · The Kite – Atelier");
});
