using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Writing;
using Atelier.Language;
using Atelier.Language.Figures;
using Atelier.Testing;

namespace Atelier.Campaigns.Comments;

public sealed class BuiltInWriterTests(ITestOutputHelper output)
{
    private const int Drafts = 1_000;
    private const int Campaigns = 8;

    private static readonly Assessor Assessor = new(
        new CommentMeter(LanguagePack.Load(RepositoryRoot.Packs), FigureWords.Load(RepositoryRoot.Packs))
    );

    private static readonly BuiltInWriter Writer = new(Assessor);

    [Fact]
    public void A_thousand_drafts_disclose_hold_on_to_their_posts_and_repeat_nothing()
    {
        var campaigns = Enumerable.Range(0, Campaigns).Select(_ => new List<OtherDraft>()).ToList();
        var (passed, ready, nearest) = (0, 0, 0.0);
        for (var i = 0; i < Drafts; i++)
        {
            // A campaign has one language, and half of them have a persona with something to tell.
            var campaign = i % Campaigns;
            var language = campaign % 4 == 3 ? "fr" : "en";
            var brief = PostMaker.Brief(language, campaign % 2 == 0 ? Experienced : null);
            var post = new StudiedPost(new PostMaker(i).Make(language == "fr"));
            var id = new Guid(i + 1, 0, 0, new byte[8]);
            var draft = Writer.Write(post, id, brief, campaigns[campaign], i, PostMaker.Now);
            Assert.NotNull(draft.Text);
            Assert.NotNull(draft.Assessment);
            passed += draft.Assessment.Passed ? 1 : 0;
            ready += draft.Assessment.Score >= Rubric.ReadyAt ? 1 : 0;
            Assert.NotNull(Disclosures.Find(draft.Text, brief, language));
            Assert.Empty(LinkFinder.In(draft.Text));
            var grams = Grams.Of(draft.Text);
            nearest = Math.Max(
                nearest,
                campaigns[campaign].Select(other => grams.Jaccard(other.Grams)).DefaultIfEmpty().Max()
            );
            campaigns[campaign].Add(new(id, id, "Ada", post.Post.Url.Host, draft.Text));
        }
        output.WriteLine(
            $"{passed} of {Drafts} passed all gates at once, {ready} score 80 or more, nearest pair {nearest:0.00}"
        );
        Assert.True(nearest <= 0.35);
        Assert.InRange(passed, Drafts * 0.95, Drafts);
        Assert.InRange(ready, Drafts * 0.9, Drafts);
    }

    [Fact]
    public void The_same_seed_writes_the_same_and_another_one_something_else()
    {
        var post = new StudiedPost(new PostMaker(7).Make());
        Assert.Equal(Write(post, 1).Text, Write(post, 1).Text);
        Assert.NotEqual(Write(post, 1).Text, Write(post, 2).Text);
    }

    [Theory]
    [InlineData("de", "English and French")]
    [InlineData(null, "not known")]
    public void A_language_without_sentences_is_refused_and_the_reason_given(string? language, string why)
    {
        var draft = Write(new StudiedPost(new PostMaker(7).Make() with { Language = language }), 1);
        Assert.Null(draft.Text);
        Assert.Contains(why, draft.Refusal);
    }

    [Fact]
    public void A_post_with_nothing_to_hold_on_to_is_refused()
    {
        var draft = Write(new StudiedPost(new PostMaker(7).Make() with { Text = "Nothing today." }), 1);
        Assert.Null(draft.Text);
        Assert.NotNull(draft.Refusal);
    }

    [Fact]
    public void What_is_quoted_keeps_its_numbers_whole_and_only_what_is_counted_is_a_figure()
    {
        var text =
            "The bed of 2.4 by 1.2 metres was planted with maize. The dug plots held 2.9 percent of organic matter, and the bare ones less. "
            + "Our class of 27 grew only radishes before the summer. The class sowed the radishes in the bed.";
        var facts = new PostFacts(new StudiedPost(new PostMaker(7).Make() with { Text = text }));
        Assert.Contains("2.9 percent of organic matter", facts.Numbers);
        Assert.DoesNotContain(facts.Numbers, number => number.Contains("grew", StringComparison.Ordinal));
        Assert.DoesNotContain(facts.Quotes, quote => char.IsDigit(quote[^1]) || char.IsDigit(quote[0]));
    }

    [Fact]
    public void A_disclosure_in_another_language_is_said_in_the_posts()
    {
        var post = new StudiedPost(new PostMaker(7).Make(inFrench: true));
        var draft = Writer.Write(post, Guid.Empty, PostMaker.Brief("en"), [], 3, PostMaker.Now);
        Assert.Contains("Par transparence, voici mon lien avec le sujet : Fieldnote Tools.", draft.Text);
        Assert.True(draft.Assessment!.Passed);
    }

    private static PersonaBrief Experienced { get; } =
        new("Ada", "warm", "maker", ["six years in a repair workshop in Leeds"], Confirmed: true);

    private static BuiltInDraft Write(StudiedPost post, int seed) =>
        Writer.Write(post, Guid.Empty, PostMaker.Brief("en"), [], seed, PostMaker.Now);
}
