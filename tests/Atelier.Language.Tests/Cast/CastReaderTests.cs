using System.Text.RegularExpressions;
using Atelier.Language.Cast;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Tests.Cast;

public sealed class CastReaderTests
{
    private static readonly CastReport Report = Tale.Read(Tale.Text);

    [Fact]
    public void Everybody_is_found_once_under_all_names()
    {
        Assert.Equal(
            ["Edwin Lowe", "Harriet Lowe", "Martha", "Mr. Thorne"],
            Report
                .People.Select(person => person.Name.Replace("Miss ", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Take(4)
        );
        Assert.Contains("Mr. Lowe", Person("Edwin").Aliases);
    }

    [Fact]
    public void Gender_comes_from_titles_and_pronouns_with_its_evidence()
    {
        Assert.Equal(Gender.Female, Person("Harriet").Gender);
        Assert.Equal(Gender.Male, Person("Edwin").Gender);
        Assert.Equal(Gender.Male, Person("Thorne").Gender);
        Assert.NotNull(Person("Harriet").GenderEvidence);
    }

    [Fact]
    public void Mentions_are_counted_by_chapter_where_they_stand()
    {
        var thorne = Person("Thorne");
        Assert.Equal(thorne.Mentions, thorne.MentionsByChapter.Sum());
        Assert.Equal([2, 3], thorne.MentionsByChapter);
        Assert.All(
            thorne.MentionSpans,
            span => Assert.Contains("Thorne", Tale.Text[span.Start..span.End], StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Relations_are_counted_by_chapter_and_each_chapter_has_a_passage()
    {
        Assert.NotEmpty(Report.Relations);
        Assert.All(
            Report.Relations,
            relation =>
            {
                Assert.Equal(relation.Weight, relation.WeightByChapter.Sum());
                Assert.Equal(2, relation.WeightByChapter.Count);
                Assert.True(relation.Passages.Count >= relation.WeightByChapter.Count(weight => weight > 0));
            }
        );
    }

    [Fact]
    public void Every_quotation_has_its_speaker() =>
        Assert.Equal(Tale.Speakers, Tale.Spoken(Report, "Harriet", "Edwin", "Martha", "Thorne"));

    [Fact]
    public void A_quotation_says_how_its_speaker_was_told()
    {
        Assert.Equal(QuotationKind.Explicit, Report.Quotations[0].Kind);
        Assert.Equal(Tier.Sure, Report.Quotations[0].Tier);
        Assert.Equal(QuotationKind.Anaphoric, Report.Quotations[3].Kind);
        Assert.Equal(QuotationKind.Implicit, Report.Quotations[7].Kind);
        Assert.All(Report.Quotations, quotation => Assert.InRange(quotation.Confidence, 0, 1));
        Assert.True(Report.Quotations[7].Confidence <= Report.Quotations[0].Confidence);
    }

    [Fact]
    public void Who_is_called_is_spoken_to() =>
        Assert.Equal(Person("Edwin").Id, Assert.Single(Report.Quotations[6].Addressees));

    [Fact]
    public void Who_talks_to_whom_is_counted_with_its_passages()
    {
        var (harriet, edwin) = (Person("Harriet").Id, Person("Edwin").Id);
        var talk = Report.Relations.Single(r =>
            r.Kind == RelationKind.TalksTo && r.A == Math.Min(harriet, edwin) && r.B == Math.Max(harriet, edwin)
        );
        Assert.Equal(9, talk.Weight);
        Assert.All(
            talk.Passages,
            passage => Assert.StartsWith("\"", Tale.Text[passage.Start..passage.End], StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Other_names_change_nothing()
    {
        (string From, string To)[] names =
        [
            ("Harriet", "Ulvora"),
            ("Edwin", "Brantek"),
            ("Lowe", "Quisling"),
            ("Thorne", "Azdep"),
            ("Martha", "Ombrin"),
        ];
        var text = names.Aggregate(Tale.Text, (made, name) => Regex.Replace(made, $@"\b{name.From}\b", name.To));
        var expected = Tale.Spoken(Report, [.. names.Select(name => name.From)])
            .Select(who => names.First(name => name.From == who).To);
        Assert.Equal(expected, Tale.Spoken(Tale.Read(text), [.. names.Select(name => name.To)]));
    }

    [Fact]
    public void The_teller_is_a_person_and_takes_the_name_that_others_call()
    {
        var text = """
            I was a boy then, and I knew nothing. I had walked all day, and I sat down by the road, and I ate my bread.

            "Where are you going, Robin?" said the old man.

            "To the sea," I said. I was afraid of him, and I looked away.

            "Come in, Robin, and rest."

            I went in after him, and I sat by his fire, and I was glad that I had come.

            "Robin, will you have some milk?" he asked.

            "I will," said I.
            """;
        var report = Tale.Read(text);
        var teller = report.People.Single(person => person.Aliases.Contains("Narrator"));
        Assert.Contains("Robin", teller.Aliases);
        Assert.Equal(
            [false, true, false, false, true],
            report.Quotations.Select(quotation => quotation.Speaker == teller.Id)
        );
    }

    [Fact]
    public void Reading_stops_when_told_and_tells_how_far_it_is()
    {
        var text = string.Concat(Enumerable.Repeat(Tale.Text + "\n\n", 40));
        using var stop = new CancellationTokenSource();
        var seen = new List<double>();
        var progress = new Immediately(share =>
        {
            seen.Add(share);
            if (share > 0.5)
                stop.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() =>
            CastReader.Read(Manuscript.Read(text, TestContext.Current.CancellationToken), progress, stop.Token)
        );
        Assert.Equal(seen.Order(), seen);
        Assert.InRange(seen[^1], 0.5, 0.9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("“")]
    [InlineData("\"\"\"\"\"")]
    [InlineData("“Yes.”")]
    [InlineData("''''‘‘’’««»»——")]
    [InlineData("Mr. Mrs. Dr.")]
    public void Odd_texts_are_read_without_people(string text) => Assert.Empty(Tale.Read(text).People);

    private static Person Person(string name) =>
        Report.People.First(person => person.Aliases.Any(alias => alias.Contains(name, StringComparison.Ordinal)));

    private sealed class Immediately(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
