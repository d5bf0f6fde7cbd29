using System.Text.Json;
using Atelier.Drawing;
using Atelier.Generation;
using Atelier.Testing.Models;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Scripts;

/// <summary>A storyboard by a chat model, against a fake one: what is taken, what is mended, what falls back.</summary>
public sealed class ModelScriptWriterTests
{
    private static readonly VideoOrder Order = new() { Prompt = "A robot waters a flower", Duration = 10 };
    private static readonly ModelScript Good = new(
        "The Robot's Flower",
        MusicMood.Calm,
        [new("Bolt", "robot")],
        [
            Scene("Every morning Bolt came with his can."),
            Scene("And one morning the flower opened.", SceneChange.Crossfade),
        ]
    );

    private static ModelScene Scene(string narration, SceneChange change = SceneChange.Cut) =>
        new(
            narration,
            Setting.Meadow,
            TimeOfDay.Morning,
            Weather.Clear,
            Shot.Medium,
            CameraMove.PushIn,
            change,
            [new("Bolt", ActorAction.Stand, Mood.Happy, "watering can")],
            [new("flower", 1, null)]
        );

    [Fact]
    public async Task A_good_script_is_taken_and_lasts_as_long_as_the_film()
    {
        var (board, notes) = await WriteAsync(Answer(Good));

        Assert.Equal(("The Robot's Flower", FakeModelServer.Model), (board.Title, board.Writer));
        Assert.Equal(10, board.Scenes.Sum(scene => scene.Seconds), 2);
        Assert.Equal("watering can", board.Scenes[0].Actors[0].Holding);
        Assert.Empty(notes);
    }

    [Fact]
    public async Task A_script_with_a_stranger_in_it_is_mended_by_the_model()
    {
        var wrong = Good with { Cast = [new("Nut", "robot")] };
        var (board, notes) = await WriteAsync(Answer(wrong), Answer(Good));
        Assert.Equal(FakeModelServer.Model, board.Writer);
        Assert.Empty(notes);
    }

    [Fact]
    public async Task A_script_that_stays_too_long_gives_way_to_the_built_in_writer_and_says_so()
    {
        var chatty = Answer(Good with { Scenes = [Scene(string.Join(' ', Enumerable.Repeat("word", 90)))] });
        var (board, notes) = await WriteAsync(chatty, chatty, chatty);
        Assert.Equal(ScriptWriter.Writer, board.Writer);
        Assert.Contains(notes, note => note.Contains("fake-model could not", StringComparison.Ordinal));
    }

    private static FakeReply Answer(ModelScript script) =>
        FakeReply.Text(JsonSerializer.Serialize(script, JsonSchemas.Json));

    private static async Task<(Storyboard Board, IReadOnlyList<string> Notes)> WriteAsync(params FakeReply[] replies)
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Reply(replies);
        var options = new ModelOptions
        {
            Endpoint = server.Endpoint,
            Model = FakeModelServer.Model,
            ApiKey = FakeModelServer.Key,
        };
        var chat = GenerationRegistration.Create(new GenerationOptions { Chat = options }, TimeProvider.System).Chat!;
        var builtIn = new BuiltInScript(ScriptWriterTests.Writer.Value);
        return await new ModelScriptWriter(chat, builtIn).WriteAsync(
            Order,
            new Seed(1),
            new Budget(),
            TestContext.Current.CancellationToken
        );
    }
}
