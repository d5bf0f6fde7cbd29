import type { VideoView } from "@/shared/api/generated";

/** Its title once it has one, else what was asked for. */
export const nameOf = (video: VideoView) => video.title || video.order.prompt;

/** Where a file of the film lies. Each time the film is made the address is another one, so that nothing old is shown. */
export const fileOf = (video: VideoView, file: "file" | "poster" | "captions") =>
  `/api/v1/videos/${video.id}/${file}?made=${encodeURIComponent(video.madeAt ?? "")}`;

export const downloadOf = (video: VideoView, format: string) =>
  `/api/v1/videos/${video.id}/download?format=${format}&made=${encodeURIComponent(video.madeAt ?? "")}`;

/** Takes the film's place before it is there. */
export const shapeOf = ({ width, height }: VideoView) => ({ aspectRatio: `${width} / ${height}` });
