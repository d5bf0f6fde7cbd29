using System.Net;
using Atelier.Platform.Database;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Atelier.Books.Editing;

/// <summary>One finished book that nobody manages to change, and books that are deleted.</summary>
public sealed class EditingRefusalTests(BookStudio studio) : IClassFixture<BookStudio>
{
    [Fact]
    public async Task What_cannot_be_put_on_a_page_is_refused_and_leaves_the_book_as_it_is()
    {
        var person = await studio.RegisterAsync();
        var book = $"books/{await BookStudio.OrderAsync(person)}";
        (await person.PatchAsync($"{book}/pages/5", new { version = 0, text = "Early." })).ExpectProblem(
            HttpStatusCode.Conflict,
            "book_not_made"
        );
        await studio.MakeAsync(person, Guid.Parse(book["books/".Length..]));

        await RefusesAsync(person, book, new { text = "No version." }, HttpStatusCode.BadRequest, "invalid");
        await RefusesAsync(
            person,
            book,
            new { version = 1, text = new string('a', 2501) },
            HttpStatusCode.BadRequest,
            "invalid"
        );
        await RefusesAsync(
            person,
            book,
            new { version = 1, scene = Scene("nobody") },
            HttpStatusCode.BadRequest,
            "invalid"
        );
        await RefusesAsync(
            person,
            book,
            new { version = 1, scene = Scene("hero", "hero") },
            HttpStatusCode.BadRequest,
            "invalid"
        );
        await RefusesAsync(
            person,
            book,
            new { version = 1, scene = Scene(things: 10) },
            HttpStatusCode.BadRequest,
            "invalid"
        );
        foreach (var page in (int[])[0, 1, 24, 25, -3])
        {
            (await person.PatchAsync($"{book}/pages/{page}", new { version = 1, text = "Here?" })).ExpectProblem(
                HttpStatusCode.NotFound,
                "page_not_found"
            );
            (await person.PostAsync($"{book}/pages/{page}/lock")).ExpectProblem(
                HttpStatusCode.NotFound,
                "page_not_found"
            );
        }
        Assert.Equal(
            ("ready", 1),
            (
                $"{(await person.GetAsync(book)).Body!["state"]}",
                (await person.GetAsync(book)).Body!["version"]!.GetValue<int>()
            )
        );
        await Measures(person, book);
        await OthersCannotAsync(book);
        await RefusesWhenTooOldAsync(person, book);
    }

    [Fact]
    public async Task A_deleted_book_comes_back_for_an_hour_and_is_gone_for_good_afterwards()
    {
        var person = await studio.RegisterAsync();
        var (kept, lost) = (await BookStudio.OrderAsync(person), await BookStudio.OrderAsync(person));
        foreach (var book in (Guid[])[kept, lost])
            (await person.DeleteAsync($"books/{book}")).Expect(HttpStatusCode.NoContent);
        Assert.Empty((await person.GetAsync("books")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
        (await person.GetAsync($"books/{kept}")).ExpectProblem(HttpStatusCode.NotFound, "book_not_found");

        var back = (await person.PostAsync($"books/{kept}/restore")).Expect(HttpStatusCode.OK);
        Assert.Equal("draft", $"{back["state"]}");
        studio.Clock.Advance(Book.UndoFor);
        await studio
            .Services.GetServices<IHostedService>()
            .OfType<Sweeper>()
            .Single()
            .SweepAsync(TestContext.Current.CancellationToken);
        person = await studio.SignInAgainAsync(person); // an hour is longer than a token lives

        (await person.GetAsync($"books/{kept}")).Expect(HttpStatusCode.OK);
        (await person.PostAsync($"books/{lost}/restore")).ExpectProblem(HttpStatusCode.NotFound, "book_not_found");
    }

    private static async Task RefusesAsync(
        Person person,
        string book,
        object body,
        HttpStatusCode status,
        string code
    ) => (await person.PatchAsync($"{book}/pages/5", body)).ExpectProblem(status, code);

    private static object Scene(string? first = null, string? second = null, int things = 1) =>
        new
        {
            setting = "farm",
            time = "day",
            weather = "clear",
            shot = "wide",
            characters = ((string?[])[first, second])
                .OfType<string>()
                .Select(id => new
                {
                    id,
                    action = "walk",
                    mood = "happy",
                    holding = (string?)null,
                }),
            things = (object[])[new { noun = "pear", count = things }],
        };

    private static async Task Measures(Person person, string book)
    {
        var hard = string.Join(' ', Enumerable.Repeat("perspicacious", 30)) + ".";
        var answer = (await person.PostAsync($"{book}/pages/5/measure", new { text = hard })).Expect(HttpStatusCode.OK);
        Assert.False(answer["passed"]!.GetValue<bool>());
        Assert.Equal(12, answer["limits"]!["longestSentence"]!.GetValue<int>());
        var none = (await person.PostAsync($"{book}/pages/5/measure", new { text = "" })).Expect(HttpStatusCode.OK);
        Assert.True(none["passed"]!.GetValue<bool>());
    }

    // As if it had been made before versions were kept.
    private async Task RefusesWhenTooOldAsync(Person person, string book)
    {
        await using var forget = studio.Database.CreateCommand("delete from books.version where book_id = $1");
        forget.Parameters.Add(new() { Value = Guid.Parse(book["books/".Length..]) });
        await forget.ExecuteNonQueryAsync();
        (await person.GetAsync($"{book}/pages/5")).ExpectProblem(HttpStatusCode.Conflict, "book_too_old");
        await RefusesAsync(person, book, new { version = 1, text = "New." }, HttpStatusCode.Conflict, "book_too_old");
        await RefusesAsync(person, book, new { version = 0, text = "Old." }, HttpStatusCode.Conflict, "book_changed");
    }

    private async Task OthersCannotAsync(string book)
    {
        var other = await studio.RegisterAsync();
        Answer[] answers =
        [
            await other.GetAsync($"{book}/pages/5"),
            await other.PatchAsync($"{book}/pages/5", new { version = 1, text = "Mine." }),
            await other.PostAsync($"{book}/pages/5/regenerate", new { version = 1, part = "words" }),
            await other.PostAsync($"{book}/pages/5/lock"),
            await other.GetAsync($"{book}/versions"),
            await other.PostAsync($"{book}/versions/1/restore", new { version = 1 }),
            await other.PostAsync($"{book}/restore"),
        ];
        Assert.All(answers, answer => answer.ExpectProblem(HttpStatusCode.Forbidden, "forbidden"));
    }
}
