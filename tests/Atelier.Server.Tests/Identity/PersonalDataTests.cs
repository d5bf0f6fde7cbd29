using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Atelier.Books;
using Atelier.Platform.Files;
using Atelier.Platform.PersonalData;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Identity;

/// <summary>Taking everything away, and going.</summary>
public sealed class PersonalDataTests(BookStudio studio) : IClassFixture<BookStudio>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_module_whose_tables_name_an_owner_answers_for_them()
    {
        await using var scope = studio.Services.CreateAsyncScope();
        var answering = scope
            .ServiceProvider.GetServices<IPersonalData>()
            .Select(module => module.GetType().Namespace!.Split('.')[1].ToLowerInvariant());

        var owned = (await new OwnedRows(studio).ColumnsAsync())
            .Select(column => column.Split('.')[0])
            .Distinct()
            .ToList();

        Assert.Contains("books", owned);
        Assert.Empty(owned.Except(answering));
    }

    [Fact]
    public async Task A_person_takes_away_what_is_theirs_and_only_that()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        await person.CreateProjectAsync("Mine");
        await other.CreateProjectAsync("Not mine");
        await BookStudio.OrderAsync(other);
        var draft = await BookStudio.OrderAsync(person);

        using var zip = await ExportAsync(person);

        Assert.Equal(
            [
                "audit.json",
                "batches.json",
                $"books/{draft}/book.json",
                "jobs.json",
                "profile.json",
                "projects.json",
                "schedules.json",
                "sessions.json",
            ],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)
        );
        Assert.Equal(person.Email, (await ReadAsync(zip, "profile.json"))["email"]!.GetValue<string>());
        var project = Assert.Single((await ReadAsync(zip, "projects.json")).AsArray());
        Assert.Equal("Mine", project!["name"]!.GetValue<string>());
        Assert.Single((await ReadAsync(zip, "sessions.json")).AsArray());
        foreach (var entry in zip.Entries)
            Assert.DoesNotContain(
                other.Id.ToString(),
                (await ReadAsync(zip, entry.FullName)).ToJsonString(),
                StringComparison.Ordinal
            );
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(studio.DataFolder, "work")));
    }

    [Fact]
    public async Task Whoever_leaves_takes_a_whole_book_along_and_leaves_nothing_but_the_trail()
    {
        var (person, twin, admin) = (
            await studio.RegisterAsync(),
            await studio.RegisterAsync(),
            await studio.RegisterAsync("admin")
        );
        await person.CreateProjectAsync();
        var (book, same) = (await BookStudio.OrderAsync(person), await BookStudio.OrderAsync(twin));
        Assert.Equal("succeeded", (await studio.MakeAsync(person, book))["state"]!.GetValue<string>());
        Assert.Equal("succeeded", (await studio.MakeAsync(twin, same))["state"]!.GetValue<string>());
        using (var zip = await ExportAsync(person))
        {
            Assert.Equal(24, zip.Entries.Count(e => e.FullName.EndsWith(".svg", StringComparison.Ordinal)));
            foreach (
                var file in (string[])["book.pdf", "book-cover.pdf", "book.epub", "book-manifest.json", "pages/01.png"]
            )
                Assert.True(zip.GetEntry($"books/{book}/{file}")!.Length > 0, file);
            Assert.Single((await ReadAsync(zip, "jobs.json")).AsArray());
        }

        (await person.DeleteAsync("users/me")).Expect(HttpStatusCode.NoContent);

        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.Unauthorized);
        var login = new { email = person.Email, password = StudioFactory.Password };
        (await studio.Stranger.AskAsync(HttpMethod.Post, "auth/login", login)).Expect(HttpStatusCode.Unauthorized);
        (await admin.GetAsync($"users/{person.Id}")).Expect(HttpStatusCode.NotFound);
        studio.Clock.Advance(TimeSpan.FromSeconds(10));
        await new OwnedRows(studio).UntilNothingIsLeftOfAsync(person.Id);
        var trail = (await admin.GetAsync($"admin/audit?subject={person.Id}")).Expect(HttpStatusCode.OK)["items"]!;
        Assert.Equal(
            ["user.deleted", "user.exported"],
            trail.AsArray().Select(line => line!["action"]!.GetValue<string>())
        );
        await FilesStayAsLongAsSomebodyNamesThemAsync(twin, same);
    }

    [Fact]
    public async Task An_admin_deletes_others_and_nobody_else_does()
    {
        var (person, admin) = (await studio.RegisterAsync(), await studio.RegisterAsync("admin"));
        var moderator = await studio.RegisterAsync("moderator");
        (await moderator.DeleteAsync($"users/{person.Id}")).Expect(HttpStatusCode.Forbidden);
        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.OK);

        (await admin.DeleteAsync($"users/{person.Id}")).Expect(HttpStatusCode.NoContent);

        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.Unauthorized);
        (await admin.DeleteAsync($"users/{person.Id}")).ExpectProblem(HttpStatusCode.NotFound, "user_not_found");
        studio.Clock.Advance(TimeSpan.FromMinutes(6));
        (await moderator.DeleteAsync("users/me")).ExpectProblem(HttpStatusCode.Forbidden, "step_up_required");
        (await moderator.GetAsync("users/me/export")).ExpectProblem(HttpStatusCode.Forbidden, "step_up_required");
    }

    /// <summary>The same brief and seed made the same files for both.</summary>
    private async Task FilesStayAsLongAsSomebodyNamesThemAsync(Person twin, Guid same)
    {
        var sweep = studio.Services.GetRequiredService<AssetSweep>();
        await using var name = studio.Database.CreateCommand(
            $"select sha256 from books.file where book_id = '{same}' and format = 'pdf'"
        );
        var sha256 = (string)(await name.ExecuteScalarAsync(Cancel))!;
        var pdf = studio.Services.GetRequiredService<AssetStore>().PathOf(sha256);

        studio.Clock.Advance(AssetSweep.Grace + TimeSpan.FromHours(1));
        await sweep.RunAsync(Cancel);
        Assert.True(File.Exists(pdf));
        await using (var delete = studio.Database.CreateCommand($"delete from books.book where id = '{same}'"))
            await delete.ExecuteNonQueryAsync(Cancel);
        await using (var forget = studio.Database.CreateCommand($"delete from jobs.job where owner_id = '{twin.Id}'"))
            await forget.ExecuteNonQueryAsync(Cancel);
        await using (var scope = studio.Services.CreateAsyncScope())
            foreach (var module in scope.ServiceProvider.GetServices<IAssetReferences>())
                Assert.DoesNotContain(sha256, module.AllAsync(Cancel).ToBlockingEnumerable(Cancel));
        Assert.NotEqual(0, await sweep.RunAsync(Cancel));
        Assert.False(
            File.Exists(pdf),
            $"last written {File.GetLastWriteTimeUtc(pdf):O}, now {studio.Clock.GetUtcNow():O}"
        );
    }

    private static async Task<ZipArchive> ExportAsync(Person person) =>
        new(new MemoryStream(await BookStudio.DownloadAsync(person, "users/me/export")));

    private static async Task<JsonNode> ReadAsync(ZipArchive zip, string path)
    {
        await using var entry = await zip.GetEntry(path)!.OpenAsync(Cancel);
        return (await JsonNode.ParseAsync(entry, cancellationToken: Cancel))!;
    }
}
