using System.Text;

namespace Atelier.Language.Tests.Cast;

public sealed class HostileTextTests
{
    private static readonly string[] Scraps =
    [
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "--",
        "—",
        "\n",
        "\n\n",
        "\r\n",
        "\0",
        "😀",
        "\ud83d",
        "...",
        ", ",
        ". ",
        "! ",
        "_",
        "Mr. ",
        "Mrs. ",
        "said ",
        "I ",
        "he ",
        "she ",
        "Emma",
        "’s",
        "the man ",
        "my wife ",
        "of ",
        "CHAPTER I\n\n",
    ];

    [Fact]
    public void Scraps_in_any_order_give_spans_that_lie_in_the_text()
    {
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var scraps = new StringBuilder();
            for (var i = random.Next(300); i > 0; i--)
                scraps.Append(Scraps[random.Next(Scraps.Length)]);
            Check(scraps.ToString());
        }
    }

    [Fact]
    public void A_flood_of_names_gives_the_commonest()
    {
        var random = new Random(12);
        var flood = new StringBuilder();
        for (var i = 0; i < 2_000; i++)
            flood
                .Append("“Come,” said ")
                .Append((char)('A' + random.Next(26)))
                .Append("ab")
                .Append((char)('a' + random.Next(26)))
                .Append(random.Next(2) == 0 ? "or. " : "in. ");
        Check(flood.ToString());
    }

    private static void Check(string text)
    {
        var report = Tale.Read(text);
        var end = 0;
        foreach (var quotation in report.Quotations)
        {
            Assert.InRange(quotation.Span.Start, end, quotation.Span.End - 1);
            Assert.InRange(quotation.Span.End, 1, text.Length);
            Assert.InRange(quotation.Speaker ?? 0, 0, Math.Max(0, report.People.Count - 1));
            end = quotation.Span.End;
        }
        Assert.All(report.People, person => Assert.Equal(person.Mentions, person.MentionsByChapter.Sum()));
        Assert.All(report.Relations, relation => Assert.InRange(relation.A, 0, relation.B - 1));
    }
}
