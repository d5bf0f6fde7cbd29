using System.Text;

namespace Atelier.Benchmarks.Books;

internal sealed record BooksReport(IReadOnlyList<OrderedBook> Books, TimeSpan Took, double ServerMiB, double TreeMiB)
{
    public string ToMarkdown()
    {
        var done = Books.Where(book => book.Succeeded).ToList();
        var seconds = done.Select(book => book.Seconds).Order().ToList();
        var text = new StringBuilder();
        text.AppendLine("| measure | value |").AppendLine("|---|---|");
        Row("books finished", $"{done.Count} of {Books.Count}");
        Row("total time", $"{Took.TotalSeconds:F1} s");
        Row("books per minute", $"{done.Count / Took.TotalMinutes:F1}");
        Row("one book, median / slowest", $"{seconds[seconds.Count / 2]:F2} s / {seconds[^1]:F2} s");
        Row("peak memory, server process", $"{ServerMiB:F0} MiB");
        Row("peak memory, with PostgreSQL and tools", $"{TreeMiB:F0} MiB");
        Row("passed the gate first time", $"{100.0 * done.Count(book => book.PassedFirstTime) / done.Count:F0} %");
        text.AppendLine().AppendLine("| step | mean per book | share |").AppendLine("|---|---|---|");
        var steps = done.SelectMany(book => book.StepSeconds).GroupBy(step => step.Key, step => step.Value).ToList();
        var all = steps.Sum(step => step.Sum());
        foreach (var step in steps.OrderByDescending(step => step.Sum()))
            text.AppendLine(
                FormattableString.Invariant(
                    $"| {step.Key} | {1000 * step.Sum() / done.Count:F0} ms | {100 * step.Sum() / all:F0} % |"
                )
            );
        return text.ToString();

        void Row(string name, FormattableString value) =>
            text.AppendLine(FormattableString.Invariant($"| {name} | {FormattableString.Invariant(value)} |"));
    }
}
