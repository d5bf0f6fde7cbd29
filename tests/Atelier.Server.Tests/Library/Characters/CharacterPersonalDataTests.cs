using System.IO.Compression;
using System.Net;
using Atelier.Library.Talk;
using Atelier.Platform.PersonalData;
using Atelier.Support;
using Atelier.Testing.Models;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Atelier.Library.Characters;

public sealed class CharacterPersonalDataTests(CharacterStudio studio) : IClassFixture<CharacterStudio>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Characters_and_talks_are_taken_away_and_removed_with_their_owner()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var id = await CharacterStudio.CreateAsync(person);
        await person.SendAsync(HttpMethod.Put, $"characters/{id}/avatar", CharacterStudio.Bytes(PlainPng.OfSize(3, 3)));
        var chat = await CharacterStudio.ChatAsync(person, id);
        await person.SayAsync(chat, "Hello?");
        var stays = await CharacterStudio.CreateAsync(other);

        await using var scope = studio.Services.CreateAsyncScope();
        await using var file = await scope
            .ServiceProvider.GetRequiredService<PersonalExport>()
            .WriteAsync(person.Id, Cancel);
        using var zip = new ZipArchive(file);
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.Superset(
            new HashSet<string>
            {
                $"characters/{id}/avatar.png",
                $"characters/{id}/card.json",
                $"characters/{id}/character.json",
                $"chats/{chat}.json",
            },
            names.ToHashSet()
        );
        Assert.DoesNotContain(names, name => name.Contains($"{stays}", StringComparison.Ordinal));

        await using (var connection = await studio.Database.OpenConnectionAsync(Cancel))
        await using (var transaction = await connection.BeginTransactionAsync(Cancel))
        {
            foreach (var module in scope.ServiceProvider.GetServices<IPersonalData>().OfType<CharactersPersonalData>())
                await module.RemoveAsync((NpgsqlTransaction)transaction, person.Id, Cancel);
            await transaction.CommitAsync(Cancel);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"characters/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"chats/{chat}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"characters/{stays}")).Status);
    }
}
