import type { MessageDescriptor } from "@lingui/core";
import { useLingui as useWords } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { VideoView } from "@/shared/api/generated";
import { moment, seconds } from "@/shared/lib/format";
import { QUALITIES, VOICES } from "./order-words";

/** What the film was ordered with. */
export function Ordered({ video }: { video: VideoView }) {
  const { t, i18n } = useLingui();
  const { _ } = useWords();
  const { order } = video;
  const inWords = (words: Record<string, MessageDescriptor>, value: string) =>
    words[value] ? _(words[value]) : value;
  const yesOrNo = (is: boolean) => (is ? t`Yes` : t`No`);
  const rows: [string, ReactNode][] = [
    [t`Length`, seconds(order.duration, i18n.locale)],
    [t`Picture`, t`${video.width} × ${video.height}, ${order.fps} frames a second`],
    [t`Quality`, inWords(QUALITIES, order.quality)],
    [t`Who tells it`, inWords(VOICES, order.voice)],
    [t`Music`, yesOrNo(order.music)],
    [t`Captions in the picture`, yesOrNo(order.burnCaptions)],
    [t`Made by`, order.model === "builtin" ? t`This machine` : order.model],
    [t`Seed`, video.seed],
    [t`Ordered`, moment(video.createdAt, i18n.locale)],
  ];
  if (video.madeAt) rows.push([t`Made`, moment(video.madeAt, i18n.locale)]);
  return (
    <details className="rounded-xl border border-rule bg-leaf p-4">
      <summary className="font-semibold">
        <Trans>What it was ordered with</Trans>
      </summary>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-faded">{name}</dt>
            <dd className="wrap-anywhere tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
