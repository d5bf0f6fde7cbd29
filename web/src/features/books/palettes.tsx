import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";

export const PALETTES = [
  "storybook",
  "pastel",
  "bold",
  "forest",
  "ocean",
  "sunset",
  "candy",
  "earth",
  "mono-ink",
] as const;
export type Palette = (typeof PALETTES)[number];

// The colours are those of the pages around the story.
const LOOKS: Record<Palette, { words: MessageDescriptor; colours: string[] }> = {
  storybook: { words: msg`Storybook`, colours: ["#a3402f", "#58a9bf", "#f6c453"] },
  pastel: { words: msg`Pastel`, colours: ["#6a5391", "#b3a0d6", "#f7cf8f"] },
  bold: { words: msg`Bold`, colours: ["#20409a", "#3f74d8", "#ffc233"] },
  forest: { words: msg`Forest`, colours: ["#2f6b4f", "#6fae7c", "#f6c453"] },
  ocean: { words: msg`Ocean`, colours: ["#1d6384", "#58a9bf", "#f7b267"] },
  sunset: { words: msg`Sunset`, colours: ["#a3402f", "#ee8a5f", "#f4b942"] },
  candy: { words: msg`Candy`, colours: ["#8a2f62", "#d0729a", "#f2b84b"] },
  earth: { words: msg`Earth`, colours: ["#8c4a1c", "#d08a45", "#b9c26a"] },
  "mono-ink": { words: msg`Ink`, colours: ["#3c4656", "#8b95a5", "#c9b98e"] },
};

export function PaletteLabel({ palette }: { palette: Palette }) {
  const { _ } = useLingui();
  const { words, colours } = LOOKS[palette];
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className="inline-flex -space-x-1">
        {colours.map((colour) => (
          <span
            key={colour}
            className="size-4 rounded-full border border-leaf"
            style={{ backgroundColor: colour }}
          />
        ))}
      </span>
      {_(words)}
    </span>
  );
}
