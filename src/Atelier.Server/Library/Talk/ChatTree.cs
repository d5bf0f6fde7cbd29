using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Library.Talk;

/// <summary>Ways through the messages of a chat.</summary>
internal static class ChatTree
{
    /// <summary>The way that is shown, from its first message.</summary>
    public static Task<List<Guid>> PathAsync(this LibraryDb db, Guid chat, CancellationToken cancel) =>
        db
            .Database.SqlQuery<Guid>(
                $"""
                with recursive way as (
                    select m.id, m.active_child, 1 as place
                    from library.chats c join library.messages m on m.id = c.active_child where c.id = {chat}
                    union all
                    select m.id, m.active_child, place + 1 from way join library.messages m on m.id = way.active_child)
                select id as "Value" from way order by place
                """
            )
            .ToListAsync(cancel);

    /// <summary>What came before a message and itself, newest first, at most so many.</summary>
    public static Task<List<Guid>> BeforeAsync(this LibraryDb db, Guid message, int most, CancellationToken cancel) =>
        db
            .Database.SqlQuery<Guid>(
                $"""
                with recursive way as (
                    select id, parent_id, 1 as place from library.messages where id = {message}
                    union all
                    select m.id, m.parent_id, place + 1 from way join library.messages m on m.id = way.parent_id
                    where place < {most})
                select id as "Value" from way order by place
                """
            )
            .ToListAsync(cancel);

    /// <summary>Shows the way that leads to a message. What is shown behind it stays.</summary>
    public static async Task ShowAsync(NpgsqlTransaction transaction, Guid chat, Guid message, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            with recursive way as (
                select id, parent_id from library.messages where id = $2 and chat_id = $1
                union all
                select m.id, m.parent_id from way join library.messages m on m.id = way.parent_id),
            turned as (
                update library.messages m set active_child = way.id from way
                where m.id = way.parent_id and m.active_child is distinct from way.id)
            update library.chats set active_child = way.id from way where chats.id = $1 and way.parent_id is null
            """,
            transaction.Connection,
            transaction
        );
        command.Parameters.Add(new() { Value = chat });
        command.Parameters.Add(new() { Value = message });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Messages with all their versions, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<MessageView>> ViewsAsync(
        this LibraryDb db,
        Guid chat,
        IReadOnlyList<Guid> ids,
        CancellationToken cancel
    )
    {
        var messages = await db
            .Messages.AsNoTracking()
            .Where(m => m.ChatId == chat && ids.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, cancel);
        var parents = messages.Values.Select(m => m.ParentId).Distinct().ToList();
        var begins = parents.Remove(null);
        var versions = (
            await db
                .Messages.Where(m =>
                    m.ChatId == chat && (parents.Contains(m.ParentId) || (begins && m.ParentId == null))
                )
                .Select(m => new { m.Id, m.ParentId })
                .OrderBy(m => m.Id)
                .ToListAsync(cancel)
        ).ToLookup(m => m.ParentId, m => m.Id);
        return
        [
            .. ids.Where(messages.ContainsKey).Select(id => messages[id].ToView([.. versions[messages[id].ParentId]])),
        ];
    }
}
