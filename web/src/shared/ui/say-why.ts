import { useLingui } from "@lingui/react";
import { explain, problemOf } from "@/shared/api/problem";
import { toast } from "./toast";

/** Tells in passing why something was refused. */
export function useSayWhy() {
  const { _ } = useLingui();
  return (error: unknown) => {
    const words = explain(problemOf(error));
    toast(typeof words === "string" ? words : _(words));
  };
}
