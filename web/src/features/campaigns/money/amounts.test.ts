import { expect, it } from "vitest";
import { standings } from "./amounts";

const NOTHING = { usd: 0, tokens: 0, minutes: 0, calls: 0 };

it("takes the lower of two limits, and none for none", () => {
  const [usd, tokens] = standings({
    caps: { hard: { usd: 10, tokens: null, minutes: null, calls: null }, soft: null },
    ceiling: { hard: { usd: 4, tokens: 900, minutes: null, calls: null }, soft: null },
    spent: { ...NOTHING, usd: 1 },
    held: NOTHING,
    warnings: ["tokens"],
  });
  expect(usd).toMatchObject({ kind: "usd", hard: 4, soft: null, spent: 1, isWarned: false });
  expect(tokens).toMatchObject({ kind: "tokens", hard: 900, isWarned: true });
});
