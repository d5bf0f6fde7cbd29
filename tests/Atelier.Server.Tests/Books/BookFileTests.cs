using System.Net;
using System.Text;
using Atelier.Platform.Files;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Books;

public sealed class BookFileTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Fact]
    public async Task C07_files_of_a_book_ask_for_its_owner_each_time_and_end_with_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (owner, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var book = await BookStudio.OrderAsync(owner);
        var assets = studio.Services.GetRequiredService<AssetStore>();
        var made = await assets.PutAsync(Encoding.UTF8.GetBytes("<svg/>"), "image/svg+xml", cancel);
        await using var finish = studio.Database.CreateCommand(
            """
            with page as (
                insert into books.page (book_id, number, kind, text, alt_text, svg_sha256, png_sha256)
                values ($1, 1, 'title', '', '', $2, $2)
            )
            insert into books.file (book_id, format, sha256, length, media_type) values ($1, 'pdf', $2, 6, 'application/pdf')
            """
        );
        finish.Parameters.AddWithValue(book);
        finish.Parameters.AddWithValue(made.Sha256);
        await finish.ExecuteNonQueryAsync(cancel);
        string[] files =
        [
            $"books/{book}/download?format=pdf",
            $"books/{book}/pages/1/svg",
            $"books/{book}/pages/1/png",
        ];

        foreach (var file in files)
        {
            (await owner.GetAsync(file)).Expect(HttpStatusCode.OK);
            (await other.GetAsync(file)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
            (await studio.Stranger.AskAsync(HttpMethod.Get, file)).Expect(HttpStatusCode.Unauthorized);
        }
        (await owner.DeleteAsync($"books/{book}")).Expect(HttpStatusCode.NoContent);
        foreach (var file in files)
            (await owner.GetAsync(file)).ExpectProblem(HttpStatusCode.NotFound, "book_not_found");
    }
}
