import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import {
  deleteApiV1VideosByVideoId,
  postApiV1VideosByVideoIdRestore,
  type VideoView,
} from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { ErrorPanel } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { nameOf } from "./film";

/** Deletes at once, and offers to take it back. */
export function RemoveVideo({ video }: { video: VideoView }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const readAgain = () => queries.invalidateQueries({ queryKey: ["videos"] });
  const remove = useMutation({
    mutationFn: () => deleteApiV1VideosByVideoId({ path: { videoId: video.id }, throwOnError: true }),
    onSuccess: async () => {
      await navigate({ to: "/videos" });
      queries.removeQueries({ queryKey: ["videos", "one", video.id] });
      void readAgain();
      toast(<Trans>“{nameOf(video)}” is deleted.</Trans>, () => {
        void postApiV1VideosByVideoIdRestore({ path: { videoId: video.id }, throwOnError: true })
          .catch(() => toast(<Trans>It could not be brought back.</Trans>))
          .finally(readAgain);
      });
    },
  });
  return (
    <div data-screen-only className="grid justify-items-start gap-3">
      <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
        <Trans>Delete this film</Trans>
      </Button>
      {remove.error && <ErrorPanel error={remove.error} />}
    </div>
  );
}
