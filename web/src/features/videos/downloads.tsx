import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui as useWords } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { VideoView } from "@/shared/api/generated";
import { download } from "@/shared/api/http";
import { Button } from "@/shared/ui/button";
import { ErrorPanel } from "@/shared/ui/states";
import { downloadOf } from "./film";

const FORMATS: Record<string, MessageDescriptor> = {
  video: msg`Film (MP4)`,
  poster: msg`Poster (JPEG)`,
  captions: msg`Captions (WebVTT)`,
  srt: msg`Captions (SRT)`,
  transcript: msg`What is said, as text`,
  chapters: msg`Chapters (WebVTT)`,
  thumbnails: msg`Stills at a glance (JPEG)`,
  preview: msg`Moving preview (WebP)`,
  manifest: msg`How it was made (JSON)`,
};

/** The film, and everything that was made with it. */
export function Downloads({ video }: { video: VideoView }) {
  const { t } = useLingui();
  const { _ } = useWords();
  const get = useMutation({ mutationFn: (format: string) => download(downloadOf(video, format)) });
  const button = (format: string) => (
    <Button
      key={format}
      look={format === "video" ? "main" : "plain"}
      busy={get.isPending && get.variables === format}
      onClick={() => get.mutate(format)}
    >
      {FORMATS[format] ? _(FORMATS[format]) : format}
    </Button>
  );
  return (
    <section aria-label={t`Downloads`} data-screen-only className="grid gap-3">
      <div className="flex flex-wrap items-start gap-2">
        {video.formats.filter((format) => format === "video").map(button)}
        <details>
          <summary className="inline-flex min-h-10 items-center rounded-full border border-rule bg-leaf px-4 py-1.5 text-sm font-semibold hover:border-cinnabar">
            <Trans>Captions, poster and the rest</Trans>
          </summary>
          <div className="mt-3 flex flex-wrap gap-2">
            {video.formats.filter((format) => format !== "video").map(button)}
          </div>
        </details>
      </div>
      {get.error && <ErrorPanel error={get.error} />}
    </section>
  );
}
