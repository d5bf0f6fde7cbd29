import { Trans, useLingui } from "@lingui/react/macro";
import { ImageIcon, Lock, LockOpen, PenLine } from "lucide-react";
import type { BookPageView, BookView, StoryPageView } from "@/shared/api/generated";
import { problemOf } from "@/shared/api/problem";
import { useFileUrl } from "@/shared/lib/use-file-url";
import { Button } from "@/shared/ui/button";
import { TextArea } from "@/shared/ui/field";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { changeOf, type Draft, draftOf } from "./draft";
import { Reading } from "./reading";
import { SceneFields } from "./scene-fields";
import { usePageChanges, useReading } from "./use-editing";

/** A page and all that can be changed about it, side by side. */
export function PageEditor(props: {
  book: BookView;
  page: BookPageView;
  detail: StoryPageView;
  draft: Draft | undefined;
  onDraft: (draft: Draft) => void;
  onSaved: () => void;
}) {
  const { t } = useLingui();
  const { book, page, detail, onDraft } = props;
  const draft = props.draft ?? draftOf(detail);
  const picture = useFileUrl(page.png);
  const reading = useReading(detail, book.id, draft.text);
  const { save, regenerate, lock } = usePageChanges(book, page.number);
  const busy = book.state === "generating";
  const change = changeOf(draft, detail);
  const error = save.error ?? regenerate.error ?? lock.error;
  const fieldErrors = error ? problemOf(error).errors : undefined;
  const still = busy || detail.locked;

  return (
    <section aria-label={t`Page ${page.number}`} className="grid items-start gap-8 lg:grid-cols-2">
      <figure className="grid gap-2 lg:sticky lg:top-6">
        {picture.url ? (
          <img
            src={picture.url}
            alt={[page.altText, page.text].filter(Boolean).join(" ")}
            className="w-full border border-rule bg-leaf shadow-leaf"
          />
        ) : picture.error ? (
          <ErrorPanel error={picture.error} />
        ) : (
          <Skeleton className="aspect-square" />
        )}
        <figcaption className="text-sm text-faded">{page.altText}</figcaption>
      </figure>

      <form
        className="grid gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          if (change && !still) save.mutate(change, { onSuccess: props.onSaved });
        }}
      >
        <div className="flex flex-wrap gap-2">
          <Button
            disabled={still}
            busy={regenerate.isPending && regenerate.variables === "picture"}
            onClick={() => regenerate.mutate("picture")}
          >
            <ImageIcon aria-hidden size={16} /> <Trans>Another picture</Trans>
          </Button>
          {detail.canRetell && (
            <Button
              disabled={still}
              busy={regenerate.isPending && regenerate.variables === "words"}
              onClick={() => regenerate.mutate("words")}
            >
              <PenLine aria-hidden size={16} /> <Trans>Other words</Trans>
            </Button>
          )}
          <Button
            aria-pressed={detail.locked}
            busy={lock.isPending}
            onClick={() => lock.mutate(!detail.locked)}
          >
            {detail.locked ? (
              <>
                <LockOpen aria-hidden size={16} /> <Trans>Unlock</Trans>
              </>
            ) : (
              <>
                <Lock aria-hidden size={16} /> <Trans>Lock</Trans>
              </>
            )}
          </Button>
        </div>
        {detail.locked && (
          <p className="text-sm text-faded">
            <Trans>This page is locked: it stays as it is, also when the book is made again.</Trans>
          </p>
        )}
        <div className="grid gap-3">
          <TextArea
            label={t`Words`}
            name="text"
            maxLength={2500}
            rows={6}
            value={draft.text}
            disabled={detail.locked}
            errors={fieldErrors?.text}
            onChange={(event) => onDraft({ ...draft, text: event.target.value })}
            className="font-display text-lg leading-relaxed disabled:opacity-70"
          />
          <Reading reading={reading} />
        </div>
        <details className="rounded-xl border border-rule bg-leaf p-4">
          <summary className="font-semibold">
            <Trans>The picture</Trans>
          </summary>
          <SceneFields
            scene={draft.scene}
            cast={detail.cast}
            disabled={detail.locked}
            onChange={(scene) => onDraft({ ...draft, scene })}
          />
        </details>
        {error && <ErrorPanel error={error} />}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="main" busy={save.isPending} disabled={still || !change}>
            <Trans>Save this page</Trans>
          </Button>
          {change && (
            <Button onClick={() => onDraft(draftOf(detail))} disabled={busy}>
              <Trans>As it was</Trans>
            </Button>
          )}
          <p className="text-sm text-faded">
            <Trans>Print files and e-book are made anew with it.</Trans>
          </p>
        </div>
      </form>
    </section>
  );
}
