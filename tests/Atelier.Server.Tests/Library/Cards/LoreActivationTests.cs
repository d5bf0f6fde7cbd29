using System.Text.Json.Nodes;
using Atelier.Library.Cards.Lore;
using static Atelier.Library.Cards.CardMaker;

namespace Atelier.Library.Cards;

public sealed class LoreActivationTests
{
    [Theory]
    [InlineData("a fox!", true)]
    [InlineData("A FOX", true)]
    [InlineData("foxes", false)]
    [InlineData("firefox", false)]
    public void A_key_is_found_as_a_word(string said, bool found) =>
        Assert.Equal(found, Hits(said, Entry("fox", "Lore.")).Count == 1);

    [Fact]
    public void A_key_in_a_script_without_blanks_is_found_inside() =>
        Assert.Single(Hits("昨日雨が降った", Entry("雨", "Rain.")));

    [Fact]
    public void Case_counts_where_it_is_said_to() =>
        Assert.Empty(Hits("a fox", With(Entry("Fox", "Lore."), "case_sensitive", true)));

    [Fact]
    public void A_selective_entry_needs_a_key_of_each_kind()
    {
        var entry = With(With(Entry("fox", "Lore."), "selective", true), "secondary_keys", new JsonArray("hen"));
        Assert.Empty(Hits("a fox", entry.DeepClone()));
        Assert.Single(Hits("a fox and a hen", entry));
    }

    [Fact]
    public void A_constant_entry_is_there_always() =>
        Assert.Single(Hits("nothing", With(Entry("fox", "Lore."), "constant", true)));

    [Fact]
    public void An_entry_that_is_off_is_never_there() =>
        Assert.Empty(Hits("fox", With(Entry("fox", "@@activate\nLore."), "enabled", false)));

    [Fact]
    public void Empty_content_and_content_that_is_there_already_add_nothing() =>
        Assert.Single(Hits("fox", Entry("fox", ""), Entry("fox", "Lore."), With(Entry("fox", "Lore."), "id", 5)));

    [Fact]
    public void The_lower_order_stands_first() =>
        Assert.Equal(
            ["Early.", "Late."],
            Hits("fox", With(Entry("fox", "Late."), "insertion_order", 20), Entry("fox", "Early."))
                .Select(hit => hit.Content)
        );

    [Fact]
    public void The_lowest_priority_goes_when_the_budget_is_spent()
    {
        var book = Book(
            With(Entry("fox", "Dear enough."), "priority", 9),
            With(Entry("fox", "Cheap enough"), "priority", 1)
        );
        book["token_budget"] = 4;
        Assert.Equal("Dear enough.", Assert.Single(InBook("fox", book)).Content);
    }

    [Fact]
    public void Lore_calls_lore_where_the_book_says_so()
    {
        JsonNode?[] entries =
        [
            Entry("fox", "It eats a hen. {{hidden_key:den}}"),
            Entry("hen", "Hens lay."),
            Entry("den", "Below."),
        ];
        var book = Book(entries);
        Assert.Single(InBook("fox", (JsonObject)book.DeepClone()));
        book["recursive_scanning"] = true;
        Assert.Equal(3, InBook("fox", book).Count);
    }

    [Fact]
    public void Lore_that_calls_itself_ends()
    {
        var book = Book(Entry("fox", "hen"), Entry("hen", "fox"));
        book["recursive_scanning"] = true;
        Assert.Equal(2, InBook("fox", book).Count);
    }

    [Theory]
    [InlineData("f[aeiou]x", "the FOX", true)]
    [InlineData("/F[aeiou]X/", "the fox", true)]
    [InlineData("^hen", "a fox\nhen", false)]
    [InlineData("/^hen/m", "a fox\nhen", true)]
    [InlineData("(?<=the )fox", "the fox", true)]
    [InlineData("f[", "f[", false)]
    [InlineData("(a{500}){500}", "aaaa", false)]
    public void A_pattern_is_matched_and_one_that_is_not_valid_or_not_safe_never(
        string pattern,
        string said,
        bool found
    ) => Assert.Equal(found, Hits(said, With(Entry(pattern, "Lore."), "use_regex", true)).Count == 1);

    [Fact]
    public void A_pattern_made_to_hang_does_not()
    {
        var evil = Enumerable
            .Range(0, 20)
            .Select(i => With(Entry($"(?=x?)(a+)+{i}$", $"Lore {i}."), "use_regex", true));
        Assert.Empty(Hits(new string('a', 5_000) + "!", [.. evil]));
    }

    [Fact]
    public void The_book_says_how_far_back_it_looks()
    {
        var book = Book(Entry("fox", "Lore."));
        book["scan_depth"] = 1;
        var scene = new LoreScene { Messages = [new(LoreRole.User, "fox"), new(LoreRole.Assistant, "Yes.")] };
        Assert.Empty(new LoreActivation(LoreBook.Of(book), scene, new("A", "B", 1)).Run());
    }

    private static IReadOnlyList<LoreHit> Hits(string said, params JsonNode?[] entries) => InBook(said, Book(entries));

    private static IReadOnlyList<LoreHit> InBook(string said, JsonObject book) =>
        new LoreActivation(
            LoreBook.Of(book),
            new LoreScene { Messages = [new(LoreRole.User, said)] },
            new MacroScene("Alda", "Ben", 1)
        ).Run();

    private static JsonObject With(JsonObject entry, string field, JsonNode value)
    {
        entry[field] = value;
        return entry;
    }
}
