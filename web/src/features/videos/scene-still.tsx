import { Trans, useLingui } from "@lingui/react/macro";
import type { StoryboardView, VideoView } from "@/shared/api/generated";
import { useFileUrl } from "@/shared/lib/use-file-url";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import type { Card } from "./board";
import { shapeOf } from "./film";

/** What a scene looks like as it is saved; the studio draws it. */
export function SceneStill(props: {
  video: VideoView;
  view: StoryboardView;
  card: Card;
  hasChanged: boolean;
}) {
  const { t } = useLingui();
  const { video, view, card, hasChanged } = props;
  const still = useFileUrl(
    card.saved === null
      ? null
      : `/api/v1/videos/${video.id}/storyboard/${card.saved}/svg?version=${view.version}`,
  );
  if (still.error) return <ErrorPanel error={still.error} />;
  if (card.saved === null)
    return (
      <p
        style={shapeOf(video)}
        className="grid max-h-96 place-items-center rounded-lg border border-dashed border-rule p-4 text-center text-sm text-faded"
      >
        <Trans>Its picture is drawn when it is saved.</Trans>
      </p>
    );
  const scene = view.storyboard.scenes[card.saved - 1];
  const moving = scene?.things.filter((thing) => thing.travel !== null).map((thing) => thing.noun) ?? [];
  return (
    <figure className="grid gap-2">
      {still.url ? (
        <img
          src={still.url}
          alt={scene?.narration || t`A scene without words`}
          style={shapeOf(video)}
          className="max-h-96 w-full rounded-lg border border-rule bg-well object-contain"
        />
      ) : (
        <div style={shapeOf(video)} className="max-h-96 w-full">
          <Skeleton className="size-full" />
        </div>
      )}
      {(hasChanged || moving.length > 0) && (
        <figcaption className="text-sm text-faded">
          {hasChanged ? (
            <Trans>As it was; it is drawn anew when it is saved.</Trans>
          ) : (
            <Trans>In the film this also moves through it: {moving.join(", ")}</Trans>
          )}
        </figcaption>
      )}
    </figure>
  );
}
