using Atelier.Language.Cast;

namespace Atelier.Language.Tests.Cast;

/// <summary>What the words around a quotation say about its speaker.</summary>
public sealed class TagsTests
{
    private const string Before = """
        Harriet Lowe came in and took off her hat. Her brother Edwin looked up from his paper, and Mr. Thorne, who had dozed
        in his chair, opened his eyes. Harriet smiled at them.

        "You are late," said Edwin.

        "The bridge is down," said Harriet, and she sat down by the fire.

        "Down!" cried Mr. Thorne. He shook his head.

        Edwin folded his paper. Harriet warmed her hands. Mr. Thorne said nothing.


        """;

    [Theory]
    [InlineData("\"It was the flood, I suppose,\" Edwin went on.", "Edwin")]
    [InlineData("\"It was the flood,\" put in Mr. Thorne.", "Thorne")]
    [InlineData("\"Nobody was hurt,\" was Harriet's answer.", "Harriet")]
    [InlineData("\"Nobody was hurt,\" was Edwin's rather short reply.", "Edwin")]
    [InlineData("Edwin walked to the window and back again, saying, \"It was the flood.\"", "Edwin")]
    [InlineData("\"Nobody was hurt,\" she sniffled.", "Harriet")]
    [InlineData("\"Nobody was hurt!\" wheedled Edwin.", "Edwin")]
    [InlineData("\"It was the flood,\" said her brother Edwin.", "Edwin")]
    [InlineData("\"It was the flood,\" said his old friend, Mr. Thorne, from the chair.", "Thorne")]
    [InlineData("\"It was the flood,\" her brother, Edwin, explained.", "Edwin")]
    [InlineData("Edwin, who was still at the window, approached Mr. Thorne and said: \"It was the flood.\"", "Edwin")]
    [InlineData("Harriet was determined to see Edwin smile, and said, \"Nobody was hurt.\"", "Harriet")]
    [InlineData("Harriet, who never quite believed Mr. Thorne, said: \"It was the flood.\"", "Harriet")]
    [InlineData("Mr. Thorne looked for help at Edwin, who said in a low voice, \"It was the flood.\"", "Edwin")]
    public void Whoever_is_named_beside_the_speech_speaks(string paragraph, string speaker) =>
        Assert.Equal(speaker, Tale.Spoken(Tale.Read(Before + paragraph), "Harriet", "Edwin", "Thorne").Last());

    [Theory]
    [InlineData("\"It was the flood,\" said Edwin.")]
    [InlineData("Edwin said, \"It was the flood.\"")]
    [InlineData("\"It was,\" said Edwin, turning to Mr. Thorne, \"the flood.\"")]
    [InlineData("\"It was the flood,\" said Edwin. He sat down. \"Nobody was hurt.\"")]
    public void Who_is_plainly_named_beside_the_speech_is_sure(string paragraph) =>
        Assert.All(Last(paragraph), quotation => Assert.Equal(Tier.Sure, quotation.Tier));

    [Theory]
    [InlineData("Edwin sat up, and seeing the smile of Mr. Thorne said: \"It was the flood.\"")]
    [InlineData("\"It was the flood.\" Mr. Thorne nodded, and Edwin, seeing it, said, \"Nobody was hurt.\"")]
    public void Where_a_second_person_is_meant_beside_the_speech_nobody_is_sure(string paragraph) =>
        Assert.DoesNotContain(Last(paragraph), quotation => quotation.Tier == Tier.Sure);

    [Fact]
    public void Speech_with_nothing_beside_it_is_less_sure_than_the_tagged_speech_of_its_paragraph() =>
        Assert.Equal(
            [Tier.Sure, Tier.Likely],
            Last("\"It was the flood,\" said Edwin. Mr. Thorne shook his head. \"Nobody was hurt.\"")
                .Select(q => q.Tier)
        );

    [Fact]
    public void A_story_of_many_pages_is_not_surely_told_by_who_is_tagged_behind_it()
    {
        var story = string.Join(' ', Enumerable.Repeat("The river rose, and we went up to the mill.", 120));
        Assert.Equal(Tier.Likely, Assert.Single(Last($"\"{story}\" said Edwin.")).Tier);
        Assert.Equal(Tier.Sure, Assert.Single(Last($"\"{story[..400]}\" said Edwin.")).Tier);
    }

    private static IEnumerable<Quotation> Last(string paragraph) =>
        Tale.Read(Before + paragraph).Quotations.Where(quotation => quotation.Span.Start >= Before.Length);

    [Fact]
    public void Who_went_on_to_the_gate_did_not_speak()
    {
        var text = Before + "\"Is that the bell?\" Edwin went on to the gate. Harriet had asked it without looking up.";
        Assert.NotEqual(QuotationKind.Explicit, Tale.Read(text).Quotations[^1].Kind);
    }
}
