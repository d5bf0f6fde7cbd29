using System.Text.Json;
using Atelier.Books;
using Atelier.Books.Authoring;
using Atelier.Books.Stories;
using Atelier.Drawing;
using Atelier.Generation;
using Atelier.Language;
using Atelier.Testing;
using Atelier.Testing.Models;

namespace Atelier.Tests.Books.Authoring;

/// <summary>A book by a chat model, against a fake one: what is taken, what is mended, what falls back.</summary>
public class ModelWriterTests
{
    private static readonly LanguagePack Language = LanguagePack.Load(RepositoryRoot.Packs);
    private static readonly StoryEngine Engine = new(Language);
    private static readonly BookBrief Brief = new() { Prompt = "A shy fox who wants to find the moon" };

    private static readonly StoryOutline Outline = Enumerable
        .Range(1, 50)
        .Select(seed => Engine.Outline(Brief, 18, new Seed((ulong)seed)))
        .First(outline => Engine.Write(outline) is { Book.Passed: true } book && book.Pages.All(page => page.Passed));

    private static readonly ModelBook Good = AsAnswer(Engine.Write(Outline).Manuscript);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A book known to pass the gate, in the form a model answers in.</summary>
    private static ModelBook AsAnswer(Manuscript book)
    {
        var names = book.Cast.ToDictionary(character => character.Id, character => character.Name);
        return new ModelBook(
            "The Fox and the Moon",
            book.Blurb,
            book.Refrain ?? "",
            [.. book.Cast.Select(character => new ModelCharacter(character.Name, character.Noun))],
            [
                .. book.Pages.Select(page => new ModelPage(
                    page.Text,
                    page.AltText,
                    new ModelPicture(
                        page.Picture.Setting,
                        page.Picture.Time,
                        page.Picture.Weather,
                        page.Picture.Shot,
                        [
                            .. page.Picture.Actors.Select(actor => new ModelActor(
                                names[actor.CharacterId],
                                actor.Action,
                                actor.Mood,
                                actor.Holding
                            )),
                        ],
                        [.. page.Picture.Props.Select(prop => new ModelProp(prop.Noun, prop.Count))]
                    )
                )),
            ]
        );
    }

    private static FakeReply Answer(ModelBook book) => FakeReply.Text(JsonSerializer.Serialize(book, JsonSchemas.Json));

    private static Task<StoryResult> Write(FakeModelServer server, double timeout = 60, Budget? budget = null)
    {
        var options = new ModelOptions
        {
            Endpoint = server.Endpoint,
            Model = FakeModelServer.Model,
            ApiKey = FakeModelServer.Key,
            MaxAttempts = 2,
            RetryDelaySeconds = 0.01,
            TimeoutSeconds = timeout,
        };
        var chat = GenerationRegistration.Create(new GenerationOptions { Chat = options }, TimeProvider.System).Chat!;
        return new ModelWriter(chat, new BuiltInWriter(Engine), Language).WriteAsync(
            Brief,
            Outline,
            budget ?? new Budget(),
            Cancel
        );
    }

    private static void AssertFellBack(StoryResult story)
    {
        Assert.Equal(StoryEngine.Writer, story.Manuscript.Writer);
        Assert.Contains(story.Notes, note => note.Contains("could not", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_good_answer_becomes_the_manuscript_and_is_measured()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(Answer(Good));
        var story = await Write(server);
        Assert.Single(server.Requests);
        Assert.Equal(
            (FakeModelServer.Model, "The Fox and the Moon"),
            (story.Manuscript.Writer, story.Manuscript.Title)
        );
        Assert.Equal(Good.Pages.Select(page => page.Text), story.Manuscript.Pages.Select(page => page.Text));
        Assert.True(story.Book.Passed);
        Assert.All(story.Pages, page => Assert.True(page.Passed));
        Assert.Empty(story.Notes);
    }

    [Fact]
    public async Task A_wrong_page_count_is_mended_by_the_model()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(
            Answer(Good with { Pages = [.. Good.Pages.Take(5)] }),
            Answer(Good)
        );
        var story = await Write(server);
        Assert.Equal(FakeModelServer.Model, story.Manuscript.Writer);
        Assert.Contains("exactly 18 pages, not 5", server.Requests[1].LastMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_too_hard_is_mended_by_the_model()
    {
        var hard = Good.Pages[0] with
        {
            Text =
                "Notwithstanding meteorological impediments, the vulpine protagonist contemplated astronomical phenomena.",
        };
        await using var server = (await FakeModelServer.StartAsync()).Reply(
            Answer(Good with { Pages = [hard, .. Good.Pages.Skip(1)] }),
            Answer(Good)
        );
        var story = await Write(server);
        Assert.Equal(Good.Pages[0].Text, story.Manuscript.Pages[0].Text);
        Assert.Contains("Page 1 is too hard", server.Requests[1].LastMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_not_in_the_cast_is_pointed_out()
    {
        var actor = new ModelActor("Nobody", ActorAction.Stand, Mood.Happy, null);
        var page = Good.Pages[0] with { Picture = Good.Pages[0].Picture with { Actors = [actor] } };
        await using var server = (await FakeModelServer.StartAsync()).Reply(
            Answer(Good with { Pages = [page, .. Good.Pages.Skip(1)] }),
            Answer(Good)
        );
        await Write(server);
        Assert.Contains(
            "\"Nobody\" on page 1 is not in the cast",
            server.Requests[1].LastMessage,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_book_that_stays_too_hard_falls_back_with_a_note()
    {
        var words = string.Join(" ", Enumerable.Repeat("Epistemological obfuscation notwithstanding everything.", 3));
        var hard = Good with { Pages = [.. Good.Pages.Select(page => page with { Text = words })] };
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ => Answer(hard));
        AssertFellBack(await Write(server));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task D14_garbage_a_rate_limit_and_silence_fall_back_with_a_note()
    {
        foreach (
            var reply in (FakeReply[])[FakeReply.Text("Once upon a time"), FakeReply.RateLimit(), FakeReply.Hang()]
        )
        {
            await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ => reply);
            AssertFellBack(await Write(server, timeout: reply == FakeReply.Hang() ? 0.5 : 60));
        }
    }

    [Fact]
    public async Task A_spent_budget_falls_back_with_a_note()
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ => FakeReply.Text("{}"));
        AssertFellBack(await Write(server, budget: new Budget(maxCalls: 1)));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Control_characters_never_reach_the_page()
    {
        var page = Good.Pages[0] with { Text = "The\u0001 fox\u0000 ran.\r\nThe end\uFFFF." };
        await using var server = (await FakeModelServer.StartAsync()).Reply(
            Answer(Good with { Pages = [page, .. Good.Pages.Skip(1)] })
        );
        Assert.Equal("The fox ran.\nThe end.", (await Write(server)).Manuscript.Pages[0].Text);
    }
}
