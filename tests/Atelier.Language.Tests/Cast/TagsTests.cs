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
    public void Whoever_is_named_beside_the_speech_speaks(string paragraph, string speaker) =>
        Assert.Equal(speaker, Tale.Spoken(Tale.Read(Before + paragraph), "Harriet", "Edwin", "Thorne").Last());

    [Fact]
    public void Who_went_on_to_the_gate_did_not_speak()
    {
        var text = Before + "\"Is that the bell?\" Edwin went on to the gate. Harriet had asked it without looking up.";
        Assert.NotEqual(QuotationKind.Explicit, Tale.Read(text).Quotations[^1].Kind);
    }
}
