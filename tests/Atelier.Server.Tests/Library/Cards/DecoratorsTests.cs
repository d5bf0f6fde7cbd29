using System.Text.Json.Nodes;
using Atelier.Library.Cards.Lore;

namespace Atelier.Library.Cards;

/// <summary>The twenty decorators, each by what it does to an entry in a chat or a text.</summary>
public sealed class DecoratorsTests
{
    private static readonly MacroScene Names = new("Alda", "Ben", 1);

    [Fact]
    public void Activate_only_after_waits_for_so_many_answers()
    {
        Assert.Empty(Run("@@activate_only_after 2", Chat("fox", answers: 1)));
        Assert.Single(Run("@@activate_only_after 2", Chat("fox", answers: 2)));
    }

    [Fact]
    public void Activate_only_every_counts_answers()
    {
        Assert.Single(Run("@@activate_only_every 2", Chat("fox", answers: 2)));
        Assert.Empty(Run("@@activate_only_every 2", Chat("fox", answers: 3)));
    }

    [Fact]
    public void Keep_activate_after_match_stays() =>
        Assert.Single(Run("@@keep_activate_after_match", Chat("nothing") with { ActiveBefore = Before }));

    [Fact]
    public void Dont_activate_after_match_comes_once() =>
        Assert.Empty(Run("@@dont_activate_after_match", Chat("fox") with { ActiveBefore = Before }));

    [Fact]
    public void Depth_counts_messages_from_the_newest() =>
        Assert.Equal((LorePlace.Chat, 1), Place("@@depth 1", Chat("fox", answers: 3)));

    [Fact]
    public void Reverse_depth_counts_from_the_oldest() =>
        Assert.Equal((LorePlace.Chat, 3), Place("@@reverse_depth 1", Chat("fox", answers: 3)));

    [Fact]
    public void Instruct_depth_counts_tokens_from_the_end() =>
        Assert.Equal((LorePlace.Text, 2), Place("@@instruct_depth 2", Text("a fox in the wood")));

    [Fact]
    public void Reverse_instruct_depth_counts_tokens_from_the_beginning() =>
        Assert.Equal((LorePlace.Text, 3), Place("@@reverse_instruct_depth 2", Text("a fox in the wood")));

    [Fact]
    public void What_is_for_texts_does_nothing_in_a_chat() =>
        Assert.Equal((LorePlace.BeforeDescription, 0), Place("@@instruct_depth 2", Chat("fox")));

    [Fact]
    public void Role_says_who_speaks() =>
        Assert.Equal(LoreRole.User, Assert.Single(Run("@@role user", Chat("fox"))).Role);

    [Fact]
    public void Scan_depth_looks_only_so_far_back()
    {
        Assert.Empty(Run("@@scan_depth 1", Chat("fox", answers: 2)));
        Assert.Single(Run("@@scan_depth 3", Chat("fox", answers: 2)));
    }

    [Fact]
    public void Instruct_scan_depth_looks_at_so_many_tokens()
    {
        Assert.Empty(Run("@@instruct_scan_depth 2", Text("a fox lives in the wood")));
        Assert.Single(Run("@@instruct_scan_depth 50", Text("a fox lives in the wood")));
    }

    [Fact]
    public void Is_greeting_needs_that_greeting()
    {
        Assert.Empty(Run("@@is_greeting 1", Chat("fox") with { Greeting = 0 }));
        Assert.Single(Run("@@is_greeting 1", Chat("fox") with { Greeting = 1 }));
    }

    [Theory]
    [InlineData("before_desc", "BeforeDescription")]
    [InlineData("after_desc", "AfterDescription")]
    [InlineData("personality", "Personality")]
    [InlineData("scenario", "Scenario")]
    public void Position_names_a_place_in_the_prompt(string written, string place) =>
        Assert.Equal(place, Place($"@@position {written}", Chat("fox")).Where.ToString());

