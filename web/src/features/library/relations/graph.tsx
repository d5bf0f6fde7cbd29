import { useLingui } from "@lingui/react/macro";
import clsx from "clsx";
import { Minus, Plus, RotateCcw } from "lucide-react";
import { type KeyboardEvent, useMemo, useState } from "react";
import type { PersonView, RelationView } from "@/shared/api/generated";
import { layout } from "./layout";

const WHOLE = { x: 0, y: 0, size: 100 };
const SMALLEST = 20;
const NEAR_EDGE = 18; // names of people there stand beside the middle

/** People as names in a plane, and a line between those who have to do with each other: the thicker the more. */
export function Graph({
  people,
  relations,
  chosen,
  onChoose,
}: {
  people: readonly PersonView[];
  relations: readonly RelationView[];
  chosen: RelationView | null;
  onChoose: (relation: RelationView) => void;
}) {
  const { t } = useLingui();
  const [view, setView] = useState(WHOLE);
  const edges = useMemo(() => strongest(people, relations), [people, relations]);
  const at = useMemo(
    () =>
      layout(
        people.map((one) => one.number),
        edges,
      ),
    [people, edges],
  );
  const heaviest = Math.max(1, ...edges.map((edge) => edge.weight));

  const zoom = (by: number) =>
    setView(({ x, y, size }) => {
      const next = Math.min(100, Math.max(SMALLEST, size * by));
      return bounded(x + (size - next) / 2, y + (size - next) / 2, next);
    });
  const move = (dx: number, dy: number) =>
    setView(({ x, y, size }) => bounded(x + (dx * size) / 5, y + (dy * size) / 5, size));
  function hit(event: KeyboardEvent) {
    const acts: Record<string, () => void> = {
      "+": () => zoom(0.8),
      "-": () => zoom(1.25),
      "0": () => setView(WHOLE),
      ArrowLeft: () => move(-1, 0),
      ArrowRight: () => move(1, 0),
      ArrowUp: () => move(0, -1),
      ArrowDown: () => move(0, 1),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  const font = 2.6 * (view.size / 100) ** 0.6;
  return (
    <div className="grid gap-2">
      <fieldset className="flex gap-2">
        <legend className="sr-only">{t`Look closer or farther`}</legend>
        <ZoomButton label={t`Closer`} act={() => zoom(0.8)} icon={Plus} />
        <ZoomButton label={t`Farther`} act={() => zoom(1.25)} icon={Minus} />
        <ZoomButton label={t`All of it`} act={() => setView(WHOLE)} icon={RotateCcw} />
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move what is seen */}
      <section tabIndex={0} aria-label={t`Relations, drawn; the table tells the same`} onKeyDown={hit}>
        <svg
          viewBox={`${view.x} ${view.y} ${view.size} ${view.size}`}
          aria-hidden
          className="aspect-square max-h-[75dvh] w-full rounded-lg bg-well"
        >
          {edges.map((edge) => {
            const [p, q] = [at.get(edge.a), at.get(edge.b)];
            if (!p || !q) return null;
            const isChosen = chosen !== null && chosen.a === edge.a && chosen.b === edge.b;
            const line = { x1: p.x, y1: p.y, x2: q.x, y2: q.y };
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the table has buttons for the keyboard
              <g key={`${edge.a} ${edge.b}`} onClick={() => onChoose(edge)} className="group cursor-pointer">
                <line {...line} strokeWidth={3} className="stroke-transparent" />
                <line
                  {...line}
                  strokeWidth={0.2 + 1.2 * Math.sqrt(edge.weight / heaviest)}
                  className={clsx(
                    isChosen ? "stroke-cinnabar" : "stroke-faded/50 group-hover:stroke-cinnabar",
                  )}
                />
              </g>
            );
          })}
          {people.map((person) => {
            const p = at.get(person.number);
            return (
              p && (
                <g key={person.number} className="pointer-events-none">
                  <circle cx={p.x} cy={p.y} r={font / 2} className="fill-cinnabar" />
                  <text
                    x={p.x < NEAR_EDGE ? p.x - font / 2 : p.x > 100 - NEAR_EDGE ? p.x + font / 2 : p.x}
                    y={p.y - font * 0.8}
                    textAnchor={p.x < NEAR_EDGE ? "start" : p.x > 100 - NEAR_EDGE ? "end" : "middle"}
                    fontSize={font}
                    paintOrder="stroke"
                    strokeWidth={font / 4}
                    className="fill-ink stroke-well font-semibold"
                  >
                    {short(person.name)}
                  </text>
                </g>
              )
            );
          })}
        </svg>
      </section>
    </div>
  );
}

function ZoomButton({ label, act, icon: Icon }: { label: string; act: () => void; icon: typeof Plus }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={act}
      className="grid size-10 place-items-center rounded-full border border-rule bg-leaf hover:border-cinnabar"
    >
      <Icon aria-hidden size={16} />
    </button>
  );
}

const short = (name: string) => (name.length > 22 ? `${name.slice(0, 20)}…` : name);

const bounded = (x: number, y: number, size: number) => ({
  x: Math.min(100 - size, Math.max(0, x)),
  y: Math.min(100 - size, Math.max(0, y)),
  size,
});

/** One line for two people: what they say counts before where they stand. */
function strongest(people: readonly PersonView[], relations: readonly RelationView[]): RelationView[] {
  const known = new Set(people.map((one) => one.number));
  const found = new Map<string, RelationView>();
  for (const one of relations) {
    if (!known.has(one.a) || !known.has(one.b)) continue;
    const key = `${one.a} ${one.b}`;
    const other = found.get(key);
    if (!other || (other.kind === "appearsWith" && one.kind === "talksTo")) found.set(key, one);
  }
  return [...found.values()];
}
