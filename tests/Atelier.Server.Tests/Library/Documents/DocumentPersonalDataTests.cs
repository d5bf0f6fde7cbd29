using System.IO.Compression;
using System.Net;
using Atelier.Platform.PersonalData;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Atelier.Library.Documents;

public sealed class DocumentPersonalDataTests(LibraryStudio studio) : IClassFixture<LibraryStudio>
{
    private static readonly string[] Tables = ["passages", "contents", "people", "quotations", "relations", "analyses"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_are_taken_away_with_all_that_was_found_and_removed_with_their_owner()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var file = LibraryStudio.Story();
        var id = (await studio.BringAndReadAsync(person, "lamp.txt", file))["id"]!.GetValue<Guid>();
        var stays = (await studio.BringAndReadAsync(other, "lamp.txt", file))["id"]!.GetValue<Guid>();
        var upload = (await person.PostAsync("documents/uploads", new { fileName = "a.txt", length = 9 })).Expect(
            HttpStatusCode.Created
        )["id"];

        await using var scope = studio.Services.CreateAsyncScope();
        await using var archive = await scope
            .ServiceProvider.GetRequiredService<PersonalExport>()
            .WriteAsync(person.Id, Cancel);
        using var zip = new ZipArchive(archive);
        var names = zip.Entries.Select(entry => entry.FullName).ToHashSet();
        Assert.Superset(
            new HashSet<string>([
                "document.json",
                "original.txt",
                "text.txt",
                "analysis.json",
                "people.json",
                "quotations.json",
            ])
                .Append("relations.json")
                .Select(name => $"documents/{id}/{name}")
                .ToHashSet(),
            names
        );
        Assert.DoesNotContain(names, name => name.Contains($"{stays}", StringComparison.Ordinal));
        await using (var original = await zip.GetEntry($"documents/{id}/original.txt")!.OpenAsync(Cancel))
        {
            var bytes = new MemoryStream();
            await original.CopyToAsync(bytes, Cancel);
            Assert.Equal(file, bytes.ToArray());
        }

        await using (var connection = await studio.Database.OpenConnectionAsync(Cancel))
        await using (var transaction = await connection.BeginTransactionAsync(Cancel))
        {
            foreach (var module in scope.ServiceProvider.GetServices<IPersonalData>().OfType<DocumentsPersonalData>())
                await module.RemoveAsync((NpgsqlTransaction)transaction, person.Id, Cancel);
            await transaction.CommitAsync(Cancel);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"documents/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"documents/uploads/{upload}")).Status);
        foreach (var table in Tables)
        {
            Assert.Equal(0, await CountAsync(table, id));
            Assert.True(await CountAsync(table, stays) > 0, table);
        }
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"documents/{stays}")).Status);
    }

    private async Task<long> CountAsync(string table, Guid document)
    {
        await using var command = studio.Database.CreateCommand(
            $"select count(*) from library.{table} where document_id = $1"
        );
        command.Parameters.Add(new() { Value = document });
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
