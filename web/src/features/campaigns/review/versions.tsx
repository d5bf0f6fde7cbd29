import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CommentVersionView, CommentView } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { SelectField } from "@/shared/ui/field";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useCommentVersions } from "./use-comments";

/** What was changed from one version to the next. */
export function Versions({ comment: { id, version } }: { comment: CommentView }) {
  const { t, i18n } = useLingui();
  const versions = useCommentVersions(id, version);
  const [chosen, setChosen] = useState(version);
  const by: Record<string, string> = {
    writer: t`the writer`,
    person: t`a person`,
    regenerated: t`the writer, asked again`,
  };
  if (version < 2) return null;
  const shown = versions.data?.find((one) => one.number === chosen) ?? versions.data?.[0];
  return (
    <section
      className="grid gap-3 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
      aria-labelledby="versions"
    >
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h3 id="versions" className="text-xl">
          <Trans>What was changed</Trans>
        </h3>
        {(versions.data?.length ?? 0) > 1 && (
          <SelectField
            label={t`Version`}
            value={shown?.number ?? chosen}
            onChange={(event) => setChosen(Number(event.target.value))}
          >
            {versions.data?.map((one) => (
              <option key={one.number} value={one.number}>
                {one.number} · {by[one.by] ?? one.by}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      {versions.isPending ? (
        <Skeleton className="h-24" />
      ) : versions.error ? (
        <ErrorPanel error={versions.error} onRetry={() => void versions.refetch()} />
      ) : (
        shown && (
          <>
            <p className="flex flex-wrap gap-x-3 text-sm text-faded">
              <span>{by[shown.by] ?? shown.by}</span>
              <time dateTime={shown.at}>{ago(shown.at, i18n.locale)}</time>
              {shown.score !== null && <Trans>{Math.round(shown.score)} of 100</Trans>}
              {shown.failedGates.length > 0 && (
                <Plural value={shown.failedGates.length} one="# gate failed" other="# gates failed" />
              )}
            </p>
            {shown.note && <p className="text-sm">{shown.note}</p>}
            <Diff version={shown} />
          </>
        )
      )}
    </section>
  );
}

function Diff({ version }: { version: CommentVersionView }) {
  let at = 0;
  return (
    <p className="whitespace-pre-line wrap-anywhere font-display leading-relaxed">
      {version.diff.map(({ kind, text }) => {
        const key = at;
        at += text.length + 1;
        if (kind === "added")
          return (
            <ins key={key} className="rounded-sm bg-moss/20 decoration-moss">
              <span className="sr-only">
                <Trans>added:</Trans>{" "}
              </span>
              {text}
            </ins>
          );
        if (kind === "removed")
          return (
            <del key={key} className="rounded-sm bg-alarm/15 decoration-alarm">
              <span className="sr-only">
                <Trans>removed:</Trans>{" "}
              </span>
              {text}
            </del>
          );
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}
