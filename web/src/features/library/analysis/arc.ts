import type { SentimentPoint } from "@/shared/api/generated";

export interface Curve {
  /** The path of the line, in a box of 100 by 100. */
  line: string;
  /** How high the middle is, where neither bright nor dark prevails. */
  zero: number;
}

/** A line through points from the beginning of a text to its end, the brightest on top. */
export function curveOf(arc: readonly SentimentPoint[], length: number): Curve {
  const values = arc.map((point) => point.valence);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const range = high - low || 1;
  const round = (value: number) => Math.round(value * 100) / 100;
  const y = (valence: number) => round(100 * ((high - valence) / range));
  const x = (start: number) => round(length > 0 ? (100 * start) / length : 0);
  return {
    line: arc.map((point, at) => `${at === 0 ? "M" : "L"}${x(point.start)} ${y(point.valence)}`).join(""),
    zero: y(0),
  };
}
