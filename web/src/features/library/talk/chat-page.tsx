import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import {
  type CharacterView,
  type ChatView,
  deleteApiV1ChatsByChatId,
  deleteApiV1ChatsByChatIdMessagesByMessageIdStream,
  postApiV1ChatsByChatIdMessagesByMessageIdVersions,
  putApiV1ChatsByChatIdPath,
} from "@/shared/api/generated";
import { download } from "@/shared/api/http";
import { Button } from "@/shared/ui/button";
import { ConfirmButton } from "@/shared/ui/confirm";
import { ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { Portrait } from "../characters/portrait";
import { useCharacter } from "../characters/use-characters";
import { Composer } from "./composer";
import { Saying } from "./saying";
import { useAnswer, useChat, useMessages } from "./use-talk";

export function ChatPage() {
  const { t } = useLingui();
  const { chatId } = useParams({ from: "/studio/chats/$chatId" });
  const chat = useChat(chatId);
  const character = useCharacter(chat.data?.characterId ?? "", chat.data !== undefined);
  const error = chat.error ?? character.error;
  if (error)
    return (
      <Unshown name={t`Talk`}>
        <ErrorPanel error={error} onRetry={() => void (chat.error ? chat : character).refetch()} />
      </Unshown>
    );
  if (!chat.data || !character.data)
    return (
      <Unshown name={t`Talk`}>
        <Skeleton className="h-96" />
      </Unshown>
    );
  return <Talk chat={chat.data} character={character.data} />;
}

function Talk({ chat, character }: { chat: ChatView; character: CharacterView }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { cursor } = useSearch({ from: "/studio/chats/$chatId" });
  const messages = useMessages(chat.id, cursor);
  const { answer, error, ask, follow } = useAnswer(chat.id);
  const again = () => queries.invalidateQueries({ queryKey: ["chats", "messages", chat.id] });
  const path = `/api/v1/chats/${chat.id}/messages`;

  // What somebody else began, or this page before it was loaded again, is followed here too.
  const writing = messages.data?.items.find((message) => message.state === "writing")?.id;
  useEffect(() => {
    if (writing && !answer) void follow(writing);
  }, [writing, answer, follow]);

  const end = useRef<HTMLDivElement>(null);
  const count = messages.data?.items.length ?? 0;
  const length = answer?.content.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is added, its end stays in sight
  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" }); // newer browsers answer a promise, which is no clean-up
  }, [count, length]);

  return (
    <article className="mx-auto grid max-w-3xl gap-6">
      <header className="flex flex-wrap items-center gap-4">
        <Portrait of={character} className="size-16" />
        <div className="grid min-w-48 flex-1 gap-0.5">
          <h1 className="wrap-anywhere text-3xl">{chat.title || character.name}</h1>
          <p className="text-sm">
            <Link to="/characters/$characterId" params={{ characterId: character.id }}>
              <Trans>The card of {character.name}</Trans>
            </Link>
            {chat.horizon !== null && (
              <span className="ml-3 text-faded">
                <Trans>knows the book up to chapter {chat.horizon}</Trans>
              </span>
            )}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => void download(`/api/v1/chats/${chat.id}/export?format=md`)}>
            <Trans>Take it away</Trans>
          </Button>
          <ConfirmButton
            label={<Trans>Delete</Trans>}
            title={<Trans>Delete this talk?</Trans>}
            act={async () => {
              await deleteApiV1ChatsByChatId({ path: { chatId: chat.id }, throwOnError: true });
              void queries.invalidateQueries({ queryKey: ["characters", "chats", character.id] });
              await navigate({ to: "/characters/$characterId", params: { characterId: character.id } });
            }}
          >
            <p>
              <Trans>Every version of everything that was said goes with it.</Trans>
            </p>
          </ConfirmButton>
        </div>
      </header>
      {messages.isPending ? (
        <Skeleton className="h-64" />
      ) : messages.error ? (
        <ErrorPanel error={messages.error} onRetry={() => void messages.refetch()} />
      ) : (
        <>
          {messages.data.nextCursor && (
            <p className="text-center text-sm">
              <Link
                to="/chats/$chatId"
                params={{ chatId: chat.id }}
                search={{ cursor: messages.data.nextCursor }}
              >
                <Trans>What was said before</Trans>
              </Link>
            </p>
          )}
          <ol className="grid gap-5" aria-label={t`What was said`}>
            {messages.data.items.map((message) => (
              <Saying
                key={message.id}
                message={message}
                answer={answer?.messageId === message.id ? answer : null}
                documentId={character.documentId}
                name={message.role === "user" ? chat.userName : character.name}
                isBusy={answer !== null}
                onShow={async (messageId) => {
                  await putApiV1ChatsByChatIdPath({
                    path: { chatId: chat.id },
                    body: { messageId },
                    throwOnError: true,
                  });
                  await again();
                }}
                onAgain={() => void ask({ path: `${path}/${message.id}/regenerate`, again: false })}
                onSay={async (content) => {
                  const { data } = await postApiV1ChatsByChatIdMessagesByMessageIdVersions({
                    path: { chatId: chat.id, messageId: message.id },
                    body: { content },
                    throwOnError: true,
                  });
                  await again();
                  if (data.answerId) void follow(data.answerId);
                }}
              />
            ))}
          </ol>
          {error !== null && <ErrorPanel error={error} />}
          {cursor && (
            <p className="text-center text-sm">
              <Link to="/chats/$chatId" params={{ chatId: chat.id }}>
                <Trans>To the end of the talk</Trans>
              </Link>
            </p>
          )}
          <Composer
            name={character.name}
            isAnswering={answer !== null}
            onSend={(content) =>
              void ask({ path, body: { content, messageId: crypto.randomUUID() }, again: true })
            }
            onStop={() => {
              if (answer?.messageId)
                void deleteApiV1ChatsByChatIdMessagesByMessageIdStream({
                  path: { chatId: chat.id, messageId: answer.messageId },
                });
            }}
          />
        </>
      )}
      <div ref={end} />
    </article>
  );
}
