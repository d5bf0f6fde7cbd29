using Atelier.Library.Talk;
using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Library.Characters;

/// <summary>Characters with their cards, pictures and files, and what was said to them.</summary>
internal sealed class CharactersPersonalData(LibraryDb db) : IPersonalData
{
    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var ids = await db
            .Characters.Where(c => c.OwnerId == person)
            .OrderBy(c => c.Id)
            .Select(c => c.Id)
            .ToListAsync(cancel);
        foreach (var id in ids)
        {
            var character = await db.Characters.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
            if (character is null)
                continue;
            var folder = $"characters/{id}";
            await archive.AddJsonAsync($"{folder}/character.json", character.ToView(), cancel);
            await archive.AddJsonAsync($"{folder}/card.json", Cards.CharacterCard.Parse(character.Card).Root, cancel);
            if (character.AvatarSha256 is { } avatar)
                await archive.AddAssetAsync(
                    $"{folder}/avatar.{character.AvatarType!["image/".Length..]}",
                    avatar,
                    cancel
                );
            foreach (
                var file in await db.CharacterFiles.AsNoTracking().Where(f => f.CharacterId == id).ToListAsync(cancel)
            )
                await archive.AddAssetAsync($"{folder}/files/{file.Path}", file.Sha256, cancel);
        }
        foreach (
            var chat in await db
                .Chats.AsNoTracking()
                .Where(c => c.OwnerId == person)
                .OrderBy(c => c.Id)
                .ToListAsync(cancel)
        )
        {
            var messages = await db
                .Messages.AsNoTracking()
                .Where(m => m.ChatId == chat.Id)
                .OrderBy(m => m.Id)
                .ToListAsync(cancel);
            await archive.AddJsonAsync($"chats/{chat.Id}.json", new ExportedChat(chat, messages), cancel);
        }
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand(
            "delete from library.characters where owner_id = $1",
            transaction.Connection,
            transaction
        );
        delete.Parameters.Add(new() { Value = person });
        await delete.ExecuteNonQueryAsync(cancel); // with their chats
    }
}
