using System.Text;
using Atelier.Language.Cast;
using Atelier.Language.Manuscripts;

namespace Atelier.Cli.Analyze;

/// <summary>Reads a text's people, quotations and relations here and now, without a server.</summary>
internal static class AnalyzeCommand
{
    private const int Stopped = 130;

    public static int Run(AnalyzeOptions options, CancellationToken ct)
    {
        try
        {
            // Bytes that are no UTF-8 become replacement characters; a byte order mark is not part of the text.
            var text = File.ReadAllText(options.File, Encoding.UTF8);
            var report = CastReader.Read(Manuscript.Read(text, ct), null, ct);
            using var stream = options.Out is null ? Console.OpenStandardOutput() : File.Create(options.Out);
            if (options.Json)
                ReportJson.Write(stream, report, new CodePoints(text));
            else
                ReportSummary.Write(stream, report, text);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"atelier analyze: {e.Message}");
            return 1;
        }
    }
}
