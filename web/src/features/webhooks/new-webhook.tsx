import { Trans, useLingui } from "@lingui/react/macro";
import { type NewWebhookView, postApiV1Webhooks } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Checks, TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { EVENTS, useWebhookWords } from "./webhook-words";

export function NewWebhook({ onMade }: { onMade: (hook: NewWebhookView) => void }) {
  const { t } = useLingui();
  const words = useWebhookWords();
  const form = useForm(async ({ name = "", url = "" }, shown) => {
    const events = new FormData(shown).getAll("events").map(String);
    const { data } = await postApiV1Webhooks({ body: { name, url, events }, throwOnError: true });
    onMade(data);
  });
  return (
    <form className="grid gap-5" onSubmit={form.onSubmit} noValidate>
      <TextField
        label={t`Name`}
        name="name"
        maxLength={80}
        required
        autoFocus
        autoComplete="off"
        errors={form.errorsOf("name")}
      />
      <TextField
        label={t`Address`}
        hint={t`Where messages are sent, such as https://example.org/atelier`}
        name="url"
        type="url"
        inputMode="url"
        required
        autoComplete="off"
        errors={form.errorsOf("url")}
      />
      <Checks
        legend={t`Tell it when`}
        name="events"
        choices={EVENTS.map((value) => ({ value, label: words.event(value) }))}
        checked={["job.succeeded", "job.failed"]}
        errors={form.errorsOf("events")}
      />
      {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
      <div>
        <Button type="submit" look="main" busy={form.busy}>
          <Trans>Make the webhook</Trans>
        </Button>
      </div>
    </form>
  );
}
