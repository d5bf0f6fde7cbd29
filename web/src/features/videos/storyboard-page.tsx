import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Pick } from "@/features/books/pick";
import type { StoryboardView, VideoView } from "@/shared/api/generated";
import { problemOf } from "@/shared/api/problem";
import { seconds } from "@/shared/lib/format";
import { Button, buttonLook } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { Empty, ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import {
  boardOf,
  type Card,
  type Draft,
  draftOf,
  duplicated,
  isChanged,
  MOST_SCENES,
  moved,
  withAnother,
} from "./board";
import { CastFields } from "./cast-fields";
import { nameOf } from "./film";
import { keepBoard, keptBoard, type Typed } from "./kept-board";
import { SceneCard } from "./scene-card";
import { MUSIC } from "./storyboard-words";
import { useStoryboard, useStoryboardChanges } from "./use-storyboard";
import { useVideo } from "./use-videos";

/** The film before it is drawn: its scenes, one card each. */
export function StoryboardPage() {
  const { t } = useLingui();
  const { videoId } = useParams({ from: "/studio/videos/$videoId/storyboard" });
  const video = useVideo(videoId);
  const board = useStoryboard(videoId);
  if (video.data && board.data)
    return (
      <Table video={video.data} view={board.data} readAgain={async () => (await board.refetch()).data} />
    );
  const failed = [video, board].find((one) => one.error);
  const isUnwritten = problemOf(board.error).code === "storyboard_not_written";
  return (
    <Unshown name={t`Storyboard`}>
      {isUnwritten && !video.error ? (
        <Unwritten videoId={videoId} />
      ) : failed ? (
        <ErrorPanel error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <Skeleton className="h-96" />
      )}
    </Unshown>
  );
}

function Unwritten({ videoId }: { videoId: string }) {
  return (
    <Empty
      title={<Trans>The storyboard is not written yet</Trans>}
      action={
        <Link to="/videos/$videoId" params={{ videoId }} className={buttonLook("main")}>
          <Trans>To the film</Trans>
        </Link>
      }
    />
  );
}

function Table(props: {
  video: VideoView;
  view: StoryboardView;
  readAgain: () => Promise<StoryboardView | undefined>;
}) {
  const { video, view, readAgain } = props;
  const { t } = useLingui();
  const navigate = useNavigate();
  const [typed, setTypedHere] = useState(() => keptBoard(video.id));
  const setTyped = (next: Typed | null) => {
    setTypedHere(next);
    keepBoard(video.id, next);
  };
  const { save, render } = useStoryboardChanges(video.id);
  const draft = typed?.draft ?? draftOf(view.storyboard);
  const { cards, cast } = draft;
  const change = (part: Partial<Draft>) =>
    setTyped({ draft: { ...draft, ...part }, version: typed?.version ?? view.version });
  const setCards = (next: Card[]) => change({ cards: next });
  const hasChanged = isChanged(draft, view.storyboard);
  const isRendering = video.state === "rendering";
  const error = save.error ?? render.error;
  const fields = error ? (problemOf(error).errors ?? {}) : {};

  async function keep() {
    if (typed && hasChanged)
      await save
        .mutateAsync({ version: typed.version, storyboard: boardOf(draft) })
        .catch(async (refused: unknown) => {
          // Who was told that there is a newer one may put theirs in its place, or take it.
          if (problemOf(refused).code === "storyboard_changed")
            setTyped({ draft, version: (await readAgain())?.version ?? typed.version });
          throw refused;
        });
    setTyped(null);
  }
  async function keepAndRender() {
    await keep();
    await render.mutateAsync();
    await navigate({ to: "/videos/$videoId", params: { videoId: video.id } });
  }
  function leaveIt() {
    setTyped(null);
    save.reset();
  }
  // What went wrong is shown by the page; what was typed stays.
  const act = (what: () => Promise<void>) => void what().catch(() => undefined);

  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (hasChanged && !isRendering) act(keep);
      }}
    >
      <header className="flex flex-wrap items-start justify-between gap-4">
        <h1 className="text-3xl wrap-anywhere">
          <Trans>Storyboard of “{nameOf(video)}”</Trans>
        </h1>
        <Link to="/videos/$videoId" params={{ videoId: video.id }} className={buttonLook()}>
          <Trans>Back to the film</Trans>
        </Link>
      </header>
      {isRendering && (
        <p role="status" className="rounded-xl bg-well p-4">
          <Trans>The film is being rendered. Its storyboard can be changed when that is done.</Trans>
        </p>
      )}
      <fieldset disabled={isRendering} className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <legend className="sr-only">{t`Storyboard`}</legend>
        <div className="grid items-start gap-4 rounded-2xl border border-rule bg-leaf p-5 sm:grid-cols-[2fr_1fr]">
          <TextField
            label={t`Title`}
            maxLength={120}
            value={draft.title}
            errors={fields["storyboard.title"]}
            onChange={(event) => change({ title: event.target.value })}
          />
          <Pick label={t`Music`} value={draft.music} words={MUSIC} onPick={(music) => change({ music })} />
          <CastFields cast={cast} onChange={(next) => change({ cast: next })} />
        </div>
        <HowLong cards={cards} video={video} />
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {cards.map((card, at) => (
            <SceneCard
              key={card.key}
              {...{ video, view, card, at, cast, count: cards.length }}
              errors={Object.entries(fields)
                .filter(([name]) => name.startsWith(`storyboard.scenes[${at}]`))
                .flatMap(([, why]) => why)}
              onChange={(scene) => setCards(cards.with(at, { ...card, scene }))}
              onMove={(by) => setCards(moved(cards, at, by))}
              onDouble={() => setCards(duplicated(cards, at))}
              onRemove={() => setCards(cards.toSpliced(at, 1))}
            />
          ))}
        </ol>
        {cards.length < MOST_SCENES && (
          <div>
            <Button onClick={() => setCards(withAnother(cards))}>
              <Plus aria-hidden size={16} /> <Trans>Another scene</Trans>
            </Button>
          </div>
        )}
      </fieldset>
      {error && <ErrorPanel error={error} />}
      <div className="sticky bottom-16 z-10 flex flex-wrap items-center gap-3 rounded-2xl border border-rule bg-leaf p-3 shadow-leaf sm:bottom-3">
        <Button type="submit" busy={save.isPending} disabled={isRendering || !hasChanged}>
          <Trans>Save</Trans>
        </Button>
        <Button
          look="main"
          busy={render.isPending}
          disabled={isRendering || save.isPending || (video.state === "ready" && !hasChanged)}
          onClick={() => act(keepAndRender)}
        >
          {hasChanged ? <Trans>Save and render</Trans> : <Trans>Render</Trans>}
        </Button>
        {hasChanged && (
          <Button look="quiet" onClick={leaveIt}>
            <Trans>As it was</Trans>
          </Button>
        )}
        <p className="text-sm text-faded">
          <Trans>Only the scenes that changed are rendered again.</Trans>
        </p>
      </div>
    </form>
  );
}

function HowLong({ cards, video }: { cards: Card[]; video: VideoView }) {
  const { i18n } = useLingui();
  const sum = cards.reduce((all, { scene }) => all + scene.seconds, 0);
  const length = video.order.duration;
  const differs = Math.abs(sum - length) > 0.05;
  return (
    <p className="text-sm text-faded">
      {differs ? (
        <Trans>
          The scenes come to {seconds(sum, i18n.locale)}; they are stretched together to the{" "}
          {seconds(length, i18n.locale)} of the film.
        </Trans>
      ) : (
        <Trans>The scenes fill the {seconds(length, i18n.locale)} of the film.</Trans>
      )}
    </p>
  );
}
