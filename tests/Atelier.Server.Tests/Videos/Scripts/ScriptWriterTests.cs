using Atelier.Drawing;
using Atelier.Drawing.Art;
using Atelier.Drawing.Characters;
using Atelier.Testing;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Scripts;

public sealed class ScriptWriterTests
{
    internal static readonly Lazy<ScriptWriter> Writer = new(() =>
    {
        var packs = Path.Combine(RepositoryRoot.Path, "packs", "node_modules");
        var art = ArtPack.Load(packs);
        var lexicon = VisualLexicon.Load(packs, art);
        return new(new PromptReading(lexicon, new CharacterArtist(art, lexicon)));
    });

    [Theory]
    [InlineData("A futuristic city at night with flying cars", Setting.FutureCity, TimeOfDay.Night, Weather.Clear)]
    [InlineData("A dragon flies over a castle at sunset", Setting.Castle, TimeOfDay.Evening, Weather.Clear)]
    [InlineData("Rainy street in Tokyo, a cat under an umbrella", Setting.City, TimeOfDay.Day, Weather.Rain)]
    [InlineData("Underwater world with colorful fish and a whale", Setting.Underwater, TimeOfDay.Day, Weather.Clear)]
    [InlineData("Hot air balloons rising over the desert at dawn", Setting.Desert, TimeOfDay.Morning, Weather.Clear)]
    public void Place_hour_and_weather_are_the_prompts(string prompt, Setting setting, TimeOfDay time, Weather weather)
    {
        foreach (var scene in Write(prompt).Scenes)
            Assert.Equal((setting, time, weather), (scene.Setting, scene.Time, scene.Weather));
    }

    [Fact]
    public void Things_move_as_the_prompt_says()
    {
        var cars = Write("A futuristic city at night with flying cars").Scenes[0].Things;
        Assert.Contains(
            cars,
            thing =>
                thing.Noun.Contains("car", StringComparison.Ordinal) && thing.Travel == Travel.Fly && thing.Count > 1
        );
        var balloons = Write("Hot air balloons rising over the desert at dawn").Scenes[0].Things;
        Assert.Contains(balloons, thing => thing.Travel == Travel.Rise);
    }

    [Fact]
    public void Sentences_are_told_as_they_are_and_pronouns_mean_who_was_named()
    {
        var board = Write(
            "A dog finds a lost ball in the forest. He brings it back to the girl. They dance all evening."
        );
        Assert.Equal(
            ["A dog finds a lost ball in the forest.", "He brings it back to the girl.", "They dance all evening."],
            board.Scenes.Take(3).Select(s => s.Narration)
        );
        Assert.Equal(["Dog", "Girl"], board.Scenes[2].Actors.Select(a => a.Character).Order());
        Assert.All(board.Scenes[2].Actors, actor => Assert.Equal(ActorAction.Dance, actor.Action));
    }

    [Fact]
    public void Three_penguins_are_three()
    {
        var board = Write("Three penguins dancing on ice");
        Assert.Equal(3, board.Cast.Count);
        Assert.Equal(3, board.Scenes[0].Actors.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9.37)]
    [InlineData(60)]
    public void Scenes_last_as_long_as_the_film(double seconds)
    {
        var (board, _) = Writer.Value.Write("A fox in the snow looks for the moon", seconds, new Seed(1));
        Assert.Equal(seconds, board.Scenes.Sum(s => s.Seconds), 2);
    }

    [Theory]
    [InlineData("'%{}:\\,;[]")]
    [InlineData("😀🐶🌳")]
    [InlineData("\n\r\t \u0001")]
    [InlineData("一只猫在花园里")]
    public void A_prompt_without_words_it_knows_still_gives_a_film_and_a_note(string prompt)
    {
        var (board, notes) = Writer.Value.Write(prompt, 10, new Seed(1));
        Assert.NotEmpty(board.Scenes);
        Assert.Single(notes);
        Assert.NotEqual("", board.Title.Trim());
    }

    [Fact]
    public void The_same_prompt_and_seed_give_the_same_storyboard()
    {
        string Once(ulong seed) =>
            System.Text.Json.JsonSerializer.Serialize(
                Writer.Value.Write("A fox in the snow", 20, new Seed(seed)).Board
            );
        Assert.Equal(Once(4), Once(4));
        Assert.NotEqual(Once(4), Once(5));
    }

    private static Storyboard Write(string prompt) => Writer.Value.Write(prompt, 18, new Seed(7)).Board;
}
