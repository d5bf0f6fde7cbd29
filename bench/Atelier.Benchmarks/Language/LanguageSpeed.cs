using System.Diagnostics;
using Atelier.Language.Cast;
using Atelier.Language.Manuscripts;
using static Atelier.Benchmarks.Language.LanguageBenchmark;

namespace Atelier.Benchmarks.Language;

/// <summary>Times the whole novels one after the other, a text of 100 MB in one line, and how soon it stops.</summary>
internal static class LanguageSpeed
{
    private const int Huge = 100_000_000;

    public static void Write(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        Line($"## Whole novels, one after the other\n");
        Line($"| novel | words | seconds of processor | people | quotations |\n|---|---|---|---|---|");
        var (words, seconds) = (0L, 0.0);
        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var began = Environment.CpuUsage.TotalTime;
            var report = CastReader.Read(Manuscript.Read(text, CancellationToken.None), null, CancellationToken.None);
            var took = (Environment.CpuUsage.TotalTime - began).TotalSeconds;
            var count = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            Line(
                $"| {Path.GetFileNameWithoutExtension(file)} | {count:N0} | {took:0.00} | {report.People.Count} | {report.Quotations.Count} |"
            );
            (words, seconds) = (words + count, seconds + took);
        }
        Line(
            $"\n{words / seconds:N0} words a second of processor time (compiling and collecting garbage included), the first novel with a cold runtime. Peak memory of the process so far {Peak():N0} MiB.\n"
        );
        WriteHuge(folder);
    }

    private static void WriteHuge(string folder)
    {
        var novel = File.ReadAllText(Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).First())
            .ReplaceLineEndings(" ");
        var text = string.Create(
            Huge,
            novel,
            (span, source) =>
            {
                for (var at = 0; at < span.Length; at += source.Length)
                    source.AsSpan(0, Math.Min(source.Length, span.Length - at)).CopyTo(span[at..]);
            }
        );
        var clock = Stopwatch.StartNew();
        var report = CastReader.Read(Manuscript.Read(text, CancellationToken.None), null, CancellationToken.None);
        var took = clock.Elapsed.TotalSeconds;
        Line(
            $"A text of 100 million characters in one line: {took:0.0} s, {report.Quotations.Count:N0} quotations, peak memory {Peak():N0} MiB."
        );
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(took / 2));
        clock.Restart();
        try
        {
            CastReader.Read(Manuscript.Read(text, stop.Token), null, stop.Token);
        }
        catch (OperationCanceledException)
        {
            Line(
                $"Told to stop half-way through, it stopped {(clock.Elapsed.TotalSeconds - (took / 2)) * 1000:0} ms later."
            );
        }
    }

    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }
}
