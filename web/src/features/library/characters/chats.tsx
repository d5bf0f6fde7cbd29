import { useLingui as useLocale } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type CharacterView, postApiV1CharactersByCharacterIdChats } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useChats } from "./use-characters";

/** The talks with a character, and the way into a new one. */
export function Chats({ character }: { character: CharacterView }) {
  const { i18n } = useLocale();
  const chats = useChats(character.id);
  const [asking, setAsking] = useState(false);
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">
          <Trans>Talks</Trans>
        </h2>
        <Button look="main" onClick={() => setAsking(true)}>
          <Trans>Talk with {character.name}</Trans>
        </Button>
      </div>
      {chats.isPending ? (
        <Skeleton className="h-16" />
      ) : chats.error ? (
        <ErrorPanel error={chats.error} onRetry={() => void chats.refetch()} />
      ) : (
        <ul className="grid gap-2">
          {chats.data.map((chat) => (
            <li
              key={chat.id}
              className="flex flex-wrap items-baseline justify-between gap-3 rounded-xl border border-rule bg-leaf px-4 py-3"
            >
              <Link
                to="/chats/$chatId"
                params={{ chatId: chat.id }}
                className="wrap-anywhere font-semibold text-ink"
              >
                {chat.title || character.name}
              </Link>
              <time dateTime={chat.updatedAt} className="text-sm text-faded">
                {ago(chat.updatedAt, i18n.locale)}
              </time>
            </li>
          ))}
        </ul>
      )}
      {asking && <NewChat character={character} onClose={() => setAsking(false)} />}
    </section>
  );
}

function NewChat({ character, onClose }: { character: CharacterView; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useForm(async ({ userName = "", horizon = "" }) => {
    const { data } = await postApiV1CharactersByCharacterIdChats({
      path: { characterId: character.id },
      body: { userName: userName || null, horizon: horizon === "" ? null : Number(horizon) },
      throwOnError: true,
    });
    void queries.invalidateQueries({ queryKey: ["characters", "chats", character.id] });
    await navigate({ to: "/chats/$chatId", params: { chatId: data.id } });
  });
  return (
    <Dialog title={<Trans>Talk with {character.name}</Trans>} onClose={onClose}>
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <TextField
          label={t`What shall they call you?`}
          name="userName"
          maxLength={100}
          autoComplete="off"
          errors={form.errorsOf("userName")}
        />
        {character.documentId && (
          <TextField
            label={t`They know the book up to chapter`}
            hint={t`Left empty: to its end. Nothing behind that chapter is given away.`}
            name="horizon"
            type="number"
            min={1}
            errors={form.errorsOf("horizon")}
          />
        )}
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" look="main" busy={form.busy}>
            <Trans>Begin</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
