using Atelier.Drawing.Art;
using Atelier.Testing;

namespace Atelier.Drawing.Tests.Art;

public sealed class VisualLexiconTests
{
    private static readonly VisualLexicon Lexicon = VisualLexicon.Load(RepositoryRoot.Packs, Packs.Art);

    private static readonly Dictionary<char, string> Sets = new()
    {
        ['f'] = ArtPack.Fluent,
        ['n'] = ArtPack.Noto,
        ['o'] = ArtPack.Own,
    };

    [Theory]
    [InlineData("lighthouse", "lighthouse")]
    [InlineData("dog", "dog")]
    [InlineData("Puppy", "dog")]
    [InlineData("mice", "mouse")]
    [InlineData("wolves", "wolf")]
    [InlineData("teapot", "teapot")]
    [InlineData("pile of leaves", "fallen-leaf")]
    [InlineData("a little red boat", "sailboat")]
    [InlineData("glass of milk", "glass-of-milk")]
    [InlineData("birthday cake", "birthday-cake")]
    [InlineData("abacus", "abacus")] // named by the drawing itself, not by the table
    public void A_common_noun_is_drawn_as_itself(string noun, string icon)
    {
        var found = Lexicon.Depict(noun);
        Assert.Equal(DepictionKind.Exact, found.Kind);
        Assert.EndsWith(":" + icon, found.Drawing?.Id);
    }

    [Theory]
    [InlineData("dachshund", "dog")]
    [InlineData("salmon", "fish")]
    [InlineData("starling", "bird")]
    [InlineData("baobab", "tree")]
    [InlineData("schooner", "vessel")]
    [InlineData("astrolabe", "measuring instrument")]
    [InlineData("orchid", "flower")]
    [InlineData("astronomer", "scientist")]
    public void A_rarer_noun_is_drawn_as_the_kind_it_belongs_to_and_says_so(string noun, string via)
    {
        var found = Lexicon.Depict(noun);
        Assert.Equal((DepictionKind.Related, via), (found.Kind, found.Via));
        Assert.NotNull(found.Drawing);
    }

    [Theory]
    [InlineData("freedom")]
    [InlineData("xyzzyplugh")]
    [InlineData("")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("🦖🦖🦖")]
    public void What_cannot_be_drawn_is_said_and_not_guessed(string noun)
    {
        var found = Lexicon.Depict(noun);
        Assert.Equal((DepictionKind.None, null), (found.Kind, found.Drawing?.Id));
    }

    [Theory]
    [InlineData("pug")]
    [InlineData("stoat")]
    [InlineData("ocelot")]
    [InlineData("trout")]
    public void Animals_do_not_become_people(string noun) => Assert.Equal(Portrayal.Whole, Lexicon.Depict(noun).Shows);

    [Fact]
    public void Every_drawing_of_the_table_exists()
    {
        var table = typeof(VisualLexicon).Assembly.GetManifestResourceStream("visual-lexicon.txt")!;
        using var lines = new StreamReader(table);
        while (lines.ReadLine() is { } line)
            if (line.Length > 0 && line[0] is not ('#' or '[' or '-'))
                Assert.NotNull(Packs.Art.Find(Sets[line[0]] + line.Split(' ')[0][1..]));
    }

    [Theory]
    [InlineData("apple", "child")]
    [InlineData("chair", "car")]
    [InlineData("car", "tree")]
    [InlineData("tree", "castle")]
    public void Sizes_make_sense(string smaller, string bigger) =>
        Assert.True(Lexicon.Depict(smaller).Size < Lexicon.Depict(bigger).Size);
}
