using System.Globalization;
using System.Text;
using Atelier.Language.Cast;

namespace Atelier.Cli.Analyze;

/// <summary>The analysis in a page that people read.</summary>
internal static class ReportSummary
{
    private const int People = 20;
    private const int Pairs = 10;
    private const int SampleLength = 80;

    public static void Write(Stream stream, CastReport report, string text)
    {
        using var page = new StreamWriter(stream, new UTF8Encoding(false));
        var named = report.Quotations.Count(quotation => quotation.Speaker is not null);
        var sure = report.Quotations.Count(quotation => quotation.Tier == Tier.Sure);
        page.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.People.Count} people, {report.Quotations.Count} quotations, {named} with a speaker, {sure} of them sure"
            )
        );
        page.WriteLine();
        var spoken = report
            .Quotations.GroupBy(quotation => quotation.Speaker ?? -1)
            .ToDictionary(g => g.Key, g => g.ToList());
        foreach (var person in report.People.Take(People))
        {
            var said = spoken.GetValueOrDefault(person.Id) ?? [];
            page.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{person.Name, -28} {person.Mentions, 5} mentions {said.Count, 5} quotations   {string.Join(", ", person.Aliases.Where(alias => alias != person.Name).Take(4))}"
                )
            );
            if (
                said.Find(quotation => quotation.Tier == Tier.Sure && quotation.Span.Length <= SampleLength) is
                { } sample
            )
                page.WriteLine($"    {OneLine(text[sample.Span.Start..sample.Span.End])}");
        }
        page.WriteLine();
        foreach (var pair in report.Relations.Where(relation => relation.Kind == RelationKind.TalksTo).Take(Pairs))
            page.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{report.People[pair.A].Name} and {report.People[pair.B].Name}: {pair.Weight} quotations"
                )
            );
    }

    private static string OneLine(string quote) =>
        string.Join(' ', quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
