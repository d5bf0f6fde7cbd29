import { Trans, useLingui } from "@lingui/react/macro";
import { Choices, SelectField } from "@/shared/ui/field";

const AGES = ["0-2", "3-5", "5-7", "6-8", "8-10"] as const;
const PAGES = ["24", "32", "40"] as const;
const TRIMS = ["8.5x8.5", "8x10", "8.5x11", "6x9"] as const;
const SECONDS = ["5", "10", "20", "30", "60"] as const;
const RESOLUTIONS = ["480p", "720p", "1080p", "4k"] as const;
const ASPECTS = ["16:9", "9:16", "1:1"] as const;

export type Kind = "book" | "video";

/** What every book, or every film, has that says nothing else. */
export interface Defaults {
  book: { ageBand: string; pages: string; trim: string };
  video: { duration: string; resolution: string; aspect: string };
}

export const DEFAULTS: Defaults = {
  book: { ageBand: "3-5", pages: "24", trim: "8.5x8.5" },
  video: { duration: "10", resolution: "720p", aspect: "16:9" },
};

/** As the studio takes it. */
export const orderOf = (kind: Kind, { book, video }: Defaults) =>
  kind === "book" ? { ...book, pages: Number(book.pages) } : { ...video, duration: Number(video.duration) };

interface Fields<T> {
  value: T;
  onChange: (part: Partial<T>) => void;
}

export function BookDefaults({ value, onChange }: Fields<Defaults["book"]>) {
  const { t } = useLingui();
  return (
    <>
      <Choices
        legend={t`For readers of`}
        name="ageBand"
        value={value.ageBand}
        onChange={(ageBand) => onChange({ ageBand })}
        choices={AGES.map((age) => ({ value: age, label: t`${age} years` }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t`Pages`}
          value={value.pages}
          onChange={(event) => onChange({ pages: event.target.value })}
        >
          {PAGES.map((pages) => (
            <option key={pages}>{pages}</option>
          ))}
        </SelectField>
        <SelectField
          label={t`Format`}
          value={value.trim}
          onChange={(event) => onChange({ trim: event.target.value })}
        >
          {TRIMS.map((trim) => (
            <option key={trim} value={trim}>{`${trim.replace("x", " × ")} ″`}</option>
          ))}
        </SelectField>
      </div>
    </>
  );
}

export function FilmDefaults({ value, onChange }: Fields<Defaults["video"]>) {
  const { t } = useLingui();
  return (
    <>
      <Choices
        legend={t`Length`}
        name="duration"
        value={value.duration}
        onChange={(duration) => onChange({ duration })}
        choices={SECONDS.map((seconds) => ({ value: seconds, label: t`${seconds} s` }))}
      />
      <Choices
        legend={t`Resolution`}
        name="resolution"
        value={value.resolution}
        onChange={(resolution) => onChange({ resolution })}
        choices={RESOLUTIONS.map((size) => ({ value: size, label: size }))}
      />
      <Choices
        legend={t`Shape`}
        name="aspect"
        value={value.aspect}
        onChange={(aspect) => onChange({ aspect })}
        choices={ASPECTS.map((shape) => ({ value: shape, label: shape }))}
      />
    </>
  );
}

/** How many, in words of what they are. */
export function Count({ kind, count }: { kind: Kind; count: number }) {
  if (kind === "book") return count === 1 ? <Trans>Make 1 book</Trans> : <Trans>Make {count} books</Trans>;
  return count === 1 ? <Trans>Make 1 film</Trans> : <Trans>Make {count} films</Trans>;
}
