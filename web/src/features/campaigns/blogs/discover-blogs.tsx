import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { postApiV1BlogsDiscover } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextArea, TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { errorsIn } from "../wizard/fields";
import { linesOf, wordsOf } from "../wizard/plan";
import { Tick } from "../wizard/voice-step";

/** From a few addresses and words to blogs: their feeds are found and read. */
export function DiscoverBlogs({
  onClose,
  onBegun,
}: {
  onClose: () => void;
  onBegun: (jobId: string) => void;
}) {
  const { t } = useLingui();
  const [followLinks, setFollow] = useState(true);
  const form = useForm(async ({ seeds = "", keywords = "", maxBlogs = "" }) => {
    const { data } = await postApiV1BlogsDiscover({
      body: { seeds: linesOf(seeds), keywords: wordsOf(keywords), maxBlogs: Number(maxBlogs), followLinks },
      throwOnError: true,
    });
    onBegun(data.jobId);
    onClose();
  });
  const errorsOf = errorsIn(form.problem, new Set(), "");
  return (
    <Dialog title={<Trans>Look for blogs</Trans>} onClose={onClose}>
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <TextArea
          label={t`Addresses to begin with`}
          hint={t`One a line.`}
          name="seeds"
          autoFocus
          errors={errorsOf("seeds")}
          className="font-mono text-sm"
        />
        <TextField
          label={t`Keywords`}
          hint={t`With commas between them. They decide which links are worth following.`}
          name="keywords"
          errors={errorsOf("keywords")}
        />
        <TextField
          label={t`Blogs at most`}
          name="maxBlogs"
          type="number"
          min={1}
          max={200}
          defaultValue={20}
          errors={errorsOf("maxBlogs")}
        />
        <Tick
          isOn={followLinks}
          onTurn={setFollow}
          label={<Trans>Also look at blogs that these link to.</Trans>}
        />
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" look="main" busy={form.busy}>
            <Trans>Begin to look</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
