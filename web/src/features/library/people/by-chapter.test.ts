import { expect, test } from "vitest";
import { gathered } from "./by-chapter";

test("few chapters have a bar each", () => expect(gathered([3, 0, 2])).toEqual([3, 0, 2]));
test("many share one, and nothing is lost", () => expect(gathered([1, 2, 3, 4, 5], 2)).toEqual([6, 9]));
test("no chapter, no bar", () => expect(gathered([])).toEqual([]));
