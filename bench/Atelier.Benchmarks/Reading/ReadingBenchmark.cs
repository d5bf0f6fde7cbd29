using System.Diagnostics;
using System.Globalization;
using Atelier.Reading.Articles;

namespace Atelier.Benchmarks.Reading;

/// <summary>
/// How well and how fast pages and feeds are read: main text against what people expect of saved pages, Mozilla's
/// Readability on the same pages in the same run, facts about pages, and every feed of a large and odd collection.
/// </summary>
internal static class ReadingBenchmark
{
    private const string Variable = "ATELIER_READING_DATA";
    private static readonly Uri Address = new("http://fakehost/test/page.html");

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var folder = args.Count > 0 ? args[0] : Environment.GetEnvironmentVariable(Variable) ?? "../shared/data";
        var (pages, feeds) = (Path.Combine(folder, "article-pages"), Path.Combine(folder, "feeds"));
        if (!Directory.Exists(pages) || !Directory.Exists(feeds))
        {
            Console.WriteLine(
                $"The saved pages and feeds are not here. Say where: ./atelier bench reading DIR, or {Variable}=DIR; DIR holds article-pages/*/source.html with expected.html, and feeds."
            );
            return 0;
        }
        Line(
            $"""
            # Pages and feeds

            `./atelier bench reading DIR` on the pages of Mozilla Readability's own tests (Apache-2.0), whose expected text was made with
            Readability: it can only be equalled there. The score is that of Zyte's article extraction benchmark: runs of four words, each as often as it
            stands there, precision and recall of every page, means of both, and their F1; ± one standard deviation by 1,000 bootstraps.
            A page is timed from octets to all its facts, after three rounds over all pages; Readability with its parsing by jsdom, after one.
            Machine: 2 cores (x86-64 virtual machine), Debian 12, .NET 10, Node.js {await ReadabilityPeer.NodeVersionAsync()}.

            """
        );
        var saved = SavedPage.ReadAll(pages);
        var ours = Read(saved);
        PagesReport.Write(saved, ours, await ReadabilityPeer.RunAsync(Path.GetFullPath(pages), Address));
        OpennessReport.Write(saved, ours);
        FeedsReport.Write(feeds);
        return 0;
    }

    private static List<(ArticlePage? Page, double Milliseconds)> Read(IReadOnlyList<SavedPage> saved)
    {
        for (var round = 0; round < 3; round++)
            foreach (var page in saved)
                ArticleReader.Read(page.Source, "text/html; charset=utf-8", Address, CancellationToken.None);
        var read = new List<(ArticlePage? Page, double Milliseconds)>();
        foreach (var page in saved)
        {
            var watch = Stopwatch.StartNew();
            var reading = ArticleReader.Read(page.Source, "text/html; charset=utf-8", Address, CancellationToken.None);
            read.Add((reading.Page, watch.Elapsed.TotalMilliseconds));
        }
        return read;
    }

    public static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
