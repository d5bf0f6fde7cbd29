using Atelier.JobEngine;
using Atelier.Library.Talk.Streaming;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Atelier.Library.Talk.Answering;

/// <summary>Adds to a chat: what is said, the answer that is awaited, its first event and its job, all in one commit.</summary>
internal sealed class Conversation(LibraryDb db, JobClient jobs, TimeProvider clock)
{
    private const string First = """
        insert into library.message_events (message_id, seq, type, data, at) values ($1, 1, 'start', $2, $3)
        """;

    /// <param name="parent">Null for the end of the way that is shown.</param>
    public async Task<(Message? Answer, Problem? Refusal)> SayAsync(
        Guid chat,
        Guid? parent,
        string content,
        Guid? id,
        CancellationToken cancel
    )
    {
        parent ??= (await db.PathAsync(chat, cancel)).Select(one => (Guid?)one).LastOrDefault();
        var said = Message.Said(chat, parent, MessageRole.User, content, clock.GetUtcNow(), id);
        db.Messages.Add(said);
        try
        {
            return await CommitAsync(chat, Awaited(said), cancel);
        }
        catch (DbUpdateException e) when (e.IsDuplicate())
        {
            return (null, Problem.Conflict("message_exists", "There is a message with this id already."));
        }
    }

    public Task<(Message? Answer, Problem? Refusal)> AnswerAsync(Guid chat, Guid question, CancellationToken cancel)
    {
        var answer = Message.Awaited(chat, question, clock.GetUtcNow());
        db.Messages.Add(answer);
        return CommitAsync(chat, answer, cancel);
    }

    public async Task<(Message? Said, Message? Answer, Problem? Refusal)> ReviseAsync(
        Message old,
        string content,
        CancellationToken cancel
    )
    {
        var said = Message.Said(old.ChatId, old.ParentId, old.Role, content, clock.GetUtcNow());
        db.Messages.Add(said);
        if (old.Role is MessageRole.User)
        {
            var (answer, refusal) = await CommitAsync(old.ChatId, Awaited(said), cancel);
            return (said, answer, refusal);
        }
        await db.InTransactionAsync(
            async transaction =>
            {
                await db.SaveChangesAsync(cancel);
                await ChatTree.ShowAsync(transaction, old.ChatId, said.Id, cancel);
                return true;
            },
            cancel
        );
        return (said, null, null);
    }

    private Message Awaited(Message said)
    {
        var answer = Message.Awaited(said.ChatId, said.Id, clock.GetUtcNow());
        db.Messages.Add(answer);
        return answer;
    }

    private async Task<(Message? Answer, Problem? Refusal)> CommitAsync(
        Guid chatId,
        Message answer,
        CancellationToken cancel
    )
    {
        var chat = await db
            .Chats.Where(c => c.Id == chatId)
            .Select(c => new { c.OwnerId })
            .SingleOrDefaultAsync(cancel);
        if (chat is null)
            return (null, GetChat.Gone);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var joined = (NpgsqlTransaction)transaction.GetDbTransaction();
        var ticket = await jobs.EnqueueAsync(
            joined,
            new AnswerMessage(answer.Id),
            new JobOptions(chat.OwnerId, MaxAttempts: 2, Subject: $"chat:{chatId}"),
            cancel
        );
        if (ticket.Refusal is { } full)
            return (null, Problem.Conflict(full.Code, full.Message)); // nothing was committed
        answer.AnswerBy(ticket.PublicId);
        await db.SaveChangesAsync(cancel);
        await BeginStreamAsync(joined, answer, cancel);
        await ChatTree.ShowAsync(joined, chatId, answer.Id, cancel);
        await transaction.CommitAsync(cancel);
        return (answer, null);
    }

    private async Task BeginStreamAsync(NpgsqlTransaction transaction, Message answer, CancellationToken cancel)
    {
        await using var first = new NpgsqlCommand(First, transaction.Connection, transaction);
        first.Parameters.Add(new() { Value = answer.Id });
        first.Parameters.Add(
            new() { Value = AnswerEvents.Write(new StartData(answer.Id, answer.ParentId, answer.ChatId)) }
        );
        first.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await first.ExecuteNonQueryAsync(cancel);
    }
}
