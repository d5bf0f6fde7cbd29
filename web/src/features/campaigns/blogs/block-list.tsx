import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type BlockView,
  deleteApiV1BlogsBlocksByBlockId,
  postApiV1BlogsBlocks,
} from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useBlocks } from "./use-blogs";

/** Sites one does not want read, nor anything drafted for. */
export function BlockList() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const blocks = useBlocks();
  const again = () => queries.invalidateQueries({ queryKey: ["blogs", "blocks"] });
  const form = useForm(async ({ host = "", reason = "" }, shown) => {
    await postApiV1BlogsBlocks({
      body: { host: host.trim(), reason: reason.trim() || null },
      throwOnError: true,
    });
    shown.reset();
    await again();
  });
  return (
    <section className="grid gap-3" aria-labelledby="blocks">
      <h2 id="blocks" className="text-2xl">
        <Trans>Blocked sites</Trans>
      </h2>
      <form
        className="grid max-w-3xl items-start gap-3 sm:grid-cols-[1fr_1fr_auto]"
        onSubmit={form.onSubmit}
        noValidate
      >
        <TextField
          label={t`Site`}
          hint={t`Such as example.org; what stands below it is blocked too.`}
          name="host"
          maxLength={253}
          required
          autoComplete="off"
          errors={form.errorsOf("host")}
        />
        <TextField label={t`Why`} name="reason" maxLength={300} errors={form.errorsOf("reason")} />
        <Button type="submit" busy={form.busy} className="sm:mt-6.5">
          <Trans>Block it</Trans>
        </Button>
      </form>
      {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
      {blocks.isPending ? (
        <Skeleton className="h-16" />
      ) : blocks.error ? (
        <ErrorPanel error={blocks.error} onRetry={() => void blocks.refetch()} />
      ) : blocks.data.items.length === 0 ? (
        <p className="text-faded">
          <Trans>None is blocked.</Trans>
        </p>
      ) : (
        <ul className="max-w-3xl divide-y divide-rule rounded-xl border border-rule bg-leaf">
          {blocks.data.items.map((block) => (
            <Block key={block.id} block={block} onGone={again} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Block({ block: { id, host, reason }, onGone }: { block: BlockView; onGone: () => unknown }) {
  const { t } = useLingui();
  const remove = useMutation({
    mutationFn: () => deleteApiV1BlogsBlocksByBlockId({ path: { blockId: id }, throwOnError: true }),
    onSettled: onGone,
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 px-4 py-2">
      <span className="wrap-anywhere font-semibold">{host}</span>
      <span className="wrap-anywhere text-sm text-faded">{reason}</span>
      <Button
        look="quiet"
        className="ml-auto"
        busy={remove.isPending}
        onClick={() => remove.mutate()}
        aria-label={t`Allow ${host} again`}
      >
        <Trans>Allow again</Trans>
      </Button>
    </li>
  );
}