    [Fact]
    public void Position_goes_before_depth() =>
        Assert.Equal(LorePlace.Scenario, Place("@@depth 1\n@@position scenario", Chat("fox")).Where);

    [Fact]
    public void Ignore_on_max_context_gives_way()
    {
        Assert.Empty(Run("@@ignore_on_max_context", Chat("fox") with { ContextFull = true }));
        var tight = Chat("fox") with { TokenBudget = 3 };
        Assert.Equal(
            "Stays put.",
            Assert
                .Single(
                    Run(tight, Entry("@@ignore_on_max_context", "Goes away.", priority: 9), Entry("", "Stays put."))
                )
                .Content
        );
    }

    [Fact]
    public void Additional_keys_are_needed_too()
    {
        Assert.Empty(Run("@@additional_keys owl, hen", Chat("fox")));
        Assert.Single(Run("@@additional_keys owl, hen", Chat("fox and hen")));
    }

    [Fact]
    public void Exclude_keys_forbid() => Assert.Empty(Run("@@exclude_keys owl", Chat("fox and owl")));

    [Fact]
    public void Is_user_icon_needs_that_picture()
    {
        Assert.Empty(Run("@@is_user_icon knight", Chat("fox") with { UserIcon = "wizard" }));
        Assert.Single(Run("@@is_user_icon knight", Chat("fox") with { UserIcon = "knight" }));
    }

    [Fact]
    public void Dont_activate_never_comes() => Assert.Empty(Run("@@dont_activate", Chat("fox")));

    [Fact]
    public void Activate_comes_always_and_wins() => Assert.Single(Run("@@dont_activate\n@@activate", Chat("nothing")));

    [Fact]
    public void Disable_ui_prompt_names_the_prompt() =>
        Assert.Equal("system_prompt", Decorators.Read("@@disable_ui_prompt system_prompt\nText").DisableUiPrompt);

    [Fact]
    public void A_fallback_counts_when_what_it_stands_for_is_unknown_or_makes_no_sense()
    {
        var unknown = string.Join('\n', Enumerable.Range(0, 6).Select(i => (i == 0 ? "@@" : "@@@") + "unknown" + i));
        Assert.Equal(4, Decorators.Read(unknown + "\n@@@depth 4\nText").Depth);
        Assert.Equal(5, Decorators.Read("@@depth many\n@@@depth 5\nText").Depth);
        Assert.Null(Decorators.Read("@@depth 4\n@@@scan_depth 5\nText").ScanDepth);
    }

    [Fact]
    public void Nothing_of_a_decorator_reaches_the_model()
    {
        var hit = Assert.Single(Run("@@unheard_of 5\n@@@also_unheard_of\n@@depth 1", Chat("fox")));
        Assert.Equal("Lore.", hit.Content);
    }

    private static HashSet<string> Before => ["#0"];

    private static (LorePlace Where, int Depth) Place(string decorators, LoreScene scene)
    {
        var hit = Assert.Single(Run(decorators, scene));
        return (hit.Place, hit.Depth);
    }

    private static IReadOnlyList<LoreHit> Run(string decorators, LoreScene scene) =>
        Run(scene, Entry(decorators, "Lore."));

    private static IReadOnlyList<LoreHit> Run(LoreScene scene, params JsonNode?[] entries) =>
        new LoreActivation(LoreBook.Of(CardMaker.Book(entries)), scene, Names).Run();

    private static JsonObject Entry(string decorators, string content, int priority = 1)
    {
        var entry = CardMaker.Entry("fox", decorators.Length == 0 ? content : $"{decorators}\n\n{content}");
        entry["priority"] = priority;
        return entry;
    }

    /// <summary>The oldest message says something, then come answers that do not.</summary>
    private static LoreScene Chat(string said, int answers = 0) =>
        new()
        {
            Messages =
            [
                new(LoreRole.User, said),
                .. Enumerable.Repeat(new LoreMessage(LoreRole.Assistant, "Yes."), answers),
            ],
        };

    private static LoreScene Text(string text) => new() { Instruct = text };
}
