import clsx from "clsx";
import { useFileUrl } from "@/shared/lib/use-file-url";

/** A character's picture, or the first letter of their name. The name stands beside it and is not said twice. */
export function Portrait(props: {
  of: { name: string; avatar: string | null; updatedAt: string };
  className?: string;
}) {
  const { name, avatar, updatedAt } = props.of;
  const { url } = useFileUrl(avatar && `${avatar}?changed=${encodeURIComponent(updatedAt)}`);
  const look = clsx(
    "aspect-square shrink-0 rounded-full border border-rule bg-well object-cover",
    props.className,
  );
  return url ? (
    <img src={url} alt="" className={look} />
  ) : (
    <div aria-hidden className={clsx(look, "grid place-items-center font-display text-2xl text-faded")}>
      {[...name][0]}
    </div>
  );
}
