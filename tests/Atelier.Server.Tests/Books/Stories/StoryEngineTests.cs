using System.Text.Json;
using Atelier.Books;
using Atelier.Books.Stories;
using Atelier.Drawing;
using Atelier.Language;
using Atelier.Testing;

namespace Atelier.Tests.Books.Stories;

public class StoryEngineTests
{
    internal static readonly StoryEngine Engine = new(LanguagePack.Load(RepositoryRoot.Packs));

    internal static StoryResult Tell(BookBrief brief, int pages = 28, ulong seed = 1) =>
        Engine.Write(Engine.Outline(brief, pages, new Seed(seed)));

    internal static string Words(StoryResult result) => string.Join("\n", result.Manuscript.Pages.Select(p => p.Text));

    [Fact]
    public void The_hero_and_the_wish_come_from_the_prompt()
    {
        var outline = Engine.Outline(
            new BookBrief { Prompt = "A shy labrador who wants to find the lost moon" },
            28,
            new Seed(1)
        );

        Assert.Equal("labrador", outline.Cast[0].Kind);
        Assert.Equal("shy", outline.Cast[0].Trait);
        Assert.Equal("find the lost moon", outline.Goal);
        Assert.Contains("labrador", Words(Engine.Write(outline)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_brief_and_seed_give_the_same_book()
    {
        var brief = new BookBrief { Prompt = "A curious kitten explores the city", AgeBand = "6-8" };

        Assert.Equal(JsonSerializer.Serialize(Tell(brief)), JsonSerializer.Serialize(Tell(brief)));
        Assert.NotEqual(Words(Tell(brief)), Words(Tell(brief, seed: 2)));
    }

    [Fact]
    public void Outline_and_manuscript_survive_being_stored()
    {
        var outline = Engine.Outline(new BookBrief { Prompt = "dragon" }, 28, new Seed(1));
        var stored = JsonSerializer.Deserialize<StoryOutline>(JsonSerializer.Serialize(outline))!;

        var (before, after) = (
            JsonSerializer.Serialize(Engine.Write(outline)),
            JsonSerializer.Serialize(Engine.Write(stored))
        );

        Assert.Equal(before, after);
        Assert.Equal(before, JsonSerializer.Serialize(JsonSerializer.Deserialize<StoryResult>(before)));
    }

    [Theory]
    [InlineData(18)]
    [InlineData(20)]
    [InlineData(28)]
    [InlineData(33)]
    [InlineData(38)]
    public void A_book_has_exactly_the_pages_asked_for(int pages) =>
        Assert.Equal(
            Enumerable.Range(1, pages),
            Tell(new BookBrief { Prompt = "A fox looks for a star" }, pages).Manuscript.Pages.Select(p => p.Number)
        );

    [Theory]
    [InlineData("x")]
    [InlineData("😀😀😀")]
    [InlineData("תינוק שמחפש את הירח")]
    [InlineData("\u0000\u0007<script>alert(1)</script> & [a|b] {zz}")]
    [InlineData("un perro tímido que busca la luna perdida")]
    [InlineData("the of and but so")]
    public void Any_prompt_becomes_a_book(string prompt)
    {
        var result = Tell(new BookBrief { Prompt = prompt });

        Assert.Equal(28, result.Manuscript.Pages.Count);
        Assert.DoesNotContain('\u0000', Words(result));
        Assert.NotEmpty(result.Notes);
    }

    [Fact]
    public void Names_are_kept_to_the_letter_even_when_they_look_like_markup()
    {
        var brief = new BookBrief
        {
            Prompt = "two friends look for a star",
            Title = "<b>A & B</b>",
            Characters = [new("{hero} <i>", "cat"), new("d'Arc [x|y]", "fox")],
        };

        var result = Tell(brief);

        Assert.Equal("<b>A & B</b>", result.Manuscript.Title);
        Assert.Contains("{hero} <i>", Words(result), StringComparison.Ordinal);
        Assert.Contains("d'Arc [x|y]", Words(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0-2")]
    [InlineData("3-5")]
    [InlineData("5-7")]
    [InlineData("6-8")]
    [InlineData("8-10")]
    public void Every_shape_fills_its_pages_and_stays_inside_its_band(string band)
    {
        string[] prompts =
        [
            "a fox finds a star",
            "a bear lost her hat",
            "a cat gets lost",
            "a girl afraid of the dark",
            "two friends quarrel",
            "an ant saves a bridge",
            "a king makes a wish",
            "a mouse builds a boat",
            "who stole the buns",
            "a snail race",
            "bedtime for a hen",
            "a fish learns to sing",
            "a lonely troll wants a friend",
        ];
        foreach (var prompt in prompts)
        foreach (var pages in new[] { 18, 38 })
        {
            var result = Tell(new BookBrief { Prompt = prompt, AgeBand = band }, pages);

            Assert.Equal(pages, result.Manuscript.Pages.Count);
            Assert.DoesNotContain(
                result.Manuscript.Pages,
                p => string.IsNullOrWhiteSpace(p.Text) || p.Text.Contains('\u0001')
            );
            Assert.True(result.Book.Passed, $"{prompt}, {pages} pages: {string.Join("; ", result.Book.Failures)}");
        }
    }

    [Fact]
    public void Singular_they_takes_plural_verbs()
    {
        var brief = new BookBrief
        {
            Prompt = "a child afraid of the dark",
            AgeBand = "8-10",
            Characters = [new("Ash", "child", "they/them", "curious")],
        };

        var words = Words(Tell(brief));

        Assert.Contains("Ash", words, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b[Tt]hey (was|is|has|knows|lives)\b", words);
    }
}
