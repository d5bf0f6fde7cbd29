using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

internal sealed class ChatOwners(LibraryDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Chats.Where(c => c.Id == id).Select(c => (Guid?)c.OwnerId).SingleOrDefaultAsync(cancel);
}

internal sealed class MessageOwners(LibraryDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        (
            from message in db.Messages
            join chat in db.Chats on message.ChatId equals chat.Id
            where message.Id == id
            select (Guid?)chat.OwnerId
        ).SingleOrDefaultAsync(cancel);
}
